import type { Compared, Sensitivity } from "../analysis/sensitivity.js";
import type { TornadoBar, TornadoOutcome } from "../analysis/tornado.js";
import type { TurningPoint } from "../analysis/turning-point.js";
import type { Ranged } from "../analysis/ranged-variables.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import { formatNumber, formatUsd, formatUsdShort, listed } from "../units/format.js";
import type { Usd } from "../units/usd.js";
import { measureSpan, variableSubject, variableValue } from "./variable-words.js";

export const monthsOf = (one: Sensitivity): number => one.model.horizon?.months ?? 1;
const titleIn = (one: Sensitivity, id: string | undefined): string =>
  id === undefined ? "none of the alternatives" : (one.model.study.models.find((model) => model.id === id)?.title ?? id);

/** The difference as it stands, and what moves it most. */
export function sensitivitySentence(one: Sensitivity): string {
  const users = one.measure === "month" ? `At ${formatNumber(one.mau)} users` : `Starting with ${formatNumber(one.mau)} users`;
  if (!one.compared && one.model.study.models.length === 1) return "There is one alternative, so there is no difference to explain.";
  if (!one.compared) return `${users} fewer than two alternatives can carry the load, so there is no difference to explain.`;
  const { leaders, difference, tornado } = one.compared;
  const [choice, rival] = [leaders.choice.model.title, leaders.rival.model.title];
  const less = difference.gt(0) ? "less" : "more";
  const apart =
    one.measure === "month" ? `a month ${less} than ${rival}` : `${less} than ${rival} ${measureSpan(one.measure, monthsOf(one))}`;
  const gap = difference.isZero()
    ? `${users} ${choice} and ${rival} cost the same`
    : `${users} ${choice} costs ${formatUsdShort(difference.abs())} ${apart}`;
  const [widest] = tornado.bars;
  return widest
    ? `${gap}; what moves this difference most: ${variableSubject(widest.variable)}.`
    : `${gap}; nothing that varies moves this difference.`;
}

/** Who the two are, and what a range is. */
export function methodSentences({ compared }: Sensitivity): readonly string[] {
  if (!compared) return [];
  const { leaders, ranged } = compared;
  const two = `Compared are the choice, ${leaders.choice.model.title}, and what would be chosen without it, ${leaders.rival.model.title}.`;
  const stated = ranged.variables.some((variable) => variable.origin !== "assumed");
  const believed = stated
    ? [
        "What the scenario holds uncertain, and a price whose source gives a range, goes from the value that one in ten stays below to the one that one in ten exceeds.",
      ]
    : [];
  const part = ranged.spread && formatNumber(ranged.spread.times(100));
  const assumed = ranged.spread
    ? [
        `Nobody stated how uncertain ${stated ? "the others are" : "these values are"}: each goes from ${part} % below to ${part} % above its value, a share of the users ${formatNumber(ranged.spread.times(20))} points each way (--spread changes that).`,
      ]
    : [];
  return [two, [...believed, ...assumed, "One variable moves at a time, the others stay; every amount is priced exactly."].join(" ")];
}

/** "The difference turns once mau is 109,504 or more: Own DynamoDB costs $0.0006 less; at 109,503 Cognito Lite still does, by $0.0039." */
export function turnSentences({ compared }: Sensitivity): readonly string[] {
  if (!compared) return [];
  return compared.tornado.bars.flatMap((bar) => bar.turns.map((turn) => turnSentence(bar.variable, turn, compared)));
}

function turnSentence(variable: Ranged, turn: TurningPoint, compared: Compared): string {
  const bound = `${variableValue(variable, turn.at)}${isLast(variable, turn) ? "" : ` or ${turn.side === "above" ? "more" : "less"}`}`;
  const there = turn.reason === "limit" ? "one of the two cannot carry it" : cheaperText(turn.difference, compared);
  return `With ${variableSubject(variable)} at ${bound}, ${there}; at ${variableValue(variable, turn.before)} ${cheaperText(turn.differenceBefore, compared)}.`;
}

/** Whether the variable can go no further: there is no more than all users, and no less than none. */
function isLast(variable: Ranged, { at, side }: TurningPoint): boolean {
  return side === "above" ? at.gte(variable.most) : at.lte(variable.least);
}

function cheaperText(difference: Usd | undefined, { leaders }: Compared): string {
  if (!difference) return "one of the two cannot carry it";
  if (difference.isZero()) return "the two cost the same";
  return `${(difference.gt(0) ? leaders.choice : leaders.rival).model.title} costs ${fine(difference.abs())} less`;
}

/** Amounts near a turn are small: as many digits as it takes to see them. */
function fine(amount: Usd | ReturnType<Usd["abs"]>): string {
  return amount.gte(1) ? formatUsd(amount) : formatUsd(amount, Math.min(12, Math.max(2, -amount.e + 1)));
}

/** Ends of ranges at which another alternative is chosen, but for the rival beyond a turn, which the turn has told. */
export function flipSentences(one: Sensitivity): readonly string[] {
  if (!one.compared) return [];
  const { rival } = one.compared.leaders;
  const told = (bar: TornadoBar, end: TornadoOutcome): boolean =>
    end.choice === rival.model.id && bar.turns.some((turn) => turn.side === (end === bar.low ? "below" : "above"));
  const said = (bar: TornadoBar, end: TornadoOutcome): readonly string[] =>
    end.flips && !told(bar, end)
      ? [`With ${variableSubject(bar.variable)} at ${variableValue(bar.variable, end.value)} ${titleIn(one, end.choice)} is chosen`]
      : [];
  return one.compared.tornado.bars.flatMap((bar) => [...said(bar, bar.low), ...said(bar, bar.high)]);
}

/** What changes nothing, and why. */
export function stillSentences({ compared }: Sensitivity): readonly string[] {
  if (!compared) return [];
  const { tornado, ranged } = compared;
  return [
    ...(tornado.still.length > 0
      ? [
          `Both bills change alike, or not at all, with ${listed(tornado.still.map((variable) => `${variableSubject(variable)} (${variableValue(variable, variable.low)} to ${variableValue(variable, variable.high)})`))}.`,
        ]
      : []),
    ...(ranged.unreached.length > 0 ? [`Neither bill depends on ${listed(ranged.unreached.map(plainName))}.`] : []),
    ...(ranged.idle.length > 0 ? [`At nothing, and so not moved: ${listed(ranged.idle.map(plainName))}.`] : []),
  ];
}

/** A variable that only its name is known of. */
function plainName(name: string): string {
  const driver = DRIVER_NAMES.find((one) => one === name);
  return driver ? DRIVERS[driver].title : name.replace(/^cost (.+)$/, "“$1”").replace(/^rate (.+)$/, "the price of $1");
}

/** What the indices say and what they rest on. */
export function sobolSentences(one: Sensitivity): readonly string[] {
  const sobol = one.compared?.sobol;
  if (!one.compared || !sobol) return [];
  const { ranged, correlations } = one.compared;
  const drawn = ranged.spread ? " Where only a spread is assumed, every value in it is taken to be as likely." : "";
  const base = `By itself: the part of the difference's variance that goes when the variable is known. With others: the part that stays when all others are known. 95 % intervals; ${formatCountPlain(sobol.draws)} rows of a base sample, ${formatCountPlain(sobol.evaluations)} evaluations, seed ${sobol.seed}.${drawn}`;
  return [
    base,
    ...(sobol.skipped > 0 ? [`${formatCountPlain(sobol.skipped)} rows, in which one of the two cannot carry the load, are left out.`] : []),
    ...(correlations > 0
      ? [
          `The scenario states ${correlations} ${correlations === 1 ? "correlation" : "correlations"}; the indices take the variables as independent.`,
        ]
      : []),
  ];
}

const formatCountPlain = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ",");
