import { describe, expect, it } from "vitest";
import type { Architecture } from "../../src/architectures/architecture.js";
import { ARCHITECTURES } from "../../src/architectures/registry.js";
import type { Charge } from "../../src/components/component.js";
import { newestDay, rateCard } from "../../src/prices/rate-card.js";
import { inputsOf } from "../../src/units/node.js";
import { DRIVER_NAMES } from "../../src/scenario/drivers.js";
import { catalogue } from "../support/catalogue.js";
import { bookFor, modelOf, scenarioOf } from "../support/models.js";
import { textsOf } from "../support/problems-of.js";

const card = rateCard(catalogue, { asOf: newestDay(catalogue), region: "us-east-1", freeTier: true });

/** The charges with one setting changed, every other at its default. */
function chargesWith(architecture: Architecture, settings: Readonly<Record<string, string>>): readonly Charge[] {
  return modelOf(scenarioOf({ prices: { book: bookFor(architecture) }, workload: { mau: "1000" }, alternatives: [{ id: "one", architecture: architecture.id, settings }] })).charges;
}

/** Every value of every choice and switch, and both ends of every number. */
function variantsOf(architecture: Architecture): readonly Readonly<Record<string, string>>[] {
  return [{}, ...Object.entries(architecture.settings).flatMap(([name, spec]) => {
    const values = spec.kind === "choice" ? spec.values : spec.kind === "switch" ? ["true", "false"] : [spec.least, spec.most];
    return values.map((value) => ({ [name]: value }));
  })];
}
/** In the hybrid the settings of the other store count only with it. */
const withStore = (architecture: Architecture): readonly Readonly<Record<string, string>>[] =>
  "store" in architecture.settings ? variantsOf(architecture).map((one) => ({ store: "postgresql", ...one })) : [];

const all = ARCHITECTURES.map((architecture) => ({ name: `${architecture.book} ${architecture.id}`, architecture, variants: [...variantsOf(architecture), ...withStore(architecture)] }));

describe("whatever is set, every charge has a price, in the unit of its meter", () => {
  it.each(all)("$name", ({ architecture, variants }) => {
    const wrong = variants.flatMap((settings) => chargesWith(architecture, settings).flatMap((charge) => {
      const said = textsOf(() => card.rate(charge.rate));
      const units = said.length > 0 ? said : [card.rate(charge.rate).unit].filter((unit) => unit !== charge.unit).map((unit) => `priced per ${unit}, metered in ${charge.unit}`);
      return units.map((text) => `${JSON.stringify(settings)} ${charge.component}, ${charge.name} (${charge.rate}): ${text}`);
    }));
    expect([...new Set(wrong)]).toEqual([]);
  });
});

describe("whatever is set, the lines of a bill can be told apart", () => {
  it.each(all)("$name", ({ architecture, variants }) => {
    const twice = variants.flatMap((settings) => {
      const names = chargesWith(architecture, settings).map((charge) => `${charge.component}, ${charge.name}`);
      return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${JSON.stringify(settings)}: ${name}`);
    });
    expect(twice).toEqual([]);
  });
});

describe("charges depend on drivers of the vocabulary only", () => {
  it.each(all)("$name", ({ architecture, variants }) => {
    const drivers: readonly string[] = DRIVER_NAMES;
    const strange = variants.flatMap((settings) => chargesWith(architecture, settings).flatMap((charge) => [...inputsOf(charge.quantity)].filter((name) => !drivers.includes(name))));
    expect(strange).toEqual([]);
  });
});

it("every choice of every setting was tried", () => {
  expect(all.map((one) => one.variants.length).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(250);
});
