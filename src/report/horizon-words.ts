import type { HorizonCost } from "../analysis/horizon.js";
import type { LookAhead } from "../analysis/look-ahead.js";
import { type Ledgers, NOTHING, together } from "../analysis/month-cost.js";
import { type Move, totalOf } from "../analysis/moving.js";
import type { Payback } from "../analysis/payback.js";
import type { AlternativeModel } from "../engine/model.js";
import { type Decimal, whole } from "../units/decimal.js";
import { formatNumber, formatUsdShort } from "../units/format.js";
import { minusUsd, sumUsd, type Usd } from "../units/usd.js";

export const hasLabour = ({ comparison }: LookAhead): boolean =>
  comparison.costs.some((cost) => cost.months.some((month) => !month.labour.isZero()));

export const percent = (share: Decimal): string => `${formatNumber(share.times(whole(100)), 1)} %`;

export const titleIn = (look: LookAhead, id: string | undefined): string =>
  id === undefined ? "none of the alternatives" : (look.comparison.outlook.study.models.find((model) => model.id === id)?.title ?? id);

/** "36 months", "1 month" */
export const monthsText = (count: number): string => `${count} ${count === 1 ? "month" : "months"}`;

/** Who costs least over the horizon, and by how much. */
export function horizonSentence(look: LookAhead): string {
  const { comparison } = look;
  const { months, discountRate } = comparison.outlook.horizon;
  const { cheapest } = comparison;
  if (!cheapest) return `None of the alternatives carries every month of the next ${monthsText(months)}.`;
  const others = comparison.costs.filter((cost) => cost !== cheapest && cost.obstacle === undefined);
  const next = others.reduce<HorizonCost | undefined>(
    (found, cost) => (found === undefined || cost.presentValue.lt(found.presentValue) ? cost : found),
    undefined,
  );
  const dollars = discountRate.isZero() ? "" : " in dollars of today";
  const margin = next ? `, ${formatUsdShort(minusUsd(next.presentValue, cheapest.presentValue))} less than ${next.model.title}` : "";
  return `Over ${monthsText(months)} ${cheapest.model.title} costs least: ${formatUsdShort(cheapest.presentValue)}${dollars}${margin}.`;
}

/** The same when work is not counted; nothing where no alternative has labour. */
export function withoutLabourSentence(look: LookAhead): string | undefined {
  const { cheapest, cheapestWithoutLabour: without } = look.comparison;
  if (!without || !hasLabour(look)) return undefined;
  return `Without labour ${without === cheapest ? "it is" : `${without.model.title} costs least:`} ${formatUsdShort(without.presentValueWithoutLabour)}.`;
}

/** Who has spent least after which months. */
export function soFarSentence(look: LookAhead): string {
  const parts = look.soFar.withLabour.winners.map(
    ({ from, to, winner }) =>
      `${winner === undefined ? "none" : titleIn(look, winner)} ${from === to ? `after month ${from}` : `from month ${from} to ${to}`}`,
  );
  return `Least spent so far: ${parts.join("; ")}.`;
}

/** One sentence for each alternative that starts dearer than others; "not at all" is an answer. */
export function paybackSentences(look: LookAhead): readonly string[] {
  const { comparison } = look;
  const labour = hasLabour(look);
  return comparison.costs.flatMap(({ model }): string[] => {
    const all = comparison.paybacks.filter((one) => one.alternative === model.id);
    if (all.length === 0) return [];
    const rival = (one: Payback): string =>
      `against ${titleIn(look, one.against)}${labour && one.monthWithoutLabour !== one.month ? ` (without labour ${whenText(one.monthWithoutLabour)})` : ""}`;
    const paid = few(
      all.filter((one) => one.month !== undefined).sort((a, b) => (a.month ?? 0) - (b.month ?? 0)),
      (one) => `${whenText(one.month)} ${rival(one)}`,
    );
    const unpaid = few(
      all.filter((one) => one.month === undefined),
      rival,
    );
    const within = `within ${monthsText(comparison.outlook.horizon.months)} ${unpaid}`;
    if (paid === "") return [`${model.title} does not pay its dearer start back ${within}.`];
    return [`${model.title} pays its dearer start back ${paid}${unpaid === "" ? "" : `; not ${within}`}.`];
  });
}

/** More rivals than this are read in the JSON. */
const MOST_RIVALS = 6;

function few(paybacks: readonly Payback[], text: (one: Payback) => string): string {
  const more = paybacks.length - MOST_RIVALS;
  return [...paybacks.slice(0, MOST_RIVALS).map(text), ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
}

const whenText = (month: number | undefined): string =>
  month === undefined ? "never" : month === 0 ? "from the start" : `in month ${month}`;

/** The month from which on an alternative has cost no more than any that starts cheaper; undefined where there is none. */
export function paidBackBy(look: LookAhead, id: string): number | undefined {
  const months = look.comparison.paybacks.filter((one) => one.alternative === id).map((one) => one.month);
  return months.length === 0 || months.includes(undefined) ? undefined : Math.max(...months.map((month) => month ?? 0));
}

/** What stands in the way of alternatives that do not carry every month. */
export function obstacleSentences(look: LookAhead): readonly string[] {
  return look.comparison.costs.flatMap(({ model, obstacle }) =>
    obstacle ? [`${model.title} is not possible from month ${obstacle.month} on: ${obstacle.because.join("; ")}.`] : [],
  );
}

/** How users come to each alternative from the one in use today; alternatives of which the same can be said together. */
export function moveSentences(look: LookAhead): readonly string[] {
  const moves = look.comparison.costs.flatMap(({ model, move }) => (move ? [{ model, move }] : []));
  const [first] = moves;
  const totp = first?.move.from.traits.totpExport;
  const moving = moves.some(({ move }) => move.kind !== "none");
  const said = new Map<string, readonly string[]>();
  for (const { model, move } of moves) said.set(moveText(move, model), [...(said.get(moveText(move, model)) ?? []), model.title]);
  return [
    ...[...said].map(([text, titles]) => `${titles.join(", ")}: ${text}.`),
    ...(moving && totp?.kind === "known" && totp.value === "no" ? [`Authenticator apps are set up again: ${totp.because}.`] : []),
  ];
}

/** "users move from Cognito at their next sign-in: $10,000 of work, $6,345 for the old system in 6 months (…)" */
export function moveText(move: Move, to: AlternativeModel): string {
  const { from, kind, work, monthly } = move;
  const rest = formatUsdShort(minusUsd(totalOf(move), work));
  const labour = formatUsdShort(work);
  switch (kind) {
    case "none":
      return `nobody has to move, since ${from.title} keeps the users in the same place`;
    case "passwords":
      return `users come from ${from.title} with their passwords, ${labour} of work`;
    case "lazy":
      return `users come from ${from.title} one by one, each at the next sign-in: ${labour} of work, and ${rest} for ${from.title} running on for ${monthsText(monthly.length)} (${whyNot(from, to)})`;
    case "forced-reset":
      return `users come from ${from.title} and all set a new password: ${labour} of work, and ${rest} for the resets (${whyNot(from, to)})`;
    default:
      return kind satisfies never;
  }
}

/** Why passwords cannot be taken along. */
function whyNot(from: AlternativeModel, to: AlternativeModel): string {
  const { hashExport } = from.traits;
  return hashExport.kind === "known" && hashExport.value !== "no" ? `${to.title}: ${to.traits.hashImport.because}` : hashExport.because;
}

/** The staged plan in words: whether changing on the way pays, and what the change costs. */
export function stagedSentences(look: LookAhead): readonly string[] {
  const { staged, comparison } = look;
  const { best, single, saving, verdict } = staged;
  const { months } = comparison.outlook.horizon;
  const today = comparison.outlook.horizon.discountRate.isZero() ? "" : " in dollars of today";
  if (!best)
    return [
      comparison.costs.length < 2
        ? "There is no other alternative to change to."
        : months < 2
          ? "A horizon of one month leaves no time for a change."
          : "No change of alternatives carries every month either.",
    ];
  const plan = `${best.first.title} first and ${best.second.title} from month ${best.month} on`;
  const cost = `${formatUsdShort(best.presentValue)}${today}${hasLabour(look) ? `, ${formatUsdShort(best.presentValueWithoutLabour)} without labour` : ""}`;
  if (!single || !saving)
    return [`No single alternative carries every month, but one change does it: ${plan} cost ${cost}.`, changeText(look)];
  const share = percent(saving.abs().div(single.presentValue));
  const material = percent(comparison.outlook.study.scenario.decision.materiality);
  switch (verdict) {
    case "worth-it":
      return [
        `It pays to change on the way: ${plan} cost ${cost}; that is ${formatUsdShort(saving)} (${share}) less than ${single.model.title} throughout.`,
        changeText(look),
      ];
    case "too-close":
      return [
        `A change on the way saves little: ${plan} cost ${cost}, ${formatUsdShort(saving)} (${share}) less than ${single.model.title} throughout. Below ${material} prices and estimates cannot tell, so staying is as good.`,
        changeText(look),
      ];
    default:
      return [
        `No change on the way pays: the best one, ${plan}, costs ${formatUsdShort(saving.abs())} more${today} than ${single.model.title} throughout.`,
      ];
  }
}

/** What the change itself costs, as dollars are. */
function changeText({ staged: { best } }: LookAhead): string {
  if (!best) return "";
  const build = together(best.build, NOTHING);
  const total = sumUsd([ledgersSum(build), totalOf(best.change)]);
  const setUp = ledgersSum(build).isZero() ? "" : `; setting it up ${formatUsdShort(ledgersSum(build))}`;
  return `The change costs ${formatUsdShort(total)}: ${moveText(best.change, best.second)}${setUp}.`;
}

const ledgersSum = ({ other, labour }: Ledgers): Usd => sumUsd([other, labour]);

/** What a look ahead leaves out. */
export const NOT_MODELLED: readonly string[] = [
  "Prices of the scenario's day stand over the whole horizon.",
  "One change of alternatives is looked at, not several.",
  "Users who are lost in a move, support for those who ask for help, and writing accounts into a new store are not in these figures: add them to migration.hours or to the costs.",
];
