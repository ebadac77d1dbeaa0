import type { Argv } from "yargs";
import type { Choose } from "./choose.js";
import { resultOptions } from "./scenario-options.js";

/** The commands below `prices`. */
export function pricesCommands(y: Argv, choose: Choose) {
  return y
    .command(
      "list",
      "every rate on a day",
      (z) =>
        resultOptions(
          z
            .option("provider", { type: "string", describe: "first part of the rate id, such as aws", requiresArg: true })
            .option("service", { type: "string", describe: "second part, such as cognito", requiresArg: true })
            .option("as-of", { type: "string", describe: "on this day (YYYY-MM-DD)", requiresArg: true })
            .option("region", { type: "string", describe: "only this region", requiresArg: true })
            .example("$0 prices list --service cognito --region us-east-1", "all Cognito rates"),
        ),
      (flags) => choose(async () => (await import("./commands/prices-list.js")).runPricesList(flags as never)),
    )
    .command(
      "show <rate>",
      "the history of a rate, with sources",
      (z) =>
        resultOptions(
          z
            .positional("rate", { type: "string", demandOption: true, describe: "rate id" })
            .option("region", { type: "string", describe: "only this region", requiresArg: true })
            .example("$0 prices show aws.dynamodb.on-demand.write --region us-east-1", "before and after the cut"),
        ),
      (flags) => choose(async () => (await import("./commands/prices-show.js")).runPricesShow(flags as never)),
    )
    .command(
      "diff <from> <to>",
      "what changed between two days",
      (z) =>
        resultOptions(
          z
            .positional("from", { type: "string", demandOption: true, describe: "day (YYYY-MM-DD)" })
            .positional("to", { type: "string", demandOption: true, describe: "day (YYYY-MM-DD)" })
            .option("region", { type: "string", describe: "only this region", requiresArg: true })
            .example("$0 prices diff 2024-10-31 2024-11-30 --region us-east-1", "one month"),
        ),
      (flags) => choose(async () => (await import("./commands/prices-diff.js")).runPricesDiff(flags as never)),
    )
    .command(
      "verify",
      "examples, validity, age and confidence of every number",
      (z) =>
        resultOptions(
          z
            .option("folder", { type: "string", describe: "another folder of price files", requiresArg: true })
            .option("on", { type: "string", describe: "count ages on this day", requiresArg: true })
            .option("max-age", { type: "string", describe: "days after which a number is an error", requiresArg: true })
            .example("$0 prices verify --max-age 800", "exit code 2 when something falls short"),
        ),
      (flags) => choose(async () => (await import("./commands/prices-verify.js")).runPricesVerify(flags as never)),
    )
    .command(
      "import <files..>",
      "make a price file from AWS price lists",
      (z) =>
        z
          .positional("files", { type: "string", demandOption: true, describe: "offer files in JSON or CSV; - reads standard input" })
          .option("service", { type: "string", demandOption: true, describe: "whose rates, such as aws.cognito", requiresArg: true })
          .option("output", { alias: "o", type: "string", describe: "folder (pricing/<book>/<service>)", requiresArg: true })
          .option("book", { type: "string", default: "aws", describe: "price book", requiresArg: true })
          .option("retrieved", { type: "string", describe: "day on which the lists were read (their publication)", requiresArg: true })
          .option("url", { type: "string", describe: "where a list was read, once for each file", requiresArg: true })
          .option("rules", { type: "string", describe: "another folder of import rules", requiresArg: true })
          .example("$0 prices import index.json --service aws.cognito", "writes pricing/aws/cognito/<day>.yaml"),
      (flags) => choose(async () => (await import("./commands/prices-import.js")).runPricesImport(flags as never)),
    )
    .demandCommand(1, "Say what to do with the prices: list, show, diff, verify or import");
}
