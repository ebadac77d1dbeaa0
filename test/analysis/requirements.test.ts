import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { compareDates } from "../../src/analysis/compare-dates.js";
import { compareJson } from "../../src/report/result-json.js";
import { planSayings } from "../../src/report/sections/comparison.js";
import { ProblemError } from "../../src/problems/problem.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { sum } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const scenario = (text: string) => parseScenario(`name: app\nprices: { asOf: 2026-10-06 }\n${text}`, { file: "app.yaml", hash: "" });
const compared = (text: string) => compare(scenario(text), catalogue);
const amount = (comparison: ReturnType<typeof compared>, id: string, rate: string) => comparison.points[0]?.alternatives.find(({ model }) => model.id === id)?.bill.lines.find((line) => line.rate?.id === rate)?.amount.toFixed();

describe("requirements pick the cheapest admissible plan", () => {
  it.each([
    { requirements: "[saml]", plan: "lite", amount: "220", because: "every plan has SAML: 40,000 x 0.0055" },
    { requirements: "[passwordless]", plan: "essentials", amount: "600", because: "from Essentials on: 40,000 x 0.015" },
    { requirements: "[threat-protection]", plan: "plus", amount: "1000", because: "Plus alone: 50,000 x 0.02" },
    { requirements: "[passwordless, threat-protection]", plan: "plus", amount: "1000", because: "the stricter one decides" },
  ])("$requirements takes $plan", ({ requirements, plan, amount: expected, because }) => {
    const comparison = compared(`workload: { mau: 50000 }\nrequirements: ${requirements}\nalternatives: [cognito]`);
    expect(comparison.planChoices[0]?.plan).toBe(plan);
    expect(amount(comparison, "cognito", `aws.cognito.${plan}.mau`), because).toBe(expected);
  });

  it("says what each requirement costs against the cheapest plan without it", () => {
    const { planChoices } = compared("workload: { mau: 50000 }\nrequirements: [saml, threat-protection]\nalternatives: [cognito]");
    expect(planChoices[0]?.costs.map((cost) => [cost.requirement, cost.monthly.toFixed(), cost.planWithout])).toEqual([["saml", "0", "plus"], ["threat-protection", "780", "lite"]]);
  });

  it("multi-Region replication is taken on all users of Essentials: 500,000 x 0.0045 beside 7,350", () => {
    const comparison = compared("workload: { mau: 500000 }\nrequirements: [multi-region]\nalternatives: [cognito]");
    expect(amount(comparison, "cognito", "aws.cognito.essentials.mau")).toBe("7350");
    expect(amount(comparison, "cognito", "aws.cognito.multi-region.essentials.mau")).toBe("2250");
  });

  it("a switch that is on leaves out the plans without it: sign-in through SAML would do with Lite, the replica would not", () => {
    const comparison = compared("workload: { mau: 50000 }\nrequirements: [saml]\nalternatives: [{ id: cognito, settings: { multiRegion: true }, architecture: cognito }]");
    expect(comparison.planChoices[0]).toMatchObject({ plan: "essentials", costs: [{ requirement: "saml", planWithout: "essentials" }] });
  });

  it("a stated plan that lacks a required feature is infeasible, with the reason", () => {
    const comparison = compared("workload: { mau: 1000 }\nrequirements: [threat-protection]\nalternatives: [{ id: lite, architecture: cognito, settings: { plan: lite } }]");
    expect(comparison.recommendation).toMatchObject({ choice: undefined, verdict: "infeasible" });
    expect(comparison.points[0]?.alternatives[0]?.bill.obstacles[0]?.because).toContain("requires it");
  });
});

describe("who is not known to meet a requirement is not taken for granted", () => {
  const text = (alternatives: string) => `workload: { mau: 50000 }\nrequirements: [passwordless, threat-protection]\nalternatives: [${alternatives}]`;
  const BILLS = "{ id: byhand, costs: [{ name: all, monthly: \"1\" }] }";

  it("a vendor or costs given by hand are an open question: the answer hangs on it", () => {
    for (const alternatives of ["clerk-pro, cognito", `${BILLS}, cognito`]) {
      const { recommendation } = compared(text(alternatives));
      expect(recommendation).toMatchObject({ verdict: "conditional", conditions: expect.arrayContaining(["constraint"]) });
      expect(recommendation.reasons.join(" ")).toMatch(/^.*Open for (Clerk Pro|byhand): sign-in with passkeys or one-time codes, without a password; detection of stolen passwords and unusual sign-ins; nothing here says whether it has this\./);
    }
  });

  it("an own service is built with it, and the answer says so without hanging on it", () => {
    const { recommendation } = compared(text("dynamodb, cognito"));
    expect(recommendation.choice).toBe("dynamodb");
    expect(recommendation.conditions).not.toContain("constraint");
    expect(recommendation.reasons.join(" ")).toContain("Own database, DynamoDB must be built and set up with what the scenario requires: sign-in with passkeys");
  });

  it("a plan of Cognito is checked, and without requirements there is nothing to check", () => {
    expect(compared(text("cognito")).recommendation.conditions).not.toContain("constraint");
    expect(compared("workload: { mau: 50000 }\nalternatives: [clerk-pro]").recommendation.reasons.join(" ")).not.toContain("Open for");
  });

  it("the report names all whose bills stand as if they were met, and so does the result", () => {
    const comparison = compared(text("cognito, clerk-pro, postgresql"));
    expect(planSayings(comparison)).toContain("The requirements were not checked for Clerk Pro and Own database, PostgreSQL: their bills stand as if they were met.");
    expect((compareJson(comparison) as { criteria: { alternatives: { id: string; requirementsNotChecked?: string[] }[] } }).criteria.alternatives.map((one) => [one.id, one.requirementsNotChecked])).toEqual([["cognito", undefined], ["clerk-pro", ["passwordless", "threat-protection"]], ["postgresql", ["passwordless", "threat-protection"]]]);
  });
});

describe("discounts are an overlay on list prices", () => {
  it("takes a percentage off the rates it names, as a slice of its own", () => {
    const comparison = compared("workload: { mau: 110000 }\ndiscounts: { percentages: [{ applies: aws.cognito, percent: 10, author: FinOps, reason: contract }] }\nalternatives: [cognito]");
    expect(amount(comparison, "cognito", "aws.cognito.essentials.mau"), "100,000 x 0.015 = 1,500 less a tenth").toBe("1350");
    const slices = comparison.points[0]?.alternatives[0]?.bill.lines[0]?.slices.map((slice) => [slice.kind, slice.amount.toFixed()]);
    expect(slices).toEqual([["allowance", "0"], ["tier", "1500"], ["discount", "-150"]]);
  });

  it("pays the covered part of the hours at the reserved rate", () => {
    const comparison = compared("workload: { mau: 100 }\ndiscounts: { reserved: [{ applies: aws.rds-postgresql.db.t3.medium.single-az, term: 1yr-no-upfront, coverage: 0.5, author: FinOps, reason: bought }] }\nalternatives: [{ id: p, architecture: postgresql, settings: { instance: db.t3.medium } }]");
    expect(amount(comparison, "p", "aws.rds-postgresql.db.t3.medium.single-az.reserved.1yr-no-upfront"), "365 h x 0.0517").toBe("18.8705");
    expect(amount(comparison, "p", "aws.rds-postgresql.db.t3.medium.single-az"), "365 h x 0.072").toBe("26.28");
  });

  describe("credits pay for what they are for, up to what it costs", () => {
    const credited = (credits: string, more: string) => compared(`workload: { mau: 110000 }\ndiscounts: { credits: [${credits}] }\nalternatives: [cognito, stytch${more}]`).points[0]?.alternatives;
    const credit = (name: string, monthly: string, applies?: string): string => `{ name: ${name}, monthly: ${monthly}, author: CFO, reason: programme${applies === undefined ? "" : `, applies: ${applies}`} }`;

    it("without a word those of AWS, not a vendor's bill: 1,500 less 300 beside 100,000 x 0.01", () => {
      const [cognito, stytch] = credited(credit("activate", "300"), "") ?? [];
      expect(cognito?.bill.lines.filter((line) => line.component === "Credits").map((line) => line.amount.toFixed())).toEqual(["-300"]);
      expect(stytch?.bill.lines.filter((line) => line.component === "Credits").map((line) => line.amount.toFixed())).toEqual(["0"]);
      expect(stytch?.bill.monthly.toFixed()).toBe("1000");
    });

    it("one after the other, never more than is due, and never costs given by hand: 20 stay of 20 and 11 of e-mail", () => {
      const own = credited([credit("first", "1400"), credit("second", "2000")].join(), ', { id: c, architecture: cognito, costs: [{ name: fee, monthly: "20" }] }')?.[2];
      expect(own?.bill.lines.filter((line) => line.component === "Credits").map((line) => line.charge)).toEqual(["first", "second"]);
      expect(own?.bill.monthly.toFixed()).toBe("20");
    });

    it("two credits for parts of the same are refused, since which pays first would matter", () => {
      expect(() => credited([credit("all", "1"), credit("some", "1", "aws.cognito")].join(), "")).toThrow("pays for a part of what the one for");
    });

    it("a credit that pays for nothing is refused", () => {
      expect(() => credited(credit("azure", "1", "microsoft"), "")).toThrow("touches no rate");
    });
  });

  it("refuses a discount that touches nothing", () => {
    expect(() => compared("workload: { mau: 1 }\ndiscounts: { percentages: [{ applies: aws.rds, percent: 10, author: a, reason: b }] }\nalternatives: [cognito]")).toThrow(ProblemError);
  });
});

describe("two days compared", () => {
  it("splits the difference into rates that add up to it: the DynamoDB cut halves its requests", () => {
    const one = compareDates(scenario("workload: { mau: 1000000 }\nalternatives: [dynamodb]"), catalogue, { before: "2024-10-31", after: "2024-11-01" });
    const [alternative] = one.alternatives;
    expect(alternative?.rates.map((rate) => rate.rate)).toEqual(["aws.dynamodb.on-demand.write", "aws.dynamodb.on-demand.read"]);
    expect(sum(alternative?.rates.map((rate) => rate.difference) ?? []).toFixed()).toBe(alternative?.difference.toFixed());
    expect(alternative?.rates.every((rate) => rate.after.times(2).eq(rate.before))).toBe(true);
  });
});
