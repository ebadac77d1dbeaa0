import type { CrossoverMap } from "../analysis/crossover-map.js";
import type { MapAxis } from "../analysis/map-axis.js";
import { isShare } from "../analysis/assumed-variables.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import { HOURLY_RATE } from "../scenario/variable-names.js";
import type { Decimal } from "../units/decimal.js";
import { capitalized, formatNumber, formatUsd, formatUsdShort } from "../units/format.js";
import type { Axis } from "./report-doc.js";
import { measureSpan } from "./variable-words.js";

export const monthsOf = (map: CrossoverMap): number => map.model.horizon?.months ?? 1;

/** The title of the alternative at an index; what stands where none can carry the load. */
export function winnerTitle(map: CrossoverMap, index: number): string {
  return map.model.study.models[index]?.title ?? "none";
}

/** Values have six significant digits at most: none is lost. */
const PLACES = 12;

/** "10 %", "$90.00", "100,000" */
export function axisValue({ name }: Pick<MapAxis, "name">, value: Decimal): string {
  if (name === HOURLY_RATE) return formatUsd(value, Math.max(2, Math.min(PLACES, value.decimalPlaces())));
  return isShare(name) ? `${formatNumber(value.times(100), PLACES)} %` : formatNumber(value, PLACES);
}

/** "active users", inside a sentence */
export const axisName = ({ name }: Pick<MapAxis, "name">): string => (name === HOURLY_RATE ? "an hour of work" : DRIVERS[name].title);

/** "Users active in a month (mau)" */
export function axisTitle({ name }: Pick<MapAxis, "name">): string {
  if (name === HOURLY_RATE) return "Dollars for an hour of work (hourlyRate)";
  return `${capitalized(DRIVERS[name].meaning)} (${name})`;
}

export function axisOf(axis: MapAxis): Axis {
  const counted = ["mau", "registeredUsers"].includes(axis.name);
  return {
    title: axisTitle(axis),
    scale: axis.scale,
    unit:
      axis.name === HOURLY_RATE
        ? "usd"
        : counted
          ? "users"
          : DRIVER_NAMES.some((name) => name === axis.name && isShare(name))
            ? "share"
            : "number",
  };
}

/** The scenario's own place, priced exactly. */
export function mapSentence(map: CrossoverMap): string {
  const { own, x, y } = map;
  const place = `With ${axisName(x)} at ${axisValue(x, own.x)} and ${axisName(y)} at ${axisValue(y, own.y)}`;
  const costs = own.costs
    .flatMap((cost, index) => (cost ? [{ cost, index }] : []))
    .sort((a, b) => a.cost.comparedTo(b.cost) || a.index - b.index);
  const [first, second] = costs;
  if (!first) return `${place} none of the alternatives can carry the load.`;
  const span = measureSpan(map.model.measure, monthsOf(map));
  if (!second) return `${place} only ${winnerTitle(map, first.index)} can carry the load, for ${formatUsdShort(first.cost)} ${span}.`;
  const share = formatNumber(second.cost.isZero() ? second.cost : second.cost.minus(first.cost).div(second.cost).times(100), 1);
  return second.cost.eq(first.cost)
    ? `${place} ${winnerTitle(map, first.index)} and ${winnerTitle(map, second.index)} cost the same, ${formatUsdShort(first.cost)} ${span}.`
    : `${place} ${winnerTitle(map, first.index)} is the cheapest with ${formatUsdShort(first.cost)} ${span}, ${share} % below ${winnerTitle(map, second.index)}.`;
}

/** Every change along the scenario's own row, exact on both sides. */
export function crossingSentences(map: CrossoverMap): readonly string[] {
  const { own, x, y } = map;
  const [from, to] = [x.values[0], x.values.at(-1)];
  const row = `With ${axisName(y)} at ${axisValue(y, own.y)}`;
  if (!from || !to) return [];
  if (own.crossings.length === 0) return [`${row} it is the same from ${axisValue(x, from)} to ${axisValue(x, to)}.`];
  return own.crossings.map(
    (one) =>
      `${row}, from ${axisValue(x, one.at)} ${axisName(x)} on: ${winnerTitle(map, one.to)} instead of ${winnerTitle(map, one.from)}.`,
  );
}

/** What the map rests on. */
export function mapMethod(map: CrossoverMap): string {
  const bordered =
    map.boundaries.length > 0
      ? ` Borders are narrowed along each row to one ${map.x.counted ? "unit" : "step in the sixth digit"} and priced exactly on both sides; what is narrower than an eighth of a cell may be missed.`
      : "";
  return `${map.x.values.length} by ${map.y.values.length} places, all other values as stated; those beside another winner were priced exactly.${bordered}`;
}
