import type { Argv } from "yargs";
import type { Choose } from "./choose.js";
import { resultOptions } from "./scenario-options.js";

/** Commands about files and what can stand in them: published figures, schemas, architectures, a first scenario, checks. */
export function fileCommands(root: Argv, choose: Choose) {
  return root
    .command(
      "check <claims>",
      "re-compute published figures and explain differences",
      (y) =>
        resultOptions(
          y
            .positional("claims", { type: "string", demandOption: true, describe: "claims file" })
            .option("strict", { type: "boolean", default: false, describe: "exit with 2 when a claim differs" })
            .example("$0 check scenarios/claims/seed.yaml", "the original document's tables"),
        ),
      (flags) => choose(async () => (await import("./commands/check.js")).runCheck(flags as never)),
    )
    .command(
      "schema <kind>",
      "JSON Schema of a kind of file, for editors",
      (y) =>
        y
          .positional("kind", { choices: ["scenario", "prices", "claims", "result"], demandOption: true, describe: "which kind" })
          .option("output", { alias: "o", type: "string", describe: "write to this file", requiresArg: true })
          .example("$0 schema scenario -o scenario.schema.json", "for the first line of a scenario")
          .example("$0 schema result", "what compare --format json and result.json hold"),
      (flags) => choose(async () => (await import("./commands/schema.js")).runSchema(flags as never)),
    )
    .command(
      "architectures [id]",
      "what a scenario can name, and the settings of each",
      (y) =>
        resultOptions(
          y
            .positional("id", { type: "string", describe: "one of them" })
            .option("book", { type: "string", default: "aws", describe: "price book", requiresArg: true })
            .example("$0 architectures", "stores, hybrids and vendors")
            .example("$0 architectures cognito", "its settings, with defaults and reasons"),
        ),
      (flags) => choose(async () => (await import("./commands/architectures.js")).runArchitectures(flags as never)),
    )
    .command(
      "init [file]",
      "write a first scenario",
      (y) =>
        y
          .positional("file", { type: "string", default: "scenario.yaml", describe: "where to" })
          .example("$0 init our-app.yaml", "a scenario to edit"),
      (flags) => choose(async () => (await import("./commands/init.js")).runInit(flags as never)),
    )
    .command(
      "validate <files..>",
      "check scenario, price and claims files",
      (y) =>
        y
          .positional("files", { type: "string", demandOption: true, describe: "files to check" })
          .example("$0 validate scenarios/*.yaml", "all problems at once, with line and column"),
      (flags) => choose(async () => (await import("./commands/validate.js")).runValidate(flags as never)),
    );
}
