import type { Simulation } from "../analysis/simulate.js";
import { fromDouble, plain } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { count, dollars, EQUAL, percentText, plusMinus, titleAt, TWO_SIDED } from "./draw-words.js";

/** Whether the draws suffice: for the shares, and for which of two costs less on average. */
export function convergenceSentences(one: Simulation): readonly string[] {
  const shares = shareSentences(one);
  const found = one.convergence;
  if (!found) return shares;
  const [first, second] = [titleAt(one, found.first), titleAt(one, found.second)];
  const both = found.draws < one.draws;
  if (Math.abs(found.meanDifference) + found.halfWidth < EQUAL)
    return [...shares, `${first} and ${second} cost the same in every draw${both ? " in which both are possible" : ""}.`];
  const among = both
    ? `In the ${percentText(found.draws / one.draws)} of the draws in which both are possible, ${second} costs on average`
    : `On average ${second} costs`;
  const difference = `${among} ${dollars(Math.abs(found.meanDifference))} ${found.meanDifference < 0 ? "less" : "more"} than ${first}, ${plusMinus(found.standardError)}`;
  return [
    ...shares,
    found.settled
      ? `${difference}: the draws settle which of the two is cheaper on average.`
      : `${difference}: the draws do not settle which of the two is cheaper on average${moreDraws(one.draws * found.shareOfDifference * found.shareOfDifference)}.`,
  ];
}

/** In 95 of 100 cases something that happens in less than this part of draws has been seen after `draws` of them. */
const unseen = (draws: number): number => 3 / draws;

/** How far chance moves the shares; where every draw agrees, how sure that makes it. */
function shareSentences(one: Simulation): readonly string[] {
  const { alternatives, draws, tied } = one.choice;
  const error = Math.max(...alternatives.map((alternative) => alternative.cheapestStandardError));
  if (error > 0) return [`The shares are within ±${formatNumber(fromDouble(TWO_SIDED * error * 100), 2)} points (95 % confidence).`];
  if (alternatives.length < 2 || tied === draws || !alternatives.some(({ cheapest }) => cheapest === 1)) return [];
  return [
    `All ${count(draws)} draws agree: another is cheaper in less than ${plain(fromDouble(100 * unseen(draws)).toSignificantDigits(2))} % of all cases (95 % confidence), if these beliefs are right.`,
  ];
}

const MOST_DRAWS = 10_000_000;

function moreDraws(needed: number): string {
  if (!(needed <= MOST_DRAWS)) return `, nor would ${count(MOST_DRAWS)}: the difference is too small beside the uncertainty`;
  return `; about ${formatNumber(fromDouble(Math.ceil(needed)).toSignificantDigits(2))} would`;
}
