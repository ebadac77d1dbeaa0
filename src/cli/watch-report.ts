import { join } from "node:path";
import { type Problem, ProblemError } from "../problems/problem.js";
import { complain } from "./complain.js";
import { note } from "./emit.js";
import { STDIN } from "./files.js";
import { endingBetweenSteps } from "./interrupt.js";
import { priceFilePaths, SHIPPED_PRICES } from "./load-catalogue.js";
import { watchFiles } from "./watch-files.js";

/**
 * Writes the report, and again whenever its scenario or a price file changes. What is wrong with them is said, and the
 * watch goes on. Never returns: Ctrl-C ends it, with 130.
 * @param opened what to do with the page when it is written for the first time
 * @throws ProblemError at the start, for what no edit of the files would mend
 */
export async function watchReport(scenario: string, write: () => Promise<string>, opened: (page: string) => Promise<void>): Promise<void> {
  if (scenario === STDIN)
    throw new ProblemError([
      { code: "bad-argument", place: { file: "--watch" }, message: "standard input cannot be watched", expected: "a scenario file" },
    ]);
  const files = (): readonly string[] => [scenario, ...priceFilePaths(SHIPPED_PRICES).map((path) => join(SHIPPED_PRICES, path))];
  let [rounds, isOpen] = [0, false];
  await endingBetweenSteps(() =>
    watchFiles(files, async () => {
      rounds++;
      try {
        const page = await write();
        if (!isOpen) await opened(page);
        isOpen = true;
      } catch (error) {
        if (!(error instanceof ProblemError) || (rounds === 1 && error.problems.some(isLasting))) throw error;
        complain(error);
      }
      note(`watching ${scenario} and the price files; Ctrl-C ends`);
    }),
  );
}

/** A file that is not there, a place that cannot be written, a wrong flag. */
function isLasting({ code, place }: Problem): boolean {
  return code === "unreadable" || code === "cannot-write" || place?.file.startsWith("--") === true;
}
