import fc from "fast-check";
import { study } from "../../../src/analysis/study.js";
import { allInputs } from "../../../src/report/live/all-inputs.js";
import { type EmbeddedPrices, embeddedPrices } from "../../../src/report/live/embedded-prices.js";
import type { Input } from "../../../src/report/live/input.js";
import type { WhatIf } from "../../../src/report/live/what-if.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import { catalogue } from "../../support/catalogue.js";

export type Live = { readonly scenario: Scenario; readonly prices: EmbeddedPrices; readonly inputs: readonly Input[] };

/** What a live report of a scenario knows. */
export function liveOf(scenario: Scenario): Live {
  const own = study(scenario, catalogue);
  const prices = embeddedPrices(scenario, own.models, catalogue);
  return { scenario, prices, inputs: allInputs(own, prices) };
}

/** A text that the input takes, as a reader might set it. */
export function textFor(input: Input): fc.Arbitrary<string> {
  const { control } = input;
  switch (control.kind) {
    case "choice":
      return fc.constantFrom(...control.options.map(({ value }) => value));
    case "log-slider":
      return fc.integer({ min: 0, max: 3_000_000 }).map(String);
    case "slider":
      return control.most <= 1 ? fc.integer({ min: 0, max: 50 }).map((percent) => String(percent / 100)) : fc.integer({ min: control.least, max: control.most }).map(String);
    case "number":
      return fc.constantFrom("0", "1", "2", "7", "0.5", "100", "1024", "2.25", "100000").filter((text) => input.complaint(text) === undefined).map((text) => input.canonical(text));
    default:
      return control satisfies never;
  }
}

/** States with up to six changes. */
export function statesOf({ inputs }: Live): fc.Arbitrary<WhatIf> {
  const changeable = inputs.filter((input) => input.control.kind !== "number" || ["0", "1", "100", "1024"].some((text) => input.complaint(text) === undefined));
  return fc.uniqueArray(fc.constantFrom(...changeable).chain((input) => textFor(input).map((text) => [input.key, text] as const)), { maxLength: 6, selector: ([key]) => key }).map((changes) => new Map(changes));
}
