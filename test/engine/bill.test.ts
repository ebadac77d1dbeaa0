import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../src/architectures/registry.js";
import { bill } from "../../src/engine/bill.js";
import { rateCard } from "../../src/prices/rate-card.js";
import { decimal, plain, sum } from "../../src/units/decimal.js";
import { formatUsd } from "../../src/units/format.js";
import { catalogue } from "../support/catalogue.js";
import { fixture } from "../support/fixture.js";
import { modelOf, scenarioOf } from "../support/models.js";
import { textsOf } from "../support/problems-of.js";

type Prices = { readonly book: string; readonly asOf: string };
type Case = {
  readonly id: string; readonly prices: Prices; readonly alternative: { readonly architecture: string; readonly settings?: Readonly<Record<string, string>> };
  readonly workload: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly line: string; readonly quantity: string; readonly amount: string; readonly because: string }[]; readonly monthly: string;
};
const cases = fixture<readonly Case[]>("bills.yaml");

function billOf({ prices, alternative, workload, costs }: Pick<Case, "prices" | "alternative" | "workload"> & { readonly costs?: readonly Readonly<Record<string, string>>[] }) {
  const scenario = scenarioOf({ prices, workload, alternatives: [{ id: "one", ...alternative, ...(costs ? { costs } : {}) }] });
  const card = rateCard(catalogue, { asOf: prices.asOf, region: "us-east-1", freeTier: true });
  return bill(modelOf(scenario), scenario.workload, card);
}

describe("bills worked by hand come out line by line", () => {
  it.each(cases)("$id costs $monthly", (one) => {
    const made = billOf(one);
    expect(made.lines.map((line) => `${line.component}: ${line.charge} | ${plain(line.quantity)} | ${plain(line.amount)}`)).toEqual(one.lines.map(({ line, quantity, amount }) => `${line} | ${quantity} | ${amount}`));
    expect(plain(made.monthly)).toBe(one.monthly);
    expect(made.obstacles).toEqual([]);
  });
  it.each(cases)("$id: the month is the sum of its lines, and each line the sum of its slices", (one) => {
    const made = billOf(one);
    expect(plain(sum(made.lines.map((line) => line.amount)))).toBe(plain(made.monthly));
    expect(made.lines.map((line) => plain(sum(line.slices.map((slice) => slice.amount))))).toEqual(made.lines.map((line) => plain(line.amount)));
    expect(made.lines.map((line) => plain(line.steps().at(-1)?.value ?? decimal("-1")))).toEqual(made.lines.map((line) => plain(line.quantity)));
  });
  it("every architecture of the original document has one, with its own prices and with today's", () => {
    const worked = new Set(cases.map((one) => `${one.prices.book} ${one.alternative.architecture}`));
    const wanted = ARCHITECTURES.filter((one) => one.book === "seed").flatMap((one) => [`seed ${one.id}`, `aws ${one.id}`]);
    expect(wanted.filter((one) => !worked.has(one))).toEqual([]);
  });
});

describe("the published example of 25,000 direct and 500 federated users with 300,000 tokens", () => {
  // 500 of 25,500 users is no finite decimal: the share is cut at 30 digits, which no cent can see.
  const workload = { mau: "25500", federatedShare: "0.019607843137254901960784313725", m2mTokenRequests: "300000", signUpsPerMonth: "0", signInsPerMau: "0", tokenRefreshesPerMau: "0", passwordResetsPerMau: "0", apiCallsPerMau: "0" };
  it.each([
    { plan: "lite", total: "$726.75", because: "82.50 + 6.75 + 637.50" },
    { plan: "essentials", total: "$869.25", because: "225 + 6.75 + 637.50" },
    { plan: "plus", total: "$1,144.25", because: "500 + 6.75 + 637.50" },
  ])("$plan costs $total: $because", ({ plan, total }) => {
    const made = billOf({ prices: { book: "aws", asOf: "2026-07-15" }, alternative: { architecture: "cognito", settings: { plan } }, workload });
    expect(formatUsd(made.monthly)).toBe(total);
  });
});

describe("costs given by hand", () => {
  const hand = { prices: { book: "seed", asOf: "2024-01-01" }, alternative: { architecture: "cognito" }, workload: { mau: "60000" } };
  const costs = [{ name: "On-call", monthly: "1680", kind: "labour" }, { name: "Seats", perMau: "0.001" }, { name: "Set-up", once: "5000", kind: "labour" }];
  it("are lines like others: the month, each user, and once apart", () => {
    const made = billOf({ ...hand, costs });
    expect(made.lines.filter((line) => line.rate === undefined).map((line) => `${line.charge} ${line.ledger} ${plain(line.amount)}`)).toEqual(["On-call labour 1680", "Seats infrastructure 60"]);
    expect([made.monthly, made.once, made.labour].map(plain)).toEqual(["1795", "5000", "1680"]);
  });
});

describe("what an alternative cannot carry", () => {
  it("more e-mail than Cognito's own sender gives is an obstacle, with the number found", () => {
    const made = billOf({ prices: { book: "aws", asOf: "2026-10-07" }, alternative: { architecture: "cognito", settings: { emailSender: "cognito" } }, workload: { mau: "1000", signUpsPerMonth: "1501", passwordResetsPerMau: "0" } });
    expect(made.obstacles.map((one) => `${plain(one.found)} of ${plain(one.most)} ${one.unit}`)).toEqual(["1501 of 1500 email"]);
  });
  it("more machine tokens a second than Cognito issues is an obstacle, since that quota cannot be raised", () => {
    // 39,420,000 tokens / 2,628,000 seconds x 10 at peak = 150 a second
    const tokens = (m2mTokenRequests: string) => billOf({ prices: { book: "aws", asOf: "2026-10-07" }, alternative: { architecture: "cognito" }, workload: { mau: "1000", m2mTokenRequests } });
    expect(tokens("39420000").obstacles).toEqual([]);
    expect(tokens("39420001").obstacles.map((one) => `${one.name} ${plain(one.most)}`)).toEqual(["machine tokens a second 150"]);
  });
  it("more sign-ups a second than a pool carries are bought", () => {
    // 13,140,000 sign-ups / 2,628,000 seconds x 10 at peak = 50 a second; one more starts the 51st
    const bought = (signUpsPerMonth: string) => billOf({ prices: { book: "aws", asOf: "2026-10-07" }, alternative: { architecture: "cognito" }, workload: { mau: "1000", signUpsPerMonth } }).lines.filter((line) => line.component === "Cognito request quota").map((line) => `${line.charge} ${plain(line.amount)}`);
    expect(bought("13140000")).toEqual([]);
    expect(bought("13140001")).toEqual(["Provisioned creation requests 20"]);
  });
  it("a load above the largest instance is an obstacle", () => {
    const made = billOf({ prices: { book: "aws", asOf: "2026-10-07" }, alternative: { architecture: "postgresql" }, workload: { mau: "25034752" } });
    // 128 GiB x 0.75 = 96 GiB; less 0.5 GiB; 4 KB a user: 25,034,752 users fit by memory
    expect(made.obstacles).toEqual([]);
    const above = billOf({ prices: { book: "aws", asOf: "2026-10-07" }, alternative: { architecture: "postgresql" }, workload: { mau: "25034753" } });
    expect(above.obstacles.map((one) => one.name)).toEqual(["instance class on the ladder"]);
  });
  it("every missing price is told at once", () => {
    const texts = textsOf(() => billOf({ prices: { book: "aws", asOf: "2022-06-01" }, alternative: { architecture: "dynamodb" }, workload: { mau: "1000" } }));
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.filter((text) => !/has no price on 2022-06-01/.test(text))).toEqual([]);
  });
});
