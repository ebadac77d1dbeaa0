import { rateIds } from "../prices/rate-ids.js";
import { parseScenario } from "../scenario/parse-scenario.js";
import { readText } from "./files.js";
import { loadCatalogue } from "./load-catalogue.js";

/** Flags that take the id of an alternative. */
const TAKES_ALTERNATIVE: readonly string[] = ["-a", "--alternative", "--expect-choice"];

/**
 * What can stand at the end of a line that the shell completes, where it is a name that only the data know:
 * a rate id after `price` and `prices show`, an architecture after `architectures`, an alternative of the scenario after `--alternative`.
 * @param words the line's words after the program's own name; the last one is begun, or empty
 * @returns nothing where commands, flags and their choices are all there is
 */
export async function namesThatFit(words: readonly string[]): Promise<readonly string[] | undefined> {
  const begun = words.at(-1) ?? "";
  const before = words.slice(0, -1);
  if (TAKES_ALTERNATIVE.includes(before.at(-1) ?? "")) return alternativesIn(before[1] ?? "").filter((id) => id.startsWith(begun));
  if (before.join(" ") === "architectures" && !begun.startsWith("-")) return (await architectureIds()).filter((id) => id.startsWith(begun));
  const isRate = before.join(" ") === "price" || before.join(" ") === "prices show";
  return isRate && !begun.startsWith("-") ? rateIds(await loadCatalogue()).filter((id) => id.startsWith(begun)) : undefined;
}

async function architectureIds(): Promise<readonly string[]> {
  const { ARCHITECTURES } = await import("../architectures/registry.js");
  return [...new Set(ARCHITECTURES.map(({ id }) => id))];
}

/** None where the scenario cannot be read: a shell that completes is no place for complaints. */
function alternativesIn(file: string): readonly string[] {
  try {
    return parseScenario(readText(file), { file, hash: "" }).alternatives.map(({ id }) => id);
  } catch {
    return [];
  }
}
