import type { Bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import { type Decimal, decimal, whole } from "../units/decimal.js";
import { minusUsd, NO_USD, type Usd } from "../units/usd.js";
import type { CostModel } from "./cost-model.js";
import type { Study } from "./study.js";

/** A line whose amount jumps; undefined on the side where the bill has no such line. */
export type StepLine = {
  readonly component: string;
  readonly charge: string;
  readonly before: Usd | undefined;
  readonly after: Usd | undefined;
  readonly change: Usd;
};

/** One user more that changes the month by more than a user's share: something new is started, or a cheaper price begins for all. */
export type CostStep = {
  readonly model: AlternativeModel;
  /** the first user count at the new cost */
  readonly at: Decimal;
  /** what that user adds to the month, exact; below nothing where the month gets cheaper */
  readonly jump: Usd;
  /** the lines that make the jump, the largest change first */
  readonly lines: readonly StepLine[];
};

/** A jump smaller than this part of the month is no step. */
const LEAST_SHARE = 0.01;
/** A step stands out from the users before and after it by this factor. */
const STANDS_OUT = decimal("3");
/** A line that makes up this part of the jump is named. */
const WORTH_NAMING = decimal("0.1");

/**
 * The steps of each alternative's month over user counts, found window by window of one in a hundred users, then priced exactly.
 * Of two steps within one window only the larger is found.
 * @param model that may vary mau, of one month
 */
export function costSteps(model: CostModel, from: number, to: number): readonly CostStep[] {
  const counts = windowsBetween(from, to);
  const { costs } = fast(model, counts);
  return model.study.models.flatMap((alternative, index) => {
    const cost = costs[index] ?? new Float64Array(0);
    return suspects(cost).flatMap(
      (window) => stepAt(model.study, alternative, steepest(model, index, counts[window] ?? from, counts[window + 1] ?? to)) ?? [],
    );
  });
}

/** Windows that change the cost by more than their neighbours do, or by more than in proportion: a step may be among their users. */
function suspects(cost: Float64Array): readonly number[] {
  const change = Array.from(cost.subarray(1), (after, window) => after - (cost[window] as number));
  return change.flatMap((here, window) => {
    const month = Math.max(cost[window] as number, cost[window + 1] as number);
    const apart = Math.max(
      ...[change[window - 1], change[window + 1]].map((other) =>
        other === undefined || !Number.isFinite(other) ? 0 : Math.abs(here - other),
      ),
    );
    return Number.isFinite(here) && (Math.abs(here) >= 1.5 * LEAST_SHARE * month || apart >= LEAST_SHARE * month) ? [window] : [];
  });
}

function fast(model: CostModel, counts: readonly number[]): ReturnType<CostModel["fast"]> {
  return model.fast(new Map([["mau", Float64Array.from(counts)]]), counts.length);
}

function windowsBetween(from: number, to: number): readonly number[] {
  const counts = [from];
  for (let at = from; at < to; ) {
    at = Math.min(to, at + Math.max(1, Math.ceil(at / 100)));
    counts.push(at);
  }
  return counts;
}

const PARTS = 16;

/** The user count that changes the cost most, by following the part of the window that changes it most. */
function steepest(model: CostModel, index: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (to - from > 1) {
    const counts = [...new Set(Array.from({ length: PARTS + 1 }, (_, part) => Math.round(from + ((to - from) * part) / PARTS)))];
    const cost = fast(model, counts).costs[index] ?? new Float64Array(0);
    const changes = counts.slice(1).map((_, part) => Math.abs((cost[part + 1] ?? Number.NaN) - (cost[part] ?? Number.NaN)));
    const most = changes.indexOf(Math.max(...changes));
    [from, to] = [counts[most] ?? from, counts[most + 1] ?? to];
  }
  return to;
}

/** The step at a user count, if it is one when priced exactly and changes the month by its least share. */
function stepAt(one: Study, alternative: AlternativeModel, at: number): CostStep | undefined {
  const step = jumpAt(one, alternative, at);
  const before = one.billAt(alternative, whole(at - 1)).monthly;
  return step?.jump.abs().gte(before.times(LEAST_SHARE.toString())) ? step : undefined;
}

/** The step of one user more, however small a part of the month it is, if it stands out from the users before and after it and from what a user costs. */
export function jumpAt(one: Study, alternative: AlternativeModel, at: number): CostStep | undefined {
  if (at < 1) return undefined;
  const [before, after, later] = [at - 1, at, at + 1].map((count) => one.billAt(alternative, whole(count))) as [Bill, Bill, Bill];
  const jump = minusUsd(after.monthly, before.monthly);
  const usual = [
    at < 2 ? NO_USD : minusUsd(before.monthly, one.billAt(alternative, whole(at - 2)).monthly),
    minusUsd(later.monthly, after.monthly),
  ];
  if (jump.isZero() || usual.some((other) => jump.abs().lte(other.abs().times(STANDS_OUT)))) return undefined;
  if (at > 1 && jump.abs().lte(before.monthly.div(at - 1).times(STANDS_OUT))) return undefined;
  return {
    model: alternative,
    at: whole(at),
    jump,
    lines: changedLines(before, after).filter((line) => line.change.abs().gte(jump.abs().times(WORTH_NAMING))),
  };
}

/** What a bill's lines change by, the largest change first. */
function changedLines(before: Bill, after: Bill): readonly StepLine[] {
  const keyOf = (line: { readonly component: string; readonly charge: string }): string => `${line.component}\n${line.charge}`;
  const amounts = (bill: Bill): ReadonlyMap<string, Usd> => new Map(bill.lines.map((line) => [keyOf(line), line.amount]));
  const [old, young] = [amounts(before), amounts(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .map((key): StepLine => {
      const [component = "", charge = ""] = key.split("\n");
      return {
        component,
        charge,
        before: old.get(key),
        after: young.get(key),
        change: minusUsd(young.get(key) ?? NO_USD, old.get(key) ?? NO_USD),
      };
    })
    .filter((line) => !line.change.isZero())
    .sort((a, b) => b.change.abs().comparedTo(a.change.abs()));
}
