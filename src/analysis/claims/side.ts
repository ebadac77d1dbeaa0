import { assemble } from "../../engine/assemble.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import type { DriverName } from "../../scenario/driver-spec.js";
import { parseScenario } from "../../scenario/parse-scenario.js";
import { type Decimal, decimal, ONE, ZERO } from "../../units/decimal.js";
import { evaluator } from "../../units/evaluate.js";
import type { SideData } from "./claims-schema.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";

/** Values for what a claim leaves open: the count of a break-even, a driver that is sought. */
export type At = ReadonlyMap<string, Decimal>;
export const NOTHING_OPEN: At = new Map();

/** One thing that is added up: a quantity of a rate, in so many copies. Items of one pool share tiers and free part; the pool is the rate unless a misreading counts one apart. */
export type Item = {
  readonly id: string;
  readonly name: string;
  readonly component: string;
  readonly rate: string;
  readonly pool: string;
  readonly copies: Decimal;
  readonly quantityAt: (at: At) => Decimal;
};

/** A pool of its own for an item, beside the pool that its rate has already. */
export const ownPool = (rate: string, item: string): string => `${rate}#${item}`;
export const rateOfPool = (pool: string): string => pool.split("#")[0] ?? pool;

/** Dollars that the source states itself. */
export type FixedCost = {
  readonly id: string;
  readonly name: string;
  readonly every: "month" | "year" | "once";
  readonly amount: Decimal;
  readonly times: Decimal;
  /** what a break-even counts, when the amount is for each of it */
  readonly over: string | undefined;
  readonly amountAt: (at: At) => Decimal;
};

/** A cost with its amount, which goal seek changes. */
export function costOf(cost: Omit<FixedCost, "amountAt">): FixedCost {
  const all = cost.amount.times(cost.times);
  const { over } = cost;
  return { ...cost, amountAt: over === undefined ? () => all : (at) => (at.get(over) ?? ZERO).times(all) };
}

export type Side = { readonly items: readonly Item[]; readonly costs: readonly FixedCost[] };

/**
 * @param open names that get their values later: what a break-even runs over, a driver that is sought
 * @throws ProblemError when the side names what does not exist
 */
export function sideOf(file: ClaimsFile, claim: Claim, data: SideData, index: number, open: readonly string[]): Side {
  const over = open[0] ?? "";
  const charges = (data.charges ?? []).map((charge, place): Item => {
    const quantity = decimal(charge.quantity ?? charge.each ?? "0");
    return {
      id: `${index}.${place}`,
      name: charge.rate,
      component: charge.rate,
      rate: charge.rate,
      pool: charge.rate,
      copies: decimal(charge.times ?? "1"),
      quantityAt: charge.each === undefined ? () => quantity : (at) => (at.get(over) ?? ZERO).times(quantity),
    };
  });
  const costs = (data.costs ?? []).map(
    (cost, place): FixedCost =>
      costOf({
        id: `${index}.cost.${place}`,
        name: cost.name,
        every: cost.once !== undefined ? "once" : cost.yearly !== undefined ? "year" : "month",
        amount: decimal(cost.monthly ?? cost.yearly ?? cost.once ?? cost.each ?? "0"),
        times: decimal(cost.times ?? "1"),
        over: cost.each === undefined ? undefined : over,
      }),
  );
  return { items: [...charges, ...pointItems(file, claim, data, index, open)], costs };
}

/** The quantities that an architecture uses at a point, as items. */
function pointItems(file: ClaimsFile, claim: Claim, { point }: SideData, index: number, open: readonly string[]): readonly Item[] {
  if (!point) return [];
  const workload = { ...point.workload, ...Object.fromEntries(open.map((name) => [name, point.workload[name as DriverName] ?? "0"])) };
  if (workload.mau === undefined)
    throw new ProblemError([
      {
        code: "missing-key",
        place: claim.place(["point", "workload"]),
        message: '"mau" is missing',
        expected: "users active in the month",
      },
    ]);
  const book = claim.book ?? file.prices?.book ?? "aws";
  const text = JSON.stringify({
    name: claim.id,
    prices: { book },
    workload,
    alternatives: [{ id: "claim", architecture: point.architecture, settings: point.settings ?? {} }],
  });
  const parsed = parseScenario(text, { file: file.file, hash: file.hash });
  const [model] = assemble({
    ...parsed,
    place: () => claim.place(["book"]),
    alternatives: parsed.alternatives.map((one) => ({ ...one, place: (path: readonly PropertyKey[]) => claim.place(["point", ...path]) })),
  });
  const known = new WeakMap<At, ReturnType<typeof evaluator>>();
  const evaluatorAt = (at: At): ReturnType<typeof evaluator> => {
    const before = known.get(at);
    if (before) return before;
    const made = evaluator((name) => at.get(name) ?? parsed.workload.get(name as DriverName) ?? fail(name));
    known.set(at, made);
    return made;
  };
  return (model?.charges ?? []).map(
    (charge, place): Item => ({
      id: `${index}.point.${place}`,
      rate: charge.rate,
      pool: charge.rate,
      name: `${charge.component}: ${charge.name}`,
      component: charge.component,
      copies: ONE,
      quantityAt: (at) => evaluatorAt(at)(charge.quantity),
    }),
  );
}

function fail(name: string): never {
  throw new ProblemError([{ code: "missing-key", message: `the driver ${quoted(name)} has no value` }]);
}
