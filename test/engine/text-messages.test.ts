import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../src/architectures/registry.js";
import { bill } from "../../src/engine/bill.js";
import { rateCard } from "../../src/prices/rate-card.js";
import { plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { bookFor, modelOf, scenarioOf } from "../support/models.js";

const AS_OF = "2026-10-06";

function textLines(architecture: string, settings: Readonly<Record<string, string>>, smsPerMau = "2"): readonly string[] {
  const scenario = scenarioOf({ prices: { book: "aws", asOf: AS_OF }, workload: { mau: "1000", smsPerMau }, alternatives: [{ id: "one", architecture, settings }] });
  return bill(modelOf(scenario), scenario.workload, rateCard(catalogue, { asOf: AS_OF, region: "us-east-1", freeTier: true })).lines
    .filter(({ charge }) => /^(Text messages|Carrier fees)/.test(charge))
    .map(({ charge, amount }) => `${charge}: ${plain(amount)}`);
}

type Case = { readonly architecture: string; readonly to?: string; readonly lines: readonly string[]; readonly because: string };

/** 1,000 users with two messages each. */
const CASES: readonly Case[] = [
  { architecture: "cognito", lines: ["Text messages, United States: 14", "Carrier fees, United States: 6.04"], because: "2,000 x 0.00700 and the carrier's 2,000 x 0.00302" },
  { architecture: "cognito", to: "de", lines: ["Text messages, Germany: 188.2"], because: "2,000 x 0.0941" },
  { architecture: "postgresql", to: "gb", lines: ["Text messages, United Kingdom: 80"], because: "2,000 x 0.040" },
  { architecture: "dynamodb", to: "jp", lines: ["Text messages, Japan: 137.2"], because: "2,000 x 0.0686" },
  { architecture: "hybrid", to: "sg", lines: ["Text messages, Singapore: 82"], because: "2,000 x 0.041" },
  { architecture: "keycloak-self-hosted", to: "au", lines: ["Text messages, Australia: 100"], because: "2,000 x 0.050" },
  { architecture: "cognito", to: "in", lines: ["Text messages, India: 6.56"], because: "2,000 x 0.00328" },
  { architecture: "cognito", to: "br", lines: ["Text messages, Brazil: 63.4"], because: "2,000 x 0.0317" },
  { architecture: "google-identity-platform", lines: ["Text messages, United States: 20"], because: "2,000 x 0.01" },
  { architecture: "google-identity-platform", to: "de", lines: ["Text messages, Germany: 200"], because: "2,000 x 0.10" },
  { architecture: "google-identity-platform", to: "gb", lines: ["Text messages, United Kingdom: 100"], because: "2,000 x 0.05" },
  { architecture: "google-identity-platform", to: "in", lines: ["Text messages, India: 140"], because: "2,000 x 0.07" },
  { architecture: "google-identity-platform", to: "id", lines: ["Text messages, Indonesia: 700"], because: "2,000 x 0.35" },
  { architecture: "google-identity-platform", to: "other", lines: ["Text messages, most other countries: 920"], because: "2,000 x 0.46" },
  { architecture: "auth0-b2c-essentials", to: "de", lines: ["Text messages, Germany: 188.2"], because: "through a provider of one's own: 2,000 x 0.0941" },
  { architecture: "clerk-pro", lines: ["Text messages, United States: 20"], because: "2,000 x 0.01" },
];

describe("a text message costs what its country costs", () => {
  it.each(CASES)("$architecture to $to: $because", ({ architecture, to, lines }) => {
    expect(textLines(architecture, to === undefined ? {} : { smsCountry: to })).toEqual(lines);
  });

  it("without messages there is no line", () => {
    for (const { architecture, to } of CASES) expect(textLines(architecture, to === undefined ? {} : { smsCountry: to }, "0")).toEqual([]);
  });

  it("a bill without text messages is none where users get them: a vendor without a price for them leaves them to a provider of one's own", () => {
    for (const one of ARCHITECTURES.filter((each) => bookFor(each) === "aws")) {
      expect(textLines(one.id, {}).length, one.id).toBeGreaterThan(0);
      if (one.settings.smsSender === undefined) continue;
      expect(textLines(one.id, {}), one.id).toEqual(["Text messages, United States: 14", "Carrier fees, United States: 6.04"]);
      expect(textLines(one.id, { smsSender: "left-out" }), one.id).toEqual([]);
      expect(one.leavesOut, one.id).toContain("what the vendor takes for text messages of its own");
    }
  });

  it("every destination of a setting has a worked case", () => {
    const worked = new Set(CASES.map(({ architecture, to = "us" }) => `${architecture.startsWith("google") ? "google" : "aws"} ${to}`));
    for (const { id, settings } of ARCHITECTURES) {
      const spec = settings.smsCountry;
      const whose = id.startsWith("google") ? "google" : "aws";
      for (const to of spec?.kind === "choice" ? spec.values : []) expect(worked, id).toContain(`${whose} ${to}`);
    }
  });
});
