import { assemble } from "../../engine/assemble.js";
import { parseScenario } from "../../scenario/parse-scenario.js";
import { evaluator } from "../../units/evaluate.js";
import type { Catalogue } from "../../prices/price-file.js";
import { newestDay, type Rate, rateCard } from "../../prices/rate-card.js";
import { rateQuantity } from "../../rating/rate-quantity.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { type Decimal, decimal, ONE, ZERO } from "../../units/decimal.js";
import { sumUsd, type Usd } from "../../units/usd.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";

/** One thing that the claim adds up: a quantity of a rate, `times` over. */
export type Item = { readonly rate: string; readonly quantity: Decimal; readonly times: Decimal; readonly name: string };

/** How a figure is computed; a misreading of prices is a changed computation. */
export type Computation = {
  readonly items: readonly Item[];
  readonly asOf: string;
  readonly region: string;
  readonly freeTier: boolean;
  /** a wrong reading of one rate, by rate id */
  readonly misread: ReadonlyMap<string, (rate: Rate) => Rate>;
  /** a wrong factor on the whole amount */
  readonly factor: Decimal;
};

/** @throws ProblemError when the claim names what does not exist */
export function computationOf(file: ClaimsFile, claim: Claim, catalogue: Catalogue): Computation {
  const book = claim.book ?? file.prices?.book ?? "aws";
  const asOf = claim.asOf ?? file.prices?.asOf ?? newestDay(catalogue);
  const region = claim.region ?? file.prices?.region ?? "us-east-1";
  const freeTier = claim.freeTier ?? file.prices?.freeTier ?? true;
  const items = claim.charges?.map((charge): Item => ({ rate: charge.rate, name: charge.rate, quantity: decimal(charge.quantity), times: decimal(charge.times ?? "1") })) ?? pointItems(file, claim, book);
  return { items, asOf, region, freeTier, misread: new Map(), factor: ONE };
}

/** The quantities that an architecture uses at a point, as items. */
function pointItems(file: ClaimsFile, claim: Claim, book: string): readonly Item[] {
  const { point } = claim;
  if (!point) return [];
  if (point.workload.mau === undefined) throw new ProblemError([{ code: "missing-key", place: claim.place(["point", "workload"]), message: '"mau" is missing', expected: "users active in the month" }]);
  const text = JSON.stringify({ name: claim.id, prices: { book }, workload: point.workload, alternatives: [{ id: "claim", architecture: point.architecture, settings: point.settings ?? {} }] });
  const parsed = parseScenario(text, { file: file.file, hash: file.hash });
  const located = { ...parsed, alternatives: parsed.alternatives.map((one) => ({ ...one, place: (path: readonly PropertyKey[]) => claim.place(["point", ...path]) })), place: () => claim.place(["book"]) };
  const [model] = assemble(located);
  const evaluate = evaluator((name) => located.workload.get(name as "mau") ?? fail(name));
  const used = (model?.charges ?? []).map((charge) => ({ rate: charge.rate, name: `${charge.component}: ${charge.name}`, quantity: evaluate(charge.quantity), times: ONE }));
  return used.filter((item) => !item.quantity.isZero());
}

function fail(name: string): never {
  throw new ProblemError([{ code: "missing-key", message: `the driver ${quoted(name)} has no value` }]);
}

export type Computed = { readonly total: Decimal; readonly items: readonly { readonly item: Item; readonly rate: Rate; readonly amount: Usd }[] };

/** Rates every item and adds up. @throws ProblemError with every rate that has no price */
export function compute(computation: Computation, catalogue: Catalogue, place?: Claim["place"]): Computed {
  const { asOf, region, freeTier } = computation;
  const card = rateCard(catalogue, { asOf, region, freeTier, ...(place ? { place: place([]) } : {}) });
  const items = computation.items.map((item) => {
    const rate = card.rate(item.rate);
    const read = computation.misread.get(item.rate)?.(rate) ?? rate;
    return { item, rate: read, amount: rateQuantity(read, item.quantity).amount.times(item.times).times(computation.factor) as Usd };
  });
  return { total: sumUsd(items.map((one) => one.amount)), items };
}

/** The least and most that the sources' own ranges allow around the stated middles. */
export function rangeOf(computed: Computed): { readonly low: Decimal; readonly high: Decimal } {
  return computed.items.reduce(({ low, high }, { item, rate, amount }) => {
    const { range } = rate;
    const spread = (bound: Decimal): Decimal => item.quantity.times(item.times).times(bound);
    return { low: low.plus(range ? spread(range.low) : amount), high: high.plus(range ? spread(range.high) : amount) };
  }, { low: ZERO, high: ZERO });
}
