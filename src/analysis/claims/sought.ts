import type { Catalogue } from "../../prices/price-file.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { DRIVERS } from "../../scenario/drivers.js";
import { type Decimal, decimal, whole } from "../../units/decimal.js";
import { unitWord } from "../../units/unit.js";
import { NO_USD } from "../../units/usd.js";
import type { SolveData } from "./claims-schema.js";
import { type Computation, computationOf, poolsOf, withItems, withReading } from "./computation.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";
import type { Pricer } from "./pricer.js";
import { costOf } from "./side.js";
import type { Solved } from "./solved.js";

/** units that are measured, not counted */
const MEASURED = /GB|GiB|hour|second|month|vCPU/;
/** quantities are spoken of in the plural */
const TWO = whole(2);

/** What is sought, and the computation at any value of it. */
export type Sought = Pick<Solved, "of" | "name" | "unit" | "now"> & {
  readonly isWhole: boolean;
  readonly computationAt: (value: Decimal) => Computation;
};

/** @throws ProblemError for a driver, a rate or a cost that does not reach the claim */
export function sought(file: ClaimsFile, claim: Claim, solve: SolveData, catalogue: Catalogue, prices: Pricer): Sought {
  if ("driver" in solve) {
    const { driver } = solve;
    if (!claim.subject.sides.some((side) => side.point))
      throw new ProblemError([
        {
          code: "inconsistent",
          place: claim.place(["solve"]),
          message: `${quoted(driver)} is a driver, and this claim has no point that drivers reach`,
          hint: "solve for a rate or a quantity",
        },
      ]);
    const open = computationOf(file, claim, catalogue, driver);
    const spec = DRIVERS[driver];
    const stated =
      claim.subject.sides.map((side) => side.point?.workload[driver]).find((text) => text !== undefined) ??
      (spec.default.kind === "value" ? spec.default.value : undefined);
    return {
      of: "driver",
      name: driver,
      unit: spec.per ? `${spec.unit} per ${spec.per}` : spec.unit,
      isWhole: spec.integer === true,
      now: stated === undefined ? undefined : decimal(stated),
      computationAt: (value) => ({ ...open, at: new Map(open.at).set(driver, value) }),
    };
  }
  const base = computationOf(file, claim, catalogue);
  if ("cost" in solve) return soughtCost(base, claim, solve.cost);
  const id = "rate" in solve ? solve.rate : solve.quantity;
  if (!poolsOf(base).includes(id))
    throw new ProblemError([
      {
        code: "unknown-name",
        place: claim.place(["solve"]),
        message: `the claim does not use the rate ${quoted(id)}`,
        ...nameHint(id, poolsOf(base)),
      },
    ]);
  const rate = prices.rate(base, id);
  if ("rate" in solve) {
    const now = rate.schedule.kind === "per-unit" ? rate.schedule.unitRate : undefined;
    return {
      of: "rate",
      name: id,
      unit: `USD per ${rate.unit}`,
      isWhole: false,
      now,
      computationAt: (value) =>
        withReading(base, id, {
          key: `at ${value.toFixed()}`,
          read: (read) => ({ ...read, minimum: NO_USD, schedule: { kind: "per-unit", unitRate: value } }),
        }),
    };
  }
  const [only, ...more] = base.sides.flatMap((side) => side.items.filter((item) => item.rate === id));
  return {
    of: "quantity",
    name: id,
    unit: unitWord(rate.unit, TWO),
    isWhole: !MEASURED.test(rate.unit),
    now: more.length === 0 ? only?.quantityAt(base.at) : undefined,
    computationAt: (value) => withItems(base, (item) => (item.rate === id ? { ...item, quantityAt: () => value } : item)),
  };
}

/** Dollars that the source states, by their name; several of one name are one. */
function soughtCost(base: Computation, claim: Claim, name: string): Sought {
  const costs = base.sides.flatMap((side) => side.costs);
  const [first, ...more] = costs.filter((cost) => cost.name === name);
  const names = [...new Set(costs.map((cost) => cost.name))];
  if (!first)
    throw new ProblemError([
      { code: "unknown-name", place: claim.place(["solve"]), message: `the claim has no cost ${quoted(name)}`, ...nameHint(name, names) },
    ]);
  return {
    of: "cost",
    name,
    unit: first.over !== undefined ? `USD for each of ${first.over}` : first.every === "once" ? "USD once" : `USD a ${first.every}`,
    isWhole: false,
    now: more.length === 0 ? first.amount : undefined,
    computationAt: (value) => ({
      ...base,
      sides: base.sides.map((side) => ({
        ...side,
        costs: side.costs.map((cost) => (cost.name === name ? costOf({ ...cost, amount: value }) : cost)),
      })),
    }),
  };
}
