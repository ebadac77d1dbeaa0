import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { cheapestOverUsers } from "../../src/analysis/cheapest-over-users.js";
import { searchCosts } from "../../src/analysis/study.js";
import type { ConstraintCheck } from "../../src/engine/check-constraints.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { decimal } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { FIXTURES } from "../support/fixture.js";
import { modelOf, scenarioOf } from "../support/models.js";

const checksOf = (constraints: Readonly<Record<string, unknown>>, alternative: unknown, more: Readonly<Record<string, unknown>> = {}): readonly ConstraintCheck[] =>
  modelOf(scenarioOf({ workload: { mau: "5000" }, alternatives: [alternative], decision: { constraints }, ...more })).checks;
const statusOf = (constraints: Readonly<Record<string, unknown>>, alternative: unknown, more: Readonly<Record<string, unknown>> = {}): string => checksOf(constraints, alternative, more).map((check) => check.status).join();
const stated = (traits: Readonly<Record<string, unknown>>) => ({ id: "hand", costs: [{ name: "fee", monthly: "1" }], traits });

describe("an alternative keeps a constraint, breaks it, or nobody knows", () => {
  it.each([
    { constraints: { hashExport: "true" }, alternative: "cognito", status: "broken", because: "Cognito hands out no hashes" },
    { constraints: { hashExport: "true" }, alternative: "hybrid", status: "broken", because: "the credentials of a hybrid are Cognito's" },
    { constraints: { hashExport: "true" }, alternative: "postgresql", status: "met", because: "the table is your own" },
    { constraints: { hashExport: "true" }, alternative: "auth0-b2c-essentials", status: "met", because: "on request is a way out" },
    { constraints: { hashExport: "true" }, alternative: "propelauth", status: "unknown", because: "nothing is published" },
    { constraints: { hashExport: "false" }, alternative: "cognito", status: "", because: "what is not demanded is not checked" },
    { constraints: { hashImport: "true" }, alternative: "cognito", status: "met", because: "CSV import takes hashes" },
    { constraints: { totpExport: "true" }, alternative: "workos-authkit", status: "broken", because: "secrets are given at enrolment only" },
    { constraints: { residency: ["us"] }, alternative: "clerk-pro", status: "met", because: "it is kept there" },
    { constraints: { residency: ["eu"] }, alternative: "clerk-pro", status: "broken", because: "it is kept in the United States" },
    { constraints: { residency: ["eu", "us"] }, alternative: "clerk-pro", status: "met", because: "one of the places is enough" },
    { constraints: { residency: ["eu"] }, alternative: "auth0-b2c-essentials", status: "met", because: "a tenant can be in the European Union" },
    { constraints: { residency: ["eu-central-1"] }, alternative: "auth0-b2c-essentials", status: "unknown", because: "the Region cannot be chosen" },
    { constraints: { residency: ["eu-central-1"] }, alternative: "supabase-pro", status: "met", because: "the Region is chosen for each project" },
    { constraints: { residency: ["za"] }, alternative: "supabase-pro", status: "broken", because: "no Region there" },
    { constraints: { sla: "99.9" }, alternative: "cognito", status: "met", because: "99.9 is promised" },
    { constraints: { sla: "99.95" }, alternative: "cognito", status: "broken", because: "99.9 is below 99.95" },
    { constraints: { sla: "99.95" }, alternative: "dynamodb", status: "met", because: "99.95 is the lowest of its parts" },
    { constraints: { sla: "99.96" }, alternative: "dynamodb", status: "broken", because: "99.95 is the lowest of its parts" },
    { constraints: { sla: "99" }, alternative: "workos-authkit", status: "broken", because: "this plan promises nothing" },
    { constraints: { sla: "99" }, alternative: "stytch", status: "unknown", because: "nothing is published" },
    { constraints: { excludes: ["cognito"] }, alternative: "cognito", status: "broken", because: "the scenario says so" },
    { constraints: { hashExport: "true", sla: "99.9" }, alternative: "cognito", status: "broken,met", because: "each constraint is checked" },
  ])("$constraints for $alternative: $status, because $because", ({ constraints, alternative, status }) => {
    expect(statusOf(constraints, alternative)).toBe(status);
  });

  it("costs given by hand are not known unless the scenario states their traits", () => {
    expect(statusOf({ hashExport: "true", residency: ["eu"], sla: "99.9" }, { id: "hand", costs: [{ name: "fee", monthly: "1" }] })).toBe("unknown,unknown,unknown");
    expect(statusOf({ hashExport: "true", residency: ["eu"], sla: "99.9" }, stated({ hashExport: "true", residency: ["eu-west-1"], sla: "99.9" }))).toBe("met,met,met");
    expect(statusOf({ hashExport: "true", residency: ["eu"], sla: "99.9" }, stated({ hashExport: "false", residency: ["us"], sla: "none" }))).toBe("broken,broken,broken");
  });

  it("a contract that the scenario states stands above what is published", () => {
    const [check] = checksOf({ sla: "99.99" }, { id: "auth0-b2c-essentials", traits: { sla: "99.99", because: "Enterprise contract" } });
    expect(check).toMatchObject({ status: "met", has: "99.99 % (Enterprise contract) is promised" });
  });

  it("data at AWS lies in the Region that you choose: one elsewhere is a remark, not a bar", () => {
    expect(checksOf({ residency: ["us"] }, "cognito")[0]).not.toHaveProperty("remark");
    expect(checksOf({ residency: ["eu"] }, "cognito")[0]).toMatchObject({ status: "met", remark: expect.stringContaining("priced in us-east-1, which lies elsewhere") });
    expect(checksOf({ residency: ["uk"] }, "cognito", { prices: { region: "eu-west-2" } })[0]).not.toHaveProperty("remark");
  });

  it("says what was required, what it has, and where that is known from", () => {
    const model = modelOf(scenarioOf({ workload: { mau: "5000" }, alternatives: ["cognito"], decision: { constraints: { sla: "99.95" } } }));
    expect(model.limits.filter((one) => one.name.includes("uptime")).map((one) => `${one.name}: ${one.because}`)).toEqual(["a promised uptime of 99.95 %: required, but 99.9 % (Amazon Cognito) is promised (https://aws.amazon.com/cognito/sla/, read 2026-11-23)"]);
  });
});

describe("an own service promises what its weakest part does", () => {
  const settled = (constraints: Readonly<Record<string, unknown>>, settings: Readonly<Record<string, string>> = {}, mau = "5000") => {
    const model = modelOf(scenarioOf({ workload: { mau }, alternatives: [{ id: "p", architecture: "postgresql", settings }], decision: { constraints } }));
    return `${model.settings.multiAz} ${model.settings.loadBalancer} ${model.checks.map((check) => `${check.status} ${check.has}`).join()}`;
  };
  it.each([
    { sla: "99.5", settings: {}, mau: "5000", says: "auto auto met 99.5 % (RDS in one zone, the weakest of 3 parts) is promised", because: "one zone is enough" },
    { sla: "99.9", settings: {}, mau: "5000", says: "on on met 99.95 % (RDS with a standby in a second zone, the weakest of 3 parts) is promised", because: "what is left to the size is switched on" },
    { sla: "99.9", settings: { multiAz: "auto" }, mau: "5000", says: "on on met 99.95 % (RDS with a standby in a second zone, the weakest of 3 parts) is promised", because: "auto leaves it open" },
    { sla: "99.9", settings: { multiAz: "off" }, mau: "5000", says: "off auto broken 99.5 % (RDS in one zone, the weakest of 3 parts) is promised", because: "what is stated stands" },
    { sla: "99.99", settings: {}, mau: "50000", says: "auto auto broken 99.95 % (RDS with a standby in a second zone, the weakest of 3 parts) is promised", because: "no setting reaches it" },
    { sla: "99.99", settings: {}, mau: "9999", says: "auto auto broken 99.5 % (RDS in one zone, the weakest of 3 parts) is promised", because: "below 10,000 users auto keeps one zone" },
  ])("$sla under $settings at $mau users: $because", ({ sla, settings, mau, says }) => {
    expect(settled({ sla }, settings, mau)).toBe(says);
  });

  it("the standby that an uptime asks for is on the bill, and among the assumptions", () => {
    const text = (constraints: string) => `name: a\nprices: { asOf: 2026-10-06 }\nworkload: { mau: 5000 }\nalternatives: [postgresql]\ndecision: { constraints: { ${constraints} } }`;
    const instance = (constraints: string) => compare(parseScenario(text(constraints), { file: "a.yaml", hash: "" }), catalogue).points[0]?.alternatives[0]?.bill.lines.filter((line) => line.charge.startsWith("db.")).map((line) => `${line.rate?.id} ${line.amount.toFixed()}`);
    expect(instance("sla: 99.5"), "730 h x 0.016").toEqual(["aws.rds-postgresql.db.t4g.micro.single-az 11.68"]);
    expect(instance("sla: 99.9"), "730 h x 0.032").toEqual(["aws.rds-postgresql.db.t4g.micro.multi-az 23.36"]);
    const model = modelOf(parseScenario(text("sla: 99.9"), { file: "a.yaml", hash: "" }));
    expect(model.assumptions.filter((one) => one.because.includes("uptime")).map((one) => `${one.name} ${one.value}: ${one.because}`)).toEqual(["multiAz on: the scenario asks for a promised uptime of 99.9 %", "loadBalancer on: the scenario asks for a promised uptime of 99.9 %"]);
  });

  it("is told with the caveat that nobody promises the whole", () => {
    expect(checksOf({ sla: "99.9" }, "dynamodb")[0]?.remark).toContain("no one promises the whole");
    expect(checksOf({ sla: "99.9" }, "cognito")[0]).not.toHaveProperty("remark");
  });
});

describe("a scenario with constraints", () => {
  const comparison = compare(parseScenario(readFileSync(`${FIXTURES}constrained.yaml`, "utf8"), { file: "constrained.yaml", hash: "" }), catalogue);
  it("leaves out what breaks one, at every size", () => {
    const feasible = comparison.points.map((point) => point.alternatives.filter((one) => one.feasible).map(({ model }) => model.id).join());
    expect(feasible).toEqual(["postgresql,propelauth,agency", "postgresql,propelauth,agency"]);
  });
  it("says of each why it is out", () => {
    const out = new Map(comparison.recommendation.infeasible.map(({ model, because }) => [model.id, because.join(" | ")]));
    expect([...out.keys()]).toEqual(["cognito", "clerk-pro", "cellar"]);
    expect(out.get("cellar")).toBe("excluded by the scenario: decision.constraints.excludes names it");
    expect(out.get("clerk-pro")).toContain("user data in European Union (eu): required, but it lies in United States (us)");
  });
  const out = ["cognito", "clerk-pro", "cellar"];
  it("the search agrees at every size: what is out has no cost and never wins", () => {
    for (const mau of [1, 5000, 9_999_999]) {
      const costs = searchCosts(comparison.study, mau);
      expect(comparison.study.models.filter((_, index) => costs[index] === Number.POSITIVE_INFINITY).map((model) => model.id)).toEqual(out);
    }
    const { winners } = cheapestOverUsers(comparison.study);
    expect(winners.length).toBeGreaterThan(0);
    expect(winners.filter((stretch) => out.includes(stretch.winner ?? ""))).toEqual([]);
  });
  it("without the constraints nothing is checked and all six can be chosen", () => {
    const free = compare(parseScenario(readFileSync(`${FIXTURES}constrained.yaml`, "utf8").replace(/decision:[\s\S]*$/, ""), { file: "constrained.yaml", hash: "" }), catalogue);
    expect(free.study.models.flatMap((model) => model.checks)).toEqual([]);
    expect(free.points[0]?.alternatives.filter((one) => one.feasible)).toHaveLength(6);
  });
  it("keeps the demanded uptime as a decimal", () => {
    expect(comparison.study.scenario.decision.constraints.sla?.eq(decimal("99.9"))).toBe(true);
  });
});
