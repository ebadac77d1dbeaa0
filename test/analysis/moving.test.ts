import { describe, expect, it } from "vitest";
import { costModel } from "../../src/analysis/cost-model.js";
import { moveCost, totalOf } from "../../src/analysis/moving.js";
import { plain } from "../../src/units/decimal.js";
import { comparisonFrom, costOf, outlookFrom, scenarioFrom } from "../support/ahead.js";
import { catalogue } from "../support/catalogue.js";

const HANDS = `
alternatives:
  - { id: old, costs: [{ name: Users, perMau: "0.01" }, { name: On-call, monthly: 100, kind: labour }] }
  - { id: new, costs: [{ name: Fee, monthly: 7 }, { name: Build, hoursOnce: 10 }] }`;

describe("a lazy move", () => {
  const comparison = comparisonFrom(`workload: { mau: 1000 }\nlabour: { hourlyRate: 80 }\nhorizon: { months: 6, discountRate: 0 }\nmigration: { from: old, tail: [1, 0.5, 0.25], hours: 30 }${HANDS}`);
  const { move, months, total, totalWithoutLabour } = costOf(comparison, "new");

  it("bills the old system for the users who are still in it, its labour in the labour ledger", () => {
    expect(move?.kind).toBe("lazy");
    expect(move?.monthly.map(({ other, labour }) => [plain(other), plain(labour)]), "0.01 for each of 1,000, 500, 250 users, and the on-call goes on").toEqual([["10", "100"], ["5", "100"], ["2.5", "100"]]);
  });
  it("pays work and build before month 1: 30 x 80 + 10 x 80 = 3,200", () => {
    expect(months[0] && [plain(months[0].labour), plain(months[0].moving.labour), plain(months[0].other)]).toEqual(["3200", "2400", "0"]);
  });
  it("adds up: 3,200 + 6 x 7 + 17.5 + 300 = 3,559.50; without labour 59.50", () => {
    expect([plain(total), plain(totalWithoutLabour)]).toEqual(["3559.5", "59.5"]);
    expect(move && plain(totalOf(move)), "2,400 + 17.5 + 300").toBe("2717.5");
  });
  it("costs the old system's own future nothing to set up: 6 x 110", () => {
    const stay = costOf(comparison, "old");
    expect(stay.move).toBeUndefined();
    expect(plain(stay.total)).toBe("660");
  });
  it("ends with the horizon", () => {
    const short = costOf(comparisonFrom(`workload: { mau: 1000 }\nhorizon: { months: 1 }\nmigration: { from: old, tail: [1, 0.5], hours: 0 }${HANDS}`), "new");
    expect(short.move?.monthly).toHaveLength(1);
  });
  it("leaves new accounts and machine clients to the new system", () => {
    const text = (m2m: string) => `workload: { mau: 100000, registeredUsers: 100000${m2m} }\nhorizon: { months: 2, churn: 1 }\nmigration: { from: cognito, tail: [1, 0.5] }\nalternatives: [cognito, postgresql]`;
    const tail = (m2m: string) => costOf(comparisonFrom(text(m2m)), "postgresql").move?.monthly.map(({ other }) => plain(other));
    expect(tail(", m2mAppClients: 40, m2mTokenRequests: 5000000")).toEqual(tail(""));
    expect(tail("")?.[0], "90,000 users above the free 10,000 at 0.015, and 2,000 e-mails of resets at 0.00016, none of sign-ups").toBe("1350.32");
  });
});

describe("no move", () => {
  it("is needed between plans of one product, or where both keep users in the same pool", () => {
    const comparison = comparisonFrom("workload: { mau: 50000 }\nhorizon: { months: 3 }\nmigration: { from: cognito }\nalternatives: [cognito, { id: lite, architecture: cognito, settings: { plan: lite } }, hybrid, postgresql]");
    expect(comparison.costs.map(({ move }) => move?.kind)).toEqual([undefined, "none", "none", "lazy"]);
    expect(comparison.costs.map(({ months }) => months[0]?.cumulative.toFixed()), "100 hours at 100 for the move to the own store alone").toEqual(["0", "0", "0", "10000"]);
  });
  it("is needed between plans of one vendor", () => {
    const look = outlookFrom("workload: { mau: 400 }\nalternatives: [auth0-b2c-essentials, auth0-b2c-professional, clerk-pro]");
    const [essentials, professional, clerk] = look.study.models;
    if (!essentials || !professional || !clerk) throw new Error("an alternative is missing");
    expect(moveCost(look, essentials, professional, 2).kind).toBe("none");
    expect(moveCost(look, essentials, clerk, 2).kind, "Auth0 hands hashes out on request, Clerk takes them").toBe("passwords");
  });
});

describe("passwords that move along", () => {
  const moves = (from: string, alternatives: string) => comparisonFrom(`workload: { mau: 1000 }\nlabour: { hourlyRate: 50 }\nhorizon: { months: 4 }\nmigration: { from: ${from} }\nalternatives: ${alternatives}`).costs.map(({ move }) => move && [move.kind, plain(totalOf(move))]);
  it("cost the work alone: 100 hours at 50", () => {
    expect(moves("postgresql", "[postgresql, dynamodb, keycloak-self-hosted]")).toEqual([undefined, ["passwords", "5000"], ["passwords", "5000"]]);
  });
  it("are not assumed where nothing is known: costs given by hand", () => {
    expect(moves("a", `[{ id: a, costs: [{ name: c, monthly: 1 }] }, dynamodb]`)[1]?.[0]).toBe("lazy");
  });
  it("follow what the scenario says of an alternative", () => {
    expect(moves("a", `[{ id: a, costs: [{ name: c, monthly: 1 }], traits: { hashExport: true } }, dynamodb]`)[1]?.[0]).toBe("passwords");
    expect(moves("postgresql", `[postgresql, { id: dynamodb, architecture: dynamodb, traits: { hashImport: false } }]`)[1]?.[0]).toBe("lazy");
  });
});

describe("a forced reset", () => {
  const text = (method: string) => `workload: { mau: 1000, registeredUsers: 5000 }\nlabour: { hourlyRate: 50 }\nhorizon: { months: 3, churn: 0, discountRate: 0 }\nmigration: { from: a, method: ${method}, hours: 0 }\nalternatives: [{ id: a, costs: [{ name: c, monthly: 1 }] }, cognito]`;
  it("sends every account an e-mail in the first month: 5,000 at 0.00016", () => {
    const { move, months } = costOf(comparisonFrom(text("forced-reset")), "cognito");
    expect(move?.kind).toBe("forced-reset");
    expect(move?.monthly.map(({ other, labour }) => [plain(other), plain(labour)])).toEqual([["0.8", "0"]]);
    expect(months.map(({ moving }) => plain(moving.other))).toEqual(["0", "0.8", "0", "0"]);
  });
  it("costs no double running: three months of it at 1 against 0.80 once", () => {
    const total = (method: string) => costOf(comparisonFrom(text(method).replace("hours: 0", "hours: 0, tail: [1, 1, 1]")), "cognito").total;
    expect(plain(total("lazy").minus(total("forced-reset")))).toBe("2.2");
  });
  it("costs nothing where nobody is there to reset", () => {
    const none = costOf(comparisonFrom(text("forced-reset").replace("mau: 1000, registeredUsers: 5000", "mau: 0")), "cognito");
    expect(none.move && plain(totalOf(none.move))).toBe("0");
  });
  it("counts against the new system when it cannot carry so many at once", () => {
    const text = (emails: string) => `workload: { mau: 1000, registeredUsers: ${emails} }\nhorizon: { months: 3, churn: 0 }\nmigration: { from: a, method: forced-reset }\nalternatives: [{ id: a, costs: [{ name: c, monthly: 1 }] }, { id: b, architecture: cognito, settings: { emailSender: cognito } }]`;
    expect(costOf(comparisonFrom(text("1480")), "b").obstacle, "1,480 e-mails and the usual 20 are the 1,500 that the built-in sender sends in a month").toBeUndefined();
    expect(costOf(comparisonFrom(text("1481")), "b").obstacle?.because.join()).toContain("with the resets of all users");
  });
});

describe("an old system without a published price", () => {
  const text = (mau: number) => `workload: { mau: ${mau} }\nhorizon: { months: 3 }\nmigration: { from: entra-external-id, tail: [0.9, 0.1] }\nalternatives: [entra-external-id, cognito]`;
  it("makes leaving it unpriced too, while it still serves so many", () => {
    const { obstacle } = costOf(comparisonFrom(text(60_000)), "cognito");
    expect(obstacle?.month, "54,000 users in month 1, and prices end at 50,000").toBe(1);
    expect(obstacle?.because.join()).toContain("Microsoft Entra External ID runs on");
  });
  it("does not where those who stay are few enough", () => {
    expect(costOf(comparisonFrom(text(55_000)), "cognito").obstacle).toBeUndefined();
  });
});

describe("the fast costs of a move are the exact ones", () => {
  const ALTERNATIVES = "alternatives: [cognito, { id: lite, architecture: cognito, settings: { plan: lite } }, hybrid, postgresql, dynamodb, descope-free, entra-external-id, keycloak-self-hosted]";
  it.each([["cognito", 6000], ["postgresql", 6000], ["hybrid", 6000], ["entra-external-id", 49_000], ["entra-external-id", 60_000]].flatMap(([from, mau]) => ["lazy", "forced-reset"].map((method) => ({ from, mau, method }))))("out of $from, $method, $mau users", ({ from, mau, method }) => {
    const scenario = scenarioFrom(`workload: { mau: ${mau}, m2mAppClients: 3, m2mTokenRequests: 70000, signUpsPerMonth: 900 }\nhorizon: { months: 7, growth: { linear: 900 } }\nmigration: { from: ${from}, method: ${method}, tail: [1, 0.5, 0.1] }\n${ALTERNATIVES}`);
    const model = costModel(scenario, catalogue, ["mau"], "horizon");
    const exact = model.exact(new Map());
    model.fast(new Map(), 1).costs.forEach((cost, index) => {
      const found = exact[index];
      if (found === undefined) expect(cost[0]).toBe(Number.POSITIVE_INFINITY);
      else expect(cost[0]).toBeCloseTo(found.toNumber(), 6);
    });
  });
});
