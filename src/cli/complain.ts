import { type Problem, ProblemError, problemText } from "../problems/problem.js";
import { visible } from "../report/render/plain-text.js";

/** Says on standard error what went wrong, one problem a line, control characters made visible. */
export function complain(error: unknown): void {
  if (error instanceof ProblemError) error.problems.forEach(say);
  else
    process.stderr.write(
      `authcost: internal error: ${error instanceof Error ? visible(error.message) : "unknown"}. Please report it, with the command you ran.\n`,
    );
}

function say(problem: Problem): void {
  process.stderr.write(`authcost: ${visible(problemText(problem))}\n`);
}
