import type { CrossoverMap, MapCell } from "../analysis/crossover-map.js";
import type { MapAxis } from "../analysis/map-axis.js";
import { keyTable, letterOf } from "../report/map-tables.js";
import { axisTitle, axisValue, crossingSentences, mapMethod, mapSentence } from "../report/map-words.js";
import { textTable } from "../report/render/text-table.js";
import { type Decimal, whole } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { bold } from "./emit.js";
import { bullet, opening, paragraph, WIDTH } from "./paragraphs.js";

const OWN = "@";

/** The map for a terminal: a letter for each place, in lower case where the next alternative is close. */
export function mapText(map: CrossoverMap): string {
  const { scenario } = map.model.study;
  const close = formatNumber(scenario.decision.materiality.times(100), 1);
  const lines = [
    ...opening(map.model.study),
    "",
    ...paragraph(mapSentence(map)).map(bold),
    "",
    ...paragraph(`Up: ${axisTitle(map.y)}`),
    ...letters(map),
    ...paragraph(`Across: ${axisTitle(map.x)}`),
    "",
    textTable(keyTable(map, { lettered: true }), WIDTH),
    ...paragraph(
      `Saved against the next alternative, as a part of what that one costs; in lower case where it is less than ${close} %. ${OWN} is the scenario's own place.`,
    ),
    "",
    ...crossingSentences(map).flatMap(bullet),
    "",
    ...paragraph(mapMethod(map)),
  ];
  return `${lines.join("\n")}\n`;
}

const MOST_ROWS = 25;

/** From the top down, every second row where there are many; characters are about twice as high as wide. */
function letters(map: CrossoverMap): readonly string[] {
  const materiality = map.model.study.scenario.decision.materiality.toNumber();
  const every = map.y.values.length > MOST_ROWS ? 2 : 1;
  const shown = map.y.values
    .map((value, row) => ({ value, row }))
    .filter(({ row }) => row % every === 0)
    .reverse();
  const labels = shown.map(({ value }) => axisValue(map.y, value));
  const room = Math.max(...labels.map((label) => label.length));
  const [ownColumn, ownRow] = [
    nearest(
      map.x,
      map.own.x,
      map.x.values.map((_, column) => column),
    ),
    nearest(
      map.y,
      map.own.y,
      shown.map(({ row }) => row),
    ),
  ];
  const letter = (cell: MapCell): string => (cell.margin < materiality ? letterOf(cell.winner).toLowerCase() : letterOf(cell.winner));
  const body = shown.map(
    ({ row }, index) =>
      `${(labels[index] ?? "").padStart(room)} ${(map.cells[row] ?? []).map((cell, column) => (row === ownRow && column === ownColumn ? OWN : letter(cell))).join("")}`,
  );
  return [...body, ...ticks(map.x).map((line) => `${" ".repeat(room)} ${line}`.trimEnd())];
}

/** The place on an axis that stands nearest to a value; undefined for a value beyond the axis. */
function nearest(axis: MapAxis, value: Decimal, among: readonly number[]): number | undefined {
  const [first, last] = [axis.values[0], axis.values.at(-1)];
  if (!first || !last || value.lt(first) || value.gt(last)) return undefined;
  const place = (one: Decimal): number => (axis.scale === "log" ? Math.log(one.toNumber()) : one.toNumber());
  const gap = (index: number): number => Math.abs(place(axis.values[index] ?? first) - place(value));
  return among.reduce((best, index) => (gap(index) < gap(best) ? index : best));
}

/** Marks under the columns of round values, and the values below them as far as they have room. */
function ticks(axis: MapAxis): readonly string[] {
  const marks: string[] = axis.values.map(() => " ");
  const text: string[] = [];
  for (const value of roundValues(axis)) {
    const column = nearest(
      axis,
      value,
      axis.values.map((_, index) => index),
    );
    if (column === undefined) continue;
    const label = axisValue(axis, value);
    const at = Math.min(column, axis.values.length - label.length);
    if (at < 0 || at < text.length + (text.length === 0 ? 0 : 2)) continue;
    marks[column] = "+";
    text.push(...Array.from({ length: at - text.length }, () => " "), ...label);
  }
  return [marks.join(""), text.join("")];
}

/** Powers of ten, or the ends and quarters of a linear axis. */
function roundValues(axis: MapAxis): readonly Decimal[] {
  const [first, last] = [axis.values[0], axis.values.at(-1)];
  if (!first || !last) return [];
  if (axis.scale === "linear") return [0, 1, 2, 3, 4].map((quarter) => first.plus(last.minus(first).times(quarter).div(4)));
  const powers: Decimal[] = [];
  for (let power = whole(10).pow(first.e); power.lte(last); power = power.times(10)) if (power.gte(first)) powers.push(power);
  return powers.length >= 2 ? powers : [first, last];
}
