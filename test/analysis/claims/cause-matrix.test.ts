import { describe, expect, it } from "vitest";
import type { Cause } from "../../../src/analysis/claims/check-claims.js";
import { plain, sum, ZERO } from "../../../src/units/decimal.js";
import { checkOne } from "./check.js";

/** Lite by hand: free users, then 90,000 at the first rate and the rest at the second (enough for a million users). */
type Lite = { readonly free?: number; readonly first?: number; readonly second?: number; readonly bound?: number; readonly factor?: number };
const lite = (users: number, { free = 10_000, first = 0.0055, second = 0.0046, bound = 90_000, factor = 1 }: Lite = {}): number => {
  const paid = Math.max(0, users - free);
  return factor * (Math.min(paid, bound) * first + Math.max(0, paid - bound) * second);
};
const essentials = (users: number): number => Math.max(0, users - 10_000) * 0.015;

/** What each mistake makes of Lite's amount. */
const MISTAKES: readonly { readonly kind: string; readonly amount: (users: number) => number }[] = [
  { kind: "free-tier-left-out", amount: (users) => lite(users, { free: 0 }) },
  { kind: "flat-rate", amount: (users) => lite(users, { bound: Number.POSITIVE_INFINITY }) },
  { kind: "absolute-thresholds", amount: (users) => lite(users, { bound: 80_000 }) },
  { kind: "other-free-tier", amount: (users) => lite(users, { free: 50_000 }) },
  { kind: "wrong-meter", amount: essentials },
  { kind: "unit-slip", amount: (users) => lite(users, { factor: 1000 }) },
];

const USERS = 437_311;
const charges = [{ rate: "aws.cognito.lite.mau", quantity: String(USERS) }];
const point = { architecture: "cognito", settings: { plan: "lite" }, workload: { mau: String(USERS), federatedShare: "0" } };
const others = Number(checkOne({ claimed: "1", point }).computed?.toFixed() ?? Number.NaN) - lite(USERS);
const text = (dollars: number): string => dollars.toFixed(2);

/** The first whole count from which a rising cost is above a fixed one. */
const crossing = (fixed: number, cost: (users: number) => number): number => {
  let [low, high] = [1, 100_000_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (cost(middle) > fixed + 1e-9) high = middle;
    else low = middle + 1;
  }
  return low;
};

const SHAPES: readonly { readonly shape: string; readonly claim: (amount: (users: number) => number) => object }[] = [
  { shape: "a rate's quantity", claim: (amount) => ({ charges, claimed: text(amount(USERS)) }) },
  { shape: "a point of an architecture", claim: (amount) => ({ point, claimed: text(amount(USERS) + others) }) },
  { shape: "a sum of parts", claim: (amount) => ({ charges, costs: [{ name: "Mail", monthly: "38.17" }], parts: [text(amount(USERS)), "38.17"], claimed: text(amount(USERS) + 38.17) }) },
  { shape: "a total over years", claim: (amount) => ({ kind: "total", months: "36", charges, costs: [{ name: "Set-up", once: "7391" }], claimed: text(36 * amount(USERS) + 7391) }) },
  { shape: "a break-even", claim: (amount) => ({ kind: "break-even", over: "users", from: "1", to: "100000000", below: { charges: [{ rate: "aws.cognito.lite.mau", each: "1" }] }, above: { costs: [{ name: "Servers", monthly: "1733.29" }] }, claimed: String(crossing(1733.29, amount)) }) },
  { shape: "a difference", claim: (amount) => ({ kind: "difference", first: { costs: [{ name: "Servers", monthly: "99173.29" }] }, second: { charges }, claimed: amount(USERS) > 99_173 ? "0" : text(99_173.29 - amount(USERS)) }) },
  { shape: "a saving", claim: (amount) => ({ kind: "saving", first: { costs: [{ name: "Servers", monthly: "9173.29" }] }, second: { charges }, claimed: amount(USERS) > 9173 ? "0%" : `${((100 * (9173.29 - amount(USERS))) / 9173.29).toFixed(3)}%` }) },
];

describe.each(SHAPES)("in $shape", ({ claim }) => {
  // A figure below nothing cannot be printed, so a thousandfold slip has none in a difference.
  it.each(MISTAKES.filter(({ amount }) => !/^"?0%?"?$/.test(String(Reflect.get(claim(amount), "claimed")))))("$kind is found, and its causes add up", ({ kind, amount }) => {
    const one = checkOne(claim(amount));
    expect(one.verdict).toBe("differs");
    const fits: readonly (readonly Cause[])[] = [one.causes, ...one.alsoFits];
    expect(fits.map((causes) => causes.map((cause) => cause.kind).filter((each) => each !== "rounding").join("+"))).toContain(kind);
    for (const causes of fits) expect(plain(sum(causes.map((cause) => cause.amount)))).toBe(plain(one.difference ?? ZERO));
  });
});

const kindsOf = (claim: object, prices?: object): readonly string[] => {
  const one = checkOne(claim, prices);
  return [one.causes, ...one.alsoFits].map((causes) => causes.map((cause) => cause.kind).filter((each) => each !== "rounding").join("+"));
};

describe("mistakes about a point's other lines", () => {
  const at = (asOf: string, workload: object, architecture: string): number => Number(checkOne({ claimed: "1", point: { architecture, workload } }, { asOf }).computed?.toFixed());
  const workload = { mau: "2917000", signInsPerMau: "31" };

  it("prices of another date: DynamoDB of before November 2024", () => {
    expect(kindsOf({ point: { architecture: "dynamodb", workload }, claimed: text(at("2024-10-31", workload, "dynamodb")) })).toContain("other-date");
  });

  it("the figure of another row: a tenth of the users", () => {
    expect(kindsOf({ point: { architecture: "dynamodb", workload }, claimed: text(at("2025-06-01", { ...workload, mau: "291700" }, "dynamodb")) })).toContain("other-quantity");
  });

  it("hours of the month: 720 instead of 730 move the servers of an own PostgreSQL", () => {
    const hourly = { rate: "aws.rds-postgresql.db.m6g.large.single-az", quantity: "730" };
    expect(kindsOf({ kind: "total", months: "36", charges: [hourly, { rate: "aws.kms.key", quantity: "13" }], claimed: text(36 * (720 * 0.159 + 13)) })).toContain("hours-per-month");
  });

  it("one-off costs left out, and a slip in the sum, of a total over years", () => {
    const total = { kind: "total", months: "36", charges, costs: [{ name: "Set-up", once: "7391" }] };
    const month = lite(USERS);
    expect(kindsOf({ ...total, claimed: text(36 * month) })).toContain("one-off-left-out");
    expect(kindsOf({ ...total, parts: [text(36 * month), "7391.00"], claimed: text(36 * month + 7391 + 900) })).toContain("arithmetic-slip");
  });
});
