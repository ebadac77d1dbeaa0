import { bill, type Point } from "../engine/bill.js";
import { compilePlan, type Plan, type Slots } from "../engine/plan.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { onceOf, originOf } from "./horizon.js";
import { billLedgers, type Ledgers } from "./month-cost.js";
import { moveKind } from "./move-kind.js";
import { leftBehind, type Move, moveCost, withResets } from "./moving.js";
import type { Outlook } from "./outlook.js";
import { endOfStart, factorsOf } from "./staged-plan.js";

/** The present value of a plan by the places of its two alternatives and the month of the change; Infinity where it cannot be. */
export type FastStagedCosts = (first: number, second: number, month: number) => number;

/** The fast twin of `stagedPlan`: sums of exact monthly bills before and after each month, and moves priced by compiled plans. */
export function fastStagedCosts(look: Outlook): FastStagedCosts {
  const { models, scenario } = look.study;
  const factors = factorsOf(look).map((factor) => factor.toNumber());
  const factor = (month: number): number => factors[month] ?? 0;
  const from = originOf(look);
  const running = models.map((model) => {
    const bills = look.months.map((month) => dollars(billLedgers(look.billIn(model, month))) * factor(month.month));
    const bad = look.months.filter((month) => look.billIn(model, month).obstacles.length > 0);
    return {
      ...prefixes(bills),
      once: dollars(onceOf(look, model)),
      firstBad: bad[0]?.month ?? Number.POSITIVE_INFINITY,
      lastBad: bad.at(-1)?.month ?? 0,
    };
  });
  const starts = models.map((model) => startOf(from && from !== model ? moveCost(look, from, model, 1) : undefined, factor));
  const kinds = models.map((one) => models.map((other) => moveKind(one, other, scenario.migration.method)));
  const work = scenario.migration.hours.times(scenario.labour.hourlyRate).toNumber();
  const moves = movePrices(look, factor);
  return (first, second, month) => {
    const [before, after, start, kind, to] = [running[first], running[second], starts[first], kinds[first]?.[second], models[second]];
    if (!before || !after || !start || !kind || !to || before.firstBad < month || after.lastBad >= month) return Number.POSITIVE_INFINITY;
    const moving =
      kind === "none"
        ? 0
        : work * factor(month - 1) +
          (kind === "lazy" ? moves.tail(first, month) : kind === "forced-reset" ? moves.resets(second, month) : 0);
    return (
      before.once +
      start(endOfStart(from, to, month)) +
      (before.until[month - 1] ?? 0) +
      after.once * factor(month - 1) +
      (after.from[month - 1] ?? 0) +
      moving
    );
  };
}

const dollars = ({ other, labour }: Ledgers): number => other.plus(labour).toNumber();

/** until[i]: the first i; from[i]: all after them. */
function prefixes(values: readonly number[]): { readonly until: readonly number[]; readonly from: readonly number[] } {
  const until = [0];
  for (const value of values) until.push((until.at(-1) ?? 0) + value);
  const from = [0];
  for (const value of [...values].reverse()) from.push((from.at(-1) ?? 0) + value);
  return { until, from: from.reverse() };
}

/** What the move at the start costs when it ends before a month; Infinity where it cannot be. */
function startOf(move: Move | undefined, factor: (month: number) => number): (ends: number) => number {
  if (!move) return () => 0;
  const months = move.monthly.map((one, index) => dollars(one) * factor(index + 1));
  const sums = prefixes(months).until;
  return (ends) =>
    move.obstacle && move.obstacle.month < ends
      ? Number.POSITIVE_INFINITY
      : move.work.toNumber() + (sums[Math.min(ends - 1, months.length)] ?? 0);
}

type MovePrices = { readonly tail: (from: number, month: number) => number; readonly resets: (to: number, month: number) => number };

/** Present values of tails and resets, each priced once; doubles where they are sure, else exact. */
function movePrices(look: Outlook, factor: (month: number) => number): MovePrices {
  const { models, card, scenario } = look.study;
  const names = [...scenario.workload.keys()];
  const slots: Slots = new Map(names.map((name, index) => [name, index]));
  const plans: (Plan | undefined)[] = [];
  const inputs = new Float64Array(names.length);
  const price = (place: number, point: Point, always: boolean): number => {
    const model = models[place];
    if (!model) return Number.NaN;
    plans[place] ??= compilePlan(model, card, slots);
    names.forEach((name: DriverName, slot) => {
      inputs[slot] = point.get(name)?.toNumber() ?? Number.NaN;
    });
    const fast = plans[place].monthly(inputs);
    if (Number.isFinite(fast) || (fast === Number.POSITIVE_INFINITY && !always)) return fast;
    const made = bill(model, point, card);
    return made.obstacles.some((one) => !always || one.unpriced) ? Number.POSITIVE_INFINITY : made.monthly.toNumber();
  };
  const tail = (from: number, at: number): number =>
    scenario.migration.tail.reduce((total, share, index) => {
      const month = look.months[at - 1 + index];
      return month ? total + price(from, leftBehind(look, month, share, at), true) * factor(month.month) : total;
    }, 0);
  const resets = (to: number, at: number): number => {
    const [month, model] = [look.months[at - 1], models[to]];
    if (!month || !model || month.mau.isZero()) return 0;
    return (price(to, withResets(look, month), false) - look.billIn(model, month).monthly.toNumber()) * factor(at);
  };
  return { tail: remembered(tail), resets: remembered(resets) };
}

function remembered(work: (place: number, month: number) => number): (place: number, month: number) => number {
  const known = new Map<number, number>();
  return (place, month) => {
    const key = place * 1000 + month;
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = work(place, month);
    known.set(key, made);
    return made;
  };
}
