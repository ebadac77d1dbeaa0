import type { Simulation } from "../analysis/simulate.js";
import { type Problem, ProblemError } from "../problems/problem.js";
import { fromDouble, plain } from "../units/decimal.js";
import { csvText } from "./line-items-csv.js";

/** Cells that one text can hold. */
const MOST_CELLS = 5_000_000;

/** The draws themselves: a row for each, what was drawn and what each alternative costs then; empty where it is not possible. */
export function samplesCsv(one: Simulation): string {
  const { drawn, costs } = one.samples;
  const columns = [...drawn.values(), ...costs];
  if (one.draws * (columns.length + 1) > MOST_CELLS) throw new ProblemError([tooMany(Math.floor(MOST_CELLS / (columns.length + 1)))]);
  const head = csvText([["draw", ...drawn.keys(), ...one.outcomes.map(({ model }) => `${model.id}_usd`)]]);
  const lines: string[] = [];
  for (let row = 0; row < one.draws; row++)
    lines.push([String(row + 1), ...columns.map((column) => cell(column[row] as number))].join(","));
  return `${head}${lines.join("\n")}\n`;
}

function tooMany(most: number): Problem {
  return {
    code: "too-large",
    place: { file: "--samples" },
    message: "more draws than one file of samples holds",
    expected: `at most ${most} draws of this scenario`,
  };
}

/** Digits as they are, never an exponent. */
function cell(value: number): string {
  if (value === Number.POSITIVE_INFINITY) return "";
  const text = String(value);
  return text.includes("e") ? plain(fromDouble(value)) : text;
}
