import { type Problem, ProblemError } from "./problem.js";

/** Runs every piece of work and throws all their problems together; other errors pass through at once. */
export function collect<T, R>(items: Iterable<T>, work: (item: T) => R): R[] {
  const problems: Problem[] = [];
  const results: R[] = [];
  for (const item of items) {
    try {
      results.push(work(item));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new ProblemError(distinct(problems));
  return results;
}

/** The same complaint once, however many alternatives and user counts ran into it. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
