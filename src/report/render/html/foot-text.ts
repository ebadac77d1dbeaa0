import { axisText } from "./axis-text.js";
import type { LogRange } from "./log-axis.js";

/** The words of a log axis' lowest tick where it stands for more than its value; undefined for every other tick. */
export function footText(value: number, range: LogRange | undefined): string | undefined {
  if (!range || value > range.min || range.foot === "value") return undefined;
  return range.foot === "zero" ? "$0" : `≤ ${axisText(range.min, "usd")}`;
}
