import { obstacleText } from "../engine/obstacle.js";
import type { AlternativeModel } from "../engine/model.js";
import { CRITERION_NAMES, type Criterion } from "../scenario/criteria.js";
import type { Decision } from "../scenario/scenario.js";
import { type Decimal, decimal, whole, ZERO } from "../units/decimal.js";
import { minusUsd, type Usd } from "../units/usd.js";
import type { Measure } from "./cost-model.js";
import { isOpen } from "./constraint-words.js";
import { chooser, decide, hasPriorities, type Merit } from "./decide.js";
import { type Flip, flipsOverUsers } from "./flips-over-users.js";
import { amount, type Judge, monthJudge } from "./judge.js";
import type { Study } from "./study.js";
import { type UnstatedUpkeep, unstatedUpkeep } from "./unstated-upkeep.js";
import { sayRecommendation, type Sayings } from "./recommend-words.js";

export type Verdict = "clear" | "conditional" | "too-close" | "infeasible";

/** What a conditional verdict hangs on: a change of size nearby, the weight of the priorities, a constraint that no source settles, upkeep that the bill leaves out. */
export type Condition = "size" | "priorities" | "constraint" | "upkeep";

/** `cost` is what the choice is judged by: the month's dollars, or the present value over the horizon. */
export type Ranked = { readonly model: AlternativeModel; readonly monthly: Usd; readonly cost: Usd; readonly merit: Merit };

export type Recommendation = Sayings & {
  readonly mau: Decimal;
  readonly measure: Measure;
  /** months that the measure spans: 1 for a month */
  readonly months: number;
  /** undefined when no alternative can carry the scenario */
  readonly choice: string | undefined;
  readonly verdict: Verdict;
  /** empty unless the verdict is conditional */
  readonly conditions: readonly Condition[];
  /** feasible alternatives, best first */
  readonly ranking: readonly Ranked[];
  readonly infeasible: readonly { readonly model: AlternativeModel; readonly because: readonly string[] }[];
  readonly cheapest: string | undefined;
  /** dollars of the measure between the cheapest and the next cheapest */
  readonly margin: Usd | undefined;
  readonly flips: readonly Flip[];
  /** what the least upkeep would make of the choice, where its bill leaves that out */
  readonly upkeep: UnstatedUpkeep | undefined;
};

/** With priorities, totals closer than this (of 1) are too close to tell apart. */
const CLOSE_MERIT = 0.02;
/** A flip within this factor of the scenario's own size makes the verdict conditional. */
const NEAR_FACTOR = 2;
const MOST_UPKEEP_CENTS = 10 ** 11;
/** The index of no alternative. */
const NONE = -1;

/** The choice at the scenario's own size, what decided, and what would flip it. */
export function recommend(one: Study, judge: Judge = monthJudge(one)): Recommendation {
  const mau = one.scenario.workload.get("mau") ?? whole(0);
  const { decision } = one.scenario;
  const bills = one.models.map((model) => one.billAt(model, mau));
  const costs = judge.costs.map(amount);
  const ranking = decide(costs, one.models, decision).flatMap((merit): Ranked[] => {
    const model = one.models[merit.index];
    const [bill, cost] = [bills[merit.index], judge.costs[merit.index]];
    return model && bill && cost ? [{ model, monthly: bill.monthly, cost, merit }] : [];
  });
  const infeasible = one.models.flatMap((model, index) => {
    const because = bills[index]?.obstacles.map(obstacleText) ?? [];
    if (because.length > 0) return [{ model, because }];
    return judge.costs[index] === undefined ? [{ model, because: ["it cannot carry the users of every month of the horizon"] }] : [];
  });
  const byCost = [...ranking].sort((a, b) => a.cost.comparedTo(b.cost) || a.merit.index - b.merit.index);
  const margin = byCost[0] && byCost[1] ? minusUsd(byCost[1].cost, byCost[0].cost) : undefined;
  const choice = ranking[0]?.model.id;
  const flips = [...flipsOverUsers(one, judge, mau.toNumber(), choice), ...flipByUpkeep(one, judge, ranking)];
  const upkeep = unstatedUpkeep(one, judge, ranking[0]?.model);
  const facts = {
    mau,
    measure: judge.measure,
    months: judge.months,
    choice,
    ranking,
    infeasible,
    cheapest: byCost[0]?.model.id,
    margin,
    flips,
    upkeep,
  };
  const conditions = conditionsOf(facts);
  const certain = certainVerdict(one, ranking, byCost);
  const verdict = certain ?? (conditions.length > 0 ? "conditional" : "clear");
  return { ...facts, verdict, conditions: certain ? [] : conditions, ...sayRecommendation(one, { ...facts, verdict, byCost }) };
}

/** The verdict where it hangs on nothing: no choice, or two that cannot be told apart. */
function certainVerdict(one: Study, [first, second]: readonly Ranked[], [low, high]: readonly Ranked[]): Verdict | undefined {
  if (!first) return "infeasible";
  if (!second) return undefined;
  const { decision } = one.scenario;
  const isClose = hasPriorities(decision)
    ? first.merit.total - second.merit.total < CLOSE_MERIT
    : low && high?.cost.minus(low.cost).lte(high.cost.times(decision.materiality));
  return isClose ? "too-close" : undefined;
}

function conditionsOf({
  mau,
  ranking: [first],
  cheapest,
  flips,
  upkeep,
}: Pick<Recommendation, "mau" | "ranking" | "cheapest" | "flips" | "upkeep">): readonly Condition[] {
  if (!first) return [];
  const isNear = flips.some((flip) => flip.driver === "mau" && flip.at.lte(mau.times(NEAR_FACTOR)) && flip.at.times(NEAR_FACTOR).gte(mau));
  const hangs: Readonly<Record<Condition, boolean>> = {
    constraint: isOpen(first.model),
    size: isNear,
    priorities: first.model.id !== cheapest,
    upkeep: upkeep !== undefined && upkeep.choice !== first.model,
  };
  return (Object.keys(hangs) as Condition[]).filter((condition) => hangs[condition]);
}

/** How many more dollars a month the choice may cost (upkeep, on-call) before another is chosen; found in whole cents. */
function flipByUpkeep(one: Study, judge: Judge, ranking: readonly Ranked[]): readonly Flip[] {
  const first = ranking[0];
  if (!first || ranking.length < 2) return [];
  const pick = chooser(one.models, one.scenario.decision, NONE);
  const aDollar = judge.monthlyDollar(first.model);
  const bare = judge.costs.map(amount);
  const chosenWith = (cents: number): number => {
    const more = whole(cents).div(100);
    return pick(
      judge.costs.map((cost, index) =>
        cost && !aDollar[index]?.isZero()
          ? cost.plus(more.times(aDollar[index] ?? ZERO)).toNumber()
          : (bare[index] ?? Number.POSITIVE_INFINITY),
      ),
    );
  };
  if (chosenWith(MOST_UPKEEP_CENTS) === first.merit.index) return [];
  let below = 0;
  let above = MOST_UPKEEP_CENTS;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (chosenWith(middle) === first.merit.index) below = middle;
    else above = middle;
  }
  const to = one.models[chosenWith(above)]?.id;
  return to === undefined ? [] : [{ driver: "upkeep", direction: "above", at: whole(above).div(decimal("100")), to, reason: "choice" }];
}

/** Where one alternative does better than another, what weighs most first; what weighs nothing decides nothing. */
export function decidingCriteria(first: Merit, second: Merit, decision: Decision): readonly ("cost" | Criterion)[] {
  const weight = (name: "cost" | Criterion): number => (name === "cost" ? decision.cost : decision.priorities[name])?.toNumber() ?? 0;
  const lead = (name: "cost" | Criterion): number => weight(name) * ((first.parts.get(name) ?? 0) - (second.parts.get(name) ?? 0));
  return (["cost", ...CRITERION_NAMES] as const)
    .filter((name) => first.parts.has(name) && lead(name) > 0)
    .sort((a, b) => lead(b) - lead(a));
}
