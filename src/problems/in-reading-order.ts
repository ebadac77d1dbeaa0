import type { Problem } from "./problem.js";

/** By line and column; problems of one place, and those without one, keep their order. */
export function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  const at = (problem: Problem, part: "line" | "column"): number => problem.place?.[part] ?? Number.POSITIVE_INFINITY;
  const apart = (left: number, right: number): number => (left === right ? 0 : left - right);
  return [...problems].sort((a, b) => apart(at(a, "line"), at(b, "line")) || apart(at(a, "column"), at(b, "column")));
}
