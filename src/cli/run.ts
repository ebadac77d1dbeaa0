import yargs from "yargs";
import { VERSION } from "../units/version.js";
import { complain } from "./complain.js";
import { type Choose, pricesCommands, type Work } from "./prices-commands.js";
import { mauOption, resultOptions, scenarioOptions } from "./scenario-options.js";
import { usageProblem } from "./usage-problem.js";

/** What the completion script asks with, before the words of the line. */
const COMPLETING = "--get-yargs-completions";

/**
 * Runs one command line. Commands load only what they need.
 * @returns the exit code: 1 for bad input, an unknown price or an internal error; nothing when the command set its own
 */
export async function run(argv: readonly string[]): Promise<number | undefined> {
  try {
    if (argv[0] === COMPLETING) {
      const names = await (await import("./complete.js")).namesThatFit(argv.slice(2));
      if (names) return void process.stdout.write(names.map((name) => `${name}\n`).join(""));
    }
    const work = chosenWork(argv);
    await work?.();
    return undefined;
  } catch (error) {
    complain(error);
    return 1;
  }
}

/**
 * The work that a command line asks for; nothing when yargs has answered itself (--help, --version).
 * A handler leaves by throwing its work: after one that returns, yargs renders its whole help text on every run.
 */
function chosenWork(argv: readonly string[]): Work | undefined {
  let chosen: Work | undefined;
  const choose: Choose = (work) => {
    chosen = work;
    throw work;
  };
  try {
    parser(argv, choose).parse();
  } catch (error) {
    if (error !== chosen) throw error;
  }
  return chosen;
}

/** The command line as yargs understands it. A new command is registered here; help, completion and hints follow from that. */
function parser(argv: readonly string[], choose: Choose) {
  // yargs loses a lone "-" among several files.
  const root = yargs(argv.map((word) => (word === "-" ? "/dev/stdin" : word)));
  return root
    .scriptName("authcost")
    .usage("$0 <command>\n\nWhat does user authentication cost: Amazon Cognito, an own database, a hybrid or a vendor?")
    .parserConfiguration({ "parse-numbers": false, "parse-positional-numbers": false, "dot-notation": false, "greedy-arrays": false })
    .locale("en")
    .version(VERSION)
    .strict()
    .demandCommand(1, "Say what to do: a command is missing")
    .wrap(Math.min(100, process.stdout.columns ?? 80))
    .exitProcess(false)
    .check((flags) => {
      const twice = Object.keys(flags).filter(
        (name) => Array.isArray(flags[name]) && !["_", "set", "fail-on", "failOn", "files", "more", "url"].includes(name),
      );
      if (twice.length > 0) throw usageProblem(`--${twice[0]} is given more than once`, root, argv);
      return true;
    })
    .fail((message, error) => {
      throw error && error.name !== "YError" ? error : usageProblem(message ?? error.message, root, argv);
    })
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
    )
    .command(
      "diff <before> <after>",
      "why two scenarios, or two results, differ",
      (y) =>
        resultOptions(
          y
            .positional("before", { type: "string", demandOption: true, describe: "scenario, or result.json" })
            .positional("after", { type: "string", demandOption: true, describe: "another of the same kind" })
            .example("$0 diff app.yaml app-next-year.yaml", "input, price and model, adding up to the change"),
        ),
      (flags) => choose(async () => (await import("./commands/diff.js")).runDiff(flags as never)),
    )
    .command(
      "sensitivity <scenario>",
      "what drives the difference between the two leaders",
      (y) =>
        resultOptions(
          scenarioOptions(y)
            .option("spread", {
              type: "string",
              describe: "how far values go that nobody stated a range for: 0.5 is half less and half more",
              requiresArg: true,
            })
            .option("draws", { type: "string", describe: "rows of the base sample of the Sobol indices", requiresArg: true })
            .option("seed", { type: "string", describe: "where the draws begin (the scenario's, or 1)", requiresArg: true })
            .example(
              "$0 sensitivity scenarios/consumer-app.yaml",
              "each variable from low to high, where the difference turns, and indices",
            )
            .example("$0 sensitivity app.yaml --spread 0.2", "a fifth less and a fifth more"),
        ),
      (flags) => choose(async () => (await import("./commands/sensitivity.js")).runSensitivity(flags as never)),
    )
    .command(
      "map <scenario>",
      "where each alternative is the cheapest, over two drivers",
      (y) =>
        resultOptions(
          scenarioOptions(y)
            .option("x", { type: "string", describe: "the driver across (mau)", requiresArg: true })
            .option("y", { type: "string", describe: "the driver up (the one that moves the difference most)", requiresArg: true })
            .option("from-x", { type: "string", describe: "first value across", requiresArg: true })
            .option("to-x", { type: "string", describe: "last value across", requiresArg: true })
            .option("from-y", { type: "string", describe: "first value up", requiresArg: true })
            .option("to-y", { type: "string", describe: "last value up", requiresArg: true })
            .option("measure", {
              choices: ["month", "horizon"],
              default: "month",
              describe: "one month, or the present value over the scenario's horizon",
              requiresArg: true,
            })
            .example("$0 map scenarios/consumer-app.yaml", "users across; up what matters most besides them")
            .example("$0 map app.yaml --x mau --y federatedShare --to-y 0.3", "two drivers of your own choice"),
        ),
      (flags) => choose(async () => (await import("./commands/map.js")).runMap(flags as never)),
    )
    .command(
      "unit-cost <scenario>",
      "what an active user costs, and what the next one adds",
      (y) =>
        resultOptions(
          scenarioOptions(y).example("$0 unit-cost scenarios/marketplace.yaml", "dollars for each user, for the next, and every step"),
        ),
      (flags) => choose(async () => (await import("./commands/unit-cost.js")).runUnitCost(flags as never)),
    )
    .command(
      "simulate <scenario>",
      "what may come out: every alternative priced with the same draws",
      (y) =>
        resultOptions(
          scenarioOptions(y)
            .option("draws", { type: "string", describe: "how many (the scenario's, or 20000)", requiresArg: true })
            .option("seed", { type: "string", describe: "where the draws begin (the scenario's, or 1)", requiresArg: true })
            .option("spread", { type: "string", describe: "assume that all else may be this part less or more: 0.2", requiresArg: true })
            .option("samples", { type: "boolean", describe: "with --format csv: the draws themselves" })
            .example("$0 simulate scenarios/consumer-app.yaml", "P10, P50, P90, who is cheapest how often, what to measure first")
            .example("$0 simulate app.yaml --spread 0.2 --draws 100000", "a scenario that states nothing uncertain"),
        ),
      (flags) => choose(async () => (await import("./commands/simulate.js")).runSimulate(flags as never)),
    )
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
      "init [file]",
      "write a first scenario",
      (y) =>
        y
          .positional("file", { type: "string", default: "scenario.yaml", describe: "where to" })
          .example("$0 init our-app.yaml", "a scenario to edit"),
      (flags) => choose(async () => (await import("./commands/init.js")).runInit(flags as never)),
    )
    .completion("completion", "shell completion script (bash, zsh)")
    .command(
      "validate <files..>",
      "check scenario, price and claims files",
      (y) =>
        y
          .positional("files", { type: "string", demandOption: true, describe: "files to check" })
          .example("$0 validate scenarios/*.yaml", "all problems at once, with line and column"),
      (flags) => choose(async () => (await import("./commands/validate.js")).runValidate(flags as never)),
    )
    .command("prices", "the catalogue: what is known, from when, from where", (y) => pricesCommands(y, choose))
    .epilogue("Exit codes: 0 fine; 1 bad input or unknown price; 2 a budget or --strict rule is broken; 130 interrupted.");
}
