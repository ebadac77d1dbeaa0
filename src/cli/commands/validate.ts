import { assemble } from "../../engine/assemble.js";
import { checkNames } from "../../engine/check-names.js";
import { parsePriceFile } from "../../prices/parse-price-file.js";
import { collect } from "../../problems/collect.js";
import { ProblemError } from "../../problems/problem.js";
import { readDocument } from "../../problems/read-document.js";
import { parseScenario } from "../../scenario/parse-scenario.js";
import { readText, shownName } from "../files.js";
import { visible } from "../../report/render/plain-text.js";
import { contentHash } from "../load-catalogue.js";

type Kind = "scenario" | "price file" | "claims";

/** Checks files without computing anything; prints one line for each good file. */
export async function runValidate(flags: { readonly files: readonly string[] }): Promise<void> {
  const { parseClaims } = await import("../../analysis/claims/parse-claims.js");
  const lines = collect(flags.files, (path) => {
    const [text, file] = [readText(path), shownName(path)];
    const kind = kindOf(text, file);
    const hash = contentHash(text);
    if (kind === "price file")
      parsePriceFile(text, { path: file.replaceAll("\\", "/").split("/").slice(-3).join("/"), hash, shownAs: file });
    else if (kind === "claims") parseClaims(text, { file, hash });
    else assemble(parseScenario(text, { file, hash }, checkNames));
    return `${visible(file)}: a valid ${kind}`;
  });
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** What a file wants to be, by the key that only its kind has; anything else is taken for a scenario. */
function kindOf(text: string, file: string): Kind {
  const { data } = readDocument(text, file);
  if (typeof data !== "object" || data === null)
    throw new ProblemError([
      {
        code: "wrong-type",
        place: { file, line: 1, column: 1 },
        message: "the file is empty or not a block of keys",
        expected: "a scenario, a price file or a claims file",
      },
    ]);
  if (Object.hasOwn(data, "rates") && Object.hasOwn(data, "service")) return "price file";
  return Object.hasOwn(data, "claims") ? "claims" : "scenario";
}
