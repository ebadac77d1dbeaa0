import { type Problem, ProblemError, problemText } from "../../src/problems/problem.js";

/** The problems that a piece of work complains of; none when it passes. Other errors go through. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
  return [];
}

export const textsOf = (work: () => unknown): readonly string[] => problemsOf(work).map(problemText);
