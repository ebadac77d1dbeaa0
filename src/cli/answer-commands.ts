import type { Argv } from "yargs";
import type { Choose } from "./choose.js";
import { mauOption, resultOptions, scenarioOptions } from "./scenario-options.js";

/** Commands that price: one rate, the alternatives side by side, over sizes and months, the choice. */
export function answerCommands(root: Argv, choose: Choose) {
  return root
    .command(
      "price <rate> <quantity>",
      "rate one month's quantity of one rate",
      (y) =>
        resultOptions(
          y
            .positional("rate", { type: "string", demandOption: true, describe: "rate id, such as aws.cognito.lite.mau" })
            .positional("quantity", { type: "string", demandOption: true, describe: "quantity in base units, such as 950000" })
            .option("as-of", { type: "string", describe: "price of this day (YYYY-MM-DD)", requiresArg: true })
            .option("region", { type: "string", describe: "price region (us-east-1)", requiresArg: true })
            .option("free-tier", { type: "boolean", describe: "count always-free units (--no-free-tier leaves them out)" })
            .example("$0 price aws.cognito.lite.mau 950000", "the example of AWS's page: $4,405.00")
            .example("$0 price aws.dynamodb.on-demand.write 3000000 --as-of 2024-10-31", "before the price cut"),
        ),
      (flags) => choose(async () => (await import("./commands/price.js")).runPrice(flags as never)),
    )
    .command(
      "compare <scenario>",
      "every alternative side by side, and a recommendation",
      (y) =>
        resultOptions(
          mauOption(scenarioOptions(y))
            .option("fail-on", {
              type: "string",
              array: true,
              nargs: 1,
              describe: "exit with 2 when a rule holds: 'cognito.monthly>500'",
              requiresArg: true,
            })
            .option("budget", {
              type: "string",
              describe: "exit with 2 when the choice costs more dollars a month at the scenario's own size",
              requiresArg: true,
            })
            .option("expect-choice", { type: "string", describe: "exit with 2 when another alternative is chosen", requiresArg: true })
            .example("$0 compare scenarios/consumer-app.yaml", "the table and the recommendation")
            .option("against", { type: "string", describe: "a second day: what changed since --as-of, rate by rate", requiresArg: true })
            .example("$0 compare app.yaml --mau 50000,500000 --set signInsPerMau=20", "other sizes, another driver")
            .example("$0 compare app.yaml --as-of 2024-11-22 --against 2026-10-01", "what two years of prices changed"),
        ),
      (flags) => choose(async () => (await import("./commands/compare.js")).runCompare(flags as never)),
    )
    .command(
      "explain <scenario>",
      "the arithmetic of a bill in words",
      (y) =>
        resultOptions(
          mauOption(scenarioOptions(y))
            .option("alternative", { alias: "a", type: "string", demandOption: true, describe: "id of the alternative", requiresArg: true })
            .example("$0 explain app.yaml --alternative cognito --mau 100000", "driver, quantity, free part, tiers, source"),
        ),
      (flags) => choose(async () => (await import("./commands/explain.js")).runExplain(flags as never)),
    )
    .command(
      "report <scenario> [more..]",
      "write report.html, result.json and line-items.csv",
      (y) =>
        mauOption(scenarioOptions(y))
          .positional("more", { type: "string", array: true, describe: "further scenarios: one page with all of them side by side" })
          .option("output", { alias: "o", type: "string", describe: "folder (reports/<scenario>)", requiresArg: true })
          .option("open", { type: "boolean", describe: "open the report when it is written" })
          .option("watch", { type: "boolean", describe: "write it again whenever the scenario or a price file changes" })
          .example("$0 report scenarios/b2b-saas.yaml -o out", "one HTML file to send")
          .example("$0 report a.yaml b.yaml -o out", "two scenarios side by side")
          .example("$0 report app.yaml --watch --open", "a report that follows your edits"),
      (flags) => choose(async () => (await import("./commands/report.js")).runReport(flags as never)),
    )
    .command(
      "breakeven <scenario>",
      "who is cheapest where, every crossing",
      (y) =>
        resultOptions(
          scenarioOptions(y)
            .option("over", { type: "string", default: "mau", describe: "the driver that varies, or months", requiresArg: true })
            .option("from", { type: "string", describe: "first value", requiresArg: true })
            .option("to", { type: "string", describe: "last value", requiresArg: true })
            .option("step", { type: "string", describe: "distance of values (1 for counts)", requiresArg: true })
            .example("$0 breakeven scenarios/consumer-app.yaml", "every user count from 1 to 10,000,000")
            .example("$0 breakeven app.yaml --over federatedShare --step 0.001", "over a share")
            .example("$0 breakeven app.yaml --over months", "who has cost least in all, month by month"),
        ),
      (flags) => choose(async () => (await import("./commands/breakeven.js")).runBreakeven(flags as never)),
    )
    .command(
      "horizon <scenario>",
      "costs over the months to come, paybacks, whether to change on the way",
      (y) =>
        resultOptions(
          scenarioOptions(y)
            .option("months", { type: "string", describe: "months to look ahead (the scenario's, or 36)", requiresArg: true })
            .example("$0 horizon scenarios/marketplace.yaml", "growth, a move of users, labour apart")
            .example("$0 horizon app.yaml --months 60 --format csv", "the ledger month by month"),
        ),
      (flags) => choose(async () => (await import("./commands/horizon.js")).runHorizon(flags as never)),
    )
    .command(
      "recommend <scenario>",
      "the choice, why, and everything that would flip it",
      (y) =>
        resultOptions(scenarioOptions(y).example("$0 recommend scenarios/b2b-saas.yaml", "every driver, cost and price, moved on its own")),
      (flags) => choose(async () => (await import("./commands/recommend.js")).runRecommend(flags as never)),
    );
}
