import type { AlternativeModel } from "../engine/model.js";
import { CRITERIA, type Criterion } from "../scenario/criteria.js";
import type { Decision } from "../scenario/scenario.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import { capitalized, formatNumber, formatUsd, formatUsdShort, listed } from "../units/format.js";
import type { Usd } from "../units/usd.js";
import { constraintReasons, demandText } from "./constraint-words.js";
import { hasPriorities } from "./decide.js";
import type { Flip } from "./flips-over-users.js";
import { decidingCriteria, type Ranked, type Verdict } from "./recommend.js";
import type { Measure } from "./cost-model.js";
import type { Study } from "./study.js";
import { LEAST_UPKEEP_HOURS, type UnstatedUpkeep } from "./unstated-upkeep.js";

export type Sayings = {
  /** the answer in one sentence */
  readonly sentence: string;
  readonly reasons: readonly string[];
  readonly flipTexts: readonly string[];
};

type Facts = {
  readonly mau: Decimal;
  readonly measure: Measure;
  readonly months: number;
  readonly verdict: Verdict;
  readonly ranking: readonly Ranked[];
  readonly byCost: readonly Ranked[];
  readonly infeasible: readonly { readonly model: AlternativeModel; readonly because: readonly string[] }[];
  readonly margin: Usd | undefined;
  readonly flips: readonly Flip[];
  readonly upkeep: UnstatedUpkeep | undefined;
};

/** Puts a recommendation into words: short sentences, every comparison with its number. */
export function sayRecommendation(one: Study, facts: Facts): Sayings {
  const titles = new Map(one.models.map((model) => [model.id, model.title]));
  const name = (id: string): string => titles.get(id) ?? id;
  const flipTexts = facts.flips.map((flip) => flipText(flip, name, facts.ranking[0]?.model.title ?? ""));
  return { sentence: sentenceOf(facts, name, hasPriorities(one.scenario.decision)), reasons: reasonsOf(one, facts), flipTexts };
}

function sentenceOf(facts: Facts, name: (id: string) => string, weighed: boolean): string {
  const overTime = facts.measure === "horizon";
  const users = overTime ? `Over ${facts.months} months from ${formatNumber(facts.mau)} users on` : `At ${formatNumber(facts.mau)} users`;
  const [first] = facts.ranking;
  const demand = demandText(facts.infeasible.map(({ model }) => model));
  if (!first) return `${users} none of the alternatives ${demand}.`;
  const rival = facts.byCost.find((one) => one.model.id !== first.model.id);
  const cost = overTime
    ? `${formatUsdShort(first.cost)} in dollars of today, all one-off costs included`
    : `${formatUsdShort(first.cost)} a month`;
  if (!rival) return `${users} ${first.model.title} costs ${cost}; it is the only alternative that ${demand}.`;
  const tied = within(facts.byCost, ZERO);
  const above = facts.flips.find((flip) => flip.driver === "mau" && flip.direction === "above");
  const cheaper = facts.byCost[0]?.model.id === first.model.id;
  const from =
    above === undefined
      ? ""
      : overTime
        ? `starting with ${formatNumber(above.at)} users or more`
        : `from ${formatNumber(above.at)} users on`;
  const then =
    above === undefined
      ? ""
      : above.reason === "limit"
        ? `; ${from} ${tied.length > 1 ? first.model.title : "it"} cannot carry the load, and ${name(above.to)} is next`
        : `; ${from} ${name(above.to)} is ${weighed ? "the better choice" : "cheaper"}`;
  if (cheaper) {
    const less = rival.cost.minus(first.cost);
    if (less.isZero()) return `${users} ${namesOf(tied)} cost the same, ${cost}${then}.`;
    return `${users} ${first.model.title} costs ${cost}, ${formatUsdShort(less)} less than ${rival.model.title}${then}.`;
  }
  const cheapest = facts.byCost[0];
  const more = cheapest
    ? `, ${formatUsdShort(first.cost.minus(cheapest.cost))} more than ${cheapest.model.title}, and serves the stated priorities better`
    : "";
  return `${users} choose ${first.model.title}: it costs ${cost}${more}${then}.`;
}

function flipText(flip: Flip, name: (id: string) => string, choice: string): string {
  if (flip.driver === "upkeep")
    return `${name(flip.to)}, once ${choice} costs ${formatUsd(flip.at)} a month more than this bill says (upkeep, on-call)`;
  const at = formatNumber(flip.at);
  if (flip.reason === "limit" && flip.direction === "above")
    return `${name(flip.to)} from ${at} users on, where ${choice} cannot carry the load`;
  return flip.direction === "above" ? `${name(flip.to)} from ${at} users on` : `${name(flip.to)} up to ${at} users`;
}

const label = (name: "cost" | Criterion): string => (name === "cost" ? "cost" : CRITERIA[name]);

function reasonsOf(one: Study, facts: Facts): readonly string[] {
  const [first, second] = facts.ranking;
  const reasons: string[] = [];
  if (first && second) {
    const [low, high] = facts.byCost;
    if (low && high) {
      const share = high.cost.isZero() ? "" : ` (${formatNumber(high.cost.minus(low.cost).div(high.cost).times(100), 1)} %)`;
      const span = facts.measure === "horizon" ? ` over ${facts.months} months, in dollars of today` : " a month";
      const apart = high.cost.minus(low.cost);
      reasons.push(
        apart.isZero()
          ? `Cheapest are ${namesOf(within(facts.byCost, ZERO))}, at ${formatUsd(low.cost)}${span} each.`
          : `Cheapest is ${low.model.title} at ${formatUsd(low.cost)}${span}, ${formatUsd(apart)}${share} below ${high.model.title}.`,
      );
    }
    reasons.push(
      ...(hasPriorities(one.scenario.decision)
        ? priorityReasons(first, second, one.scenario.decision)
        : ["Cost alone decides: the scenario states no priorities."]),
    );
    if (facts.verdict === "too-close") reasons.push(closeReason([first, second], facts.byCost, one.scenario.decision));
  }
  if (first) reasons.push(...constraintReasons(first.model));
  if (first && first.model.leavesOut.length > 0) reasons.push(`Not in this bill: ${first.model.leavesOut.join("; ")}.`);
  if (first && facts.upkeep) reasons.push(upkeepReason(one, first.model, facts.upkeep));
  for (const { model, because } of facts.infeasible) reasons.push(`${model.title} is out: ${because.join("; ")}.`);
  return reasons;
}

function closeReason(two: readonly Ranked[], byCost: readonly Ranked[], decision: Decision): string {
  if (hasPriorities(decision))
    return `${namesOf(two)} are too close to tell apart by cost and the stated priorities; let a measured workload or further criteria decide.`;
  const close = within(byCost, decision.materiality);
  const apart = close.some(({ cost }) => byCost[0]?.cost.lt(cost))
    ? ` lie within ${formatNumber(decision.materiality.times(100))} % and`
    : "";
  return `${namesOf(close)}${apart} are too close to tell apart by list prices alone; let the criteria or a measured workload decide.`;
}

/** Those that cost no more than the cheapest and such a part of their own cost. */
function within(byCost: readonly Ranked[], part: Decimal): readonly Ranked[] {
  return byCost.filter(({ cost }) => byCost[0] && cost.minus(byCost[0].cost).lte(cost.times(part)));
}

const MOST_NAMES = 4;

/** "a", "a and b", "a, b, c and 3 more" */
function namesOf(ranked: readonly Ranked[]): string {
  const shown = ranked.length > MOST_NAMES ? ranked.slice(0, MOST_NAMES - 1) : ranked;
  const names = [
    ...shown.map(({ model }) => model.title),
    ...(ranked.length > shown.length ? [`${ranked.length - shown.length} more`] : []),
  ];
  return listed(names);
}

function upkeepReason(one: Study, first: AlternativeModel, { monthly, lacking, choice }: UnstatedUpkeep): string {
  const least = `${formatNumber(LEAST_UPKEEP_HOURS)} hours a year at ${formatUsdShort(one.scenario.labour.hourlyRate)}, ${formatUsdShort(monthly)} a month`;
  const whose = lacking.length > 1 ? "for each service that you run yourself" : "for it";
  const then = choice === first ? `${first.title} stays the choice` : `${choice.title} would be the choice`;
  return `With the least upkeep that published calculations count ${whose} (${least}) ${then}.`;
}

function priorityReasons(first: Ranked, second: Ranked, decision: Decision): readonly string[] {
  const percent = (ranked: Ranked): string => `${Math.round(ranked.merit.total * 1000) / 10} %`;
  const ahead = decidingCriteria(first.merit, second.merit, decision);
  const behind = decidingCriteria(second.merit, first.merit, decision).map(label);
  return [
    `By ${decision.cost.isZero() ? "" : "cost and "}the stated priorities ${first.model.title} reaches ${percent(first)} of the best possible, ${second.model.title} ${percent(second)}.`,
    ...(ahead.length > 0 ? [`What decided for ${first.model.title}: ${ahead.map(label).join("; ")}.`] : []),
    ...(behind.length > 0 ? [`What spoke for ${second.model.title}: ${behind.join("; ")}.`] : []),
    ...ahead.flatMap((criterion) => {
      const score = criterion === "cost" ? undefined : first.model.scores[criterion];
      return score ? [`${capitalized(label(criterion))}: ${first.model.title} scores ${score.score} of 5, because ${score.because}.`] : [];
    }),
  ];
}
