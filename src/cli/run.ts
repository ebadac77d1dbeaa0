import yargs from "yargs";
import { nameHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, problemText } from "../problems/problem.js";
import { visible } from "../report/render/plain-text.js";
import { VERSION } from "../units/version.js";
import { FORMATS } from "./emit.js";
import { mauOption, scenarioOptions } from "./scenario-options.js";

/** Says what is wrong, one problem a line, control characters made visible. */
function complain(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`authcost: ${visible(problemText(problem))}\n`);
}

const PLAIN_FORMATS = ["table", "json", "csv", "markdown"];
const COMMANDS = ["price", "compare", "explain", "report", "breakeven", "horizon", "recommend", "check", "schema", "init", "completion", "validate", "prices", "list", "show", "diff", "verify", "import"] as const;

/**
 * Runs one command line. Commands load only what they need.
 * @returns the exit code: 1 for bad input, an unknown price or an internal error; nothing when the command set its own
 */
export async function run(argv: readonly string[]): Promise<number | undefined> {
  try {
    const work = chosenWork(argv);
    await work?.();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) complain(error.problems);
    else process.stderr.write(`authcost: internal error: ${error instanceof Error ? visible(error.message) : "unknown"}. Please report it, with the command you ran.\n`);
    return 1;
  }
}

function usageProblem(message: string): ProblemError {
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message)?.[1]?.split(", ");
  const problems = unknown?.map((name): Problem => ({ code: "bad-argument", message: `unknown argument or command ${JSON.stringify(name)}`, ...nameHint(name, [...COMMANDS, ...FLAGS]) }));
  return new ProblemError(problems ?? [{ code: "bad-argument", message: message.trim().replace(/\s*\n\s*/g, " "), hint: "`authcost --help` shows every command" }]);
}

const FLAGS = ["fail-on", "budget", "expect-choice", "as-of", "against", "region", "book", "free-tier", "no-free-tier", "set", "mau", "format", "output", "alternative", "over", "from", "to", "step", "months", "strict", "provider", "service", "folder", "on", "max-age", "retrieved", "url", "rules", "help", "version"];

function output<T>(formats: readonly string[]) {
  return (y: import("yargs").Argv<T>) => y
    .option("format", { choices: formats, default: "table", describe: "how the result is written", requiresArg: true })
    .option("output", { alias: "o", type: "string", describe: "write to this file instead of standard output", requiresArg: true });
}

type Work = () => Promise<void>;

/**
 * The work that a command line asks for; nothing when yargs has answered itself (--help, --version).
 * A handler leaves by throwing its work: after one that returns, yargs renders its whole help text on every run.
 */
function chosenWork(argv: readonly string[]): Work | undefined {
  let chosen: Work | undefined;
  const choose = (work: Work): never => {
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

/** The command line as yargs understands it. */
function parser(argv: readonly string[], choose: (work: Work) => never) {
  // yargs loses a lone "-" among several files.
  return yargs(argv.map((word) => (word === "-" ? "/dev/stdin" : word)))
    .scriptName("authcost")
    .usage("$0 <command>\n\nWhat does user authentication cost: Amazon Cognito, an own database, a hybrid or a vendor?")
    .parserConfiguration({ "parse-numbers": false, "parse-positional-numbers": false, "dot-notation": false, "greedy-arrays": false })
    .locale("en").version(VERSION).strict().demandCommand(1, "Say what to do: a command is missing").recommendCommands()
    .wrap(Math.min(100, process.stdout.columns ?? 80))
    .exitProcess(false)
    .check((flags) => {
      const twice = Object.keys(flags).filter((name) => Array.isArray(flags[name]) && !["_", "set", "fail-on", "failOn", "files", "url"].includes(name));
      if (twice.length > 0) throw usageProblem(`--${twice[0]} is given more than once`);
      return true;
    })
    .fail((message, error) => { throw error ?? usageProblem(message); })
    .command("price <rate> <quantity>", "rate one month's quantity of one rate", (y) => output(["table", "json", "csv", "markdown"])(y
      .positional("rate", { type: "string", demandOption: true, describe: "rate id, such as aws.cognito.lite.mau" })
      .positional("quantity", { type: "string", demandOption: true, describe: "quantity in base units, such as 950000" })
      .option("as-of", { type: "string", describe: "price of this day (YYYY-MM-DD)", requiresArg: true })
      .option("region", { type: "string", describe: "price region (us-east-1)", requiresArg: true })
      .option("free-tier", { type: "boolean", describe: "count always-free units (--no-free-tier leaves them out)" })
      .example("$0 price aws.cognito.lite.mau 950000", "the example of AWS's page: $4,405.00")
      .example("$0 price aws.dynamodb.on-demand.write 3000000 --as-of 2024-10-31", "before the price cut")),
    (flags) => choose(async () => (await import("./commands/price.js")).runPrice(flags as never)))
    .command("compare <scenario>", "every alternative side by side, and a recommendation", (y) => output(FORMATS)(mauOption(scenarioOptions(y))
      .option("fail-on", { type: "string", array: true, nargs: 1, describe: "exit with 2 when a rule holds: 'cognito.monthly>500'", requiresArg: true })
      .option("budget", { type: "string", describe: "exit with 2 when the choice costs more a month", requiresArg: true })
      .option("expect-choice", { type: "string", describe: "exit with 2 when another alternative is chosen", requiresArg: true })
      .example("$0 compare scenarios/consumer-app.yaml", "the table and the recommendation")
      .option("against", { type: "string", describe: "a second day: what changed since --as-of, rate by rate", requiresArg: true })
      .example("$0 compare app.yaml --mau 50000,500000 --set signInsPerMau=20", "other sizes, another driver")
      .example("$0 compare app.yaml --as-of 2024-11-22 --against 2026-10-01", "what two years of prices changed")),
    (flags) => choose(async () => (await import("./commands/compare.js")).runCompare(flags as never)))
    .command("explain <scenario>", "the arithmetic of a bill in words", (y) => output(["table", "json"])(mauOption(scenarioOptions(y))
      .option("alternative", { alias: "a", type: "string", demandOption: true, describe: "id of the alternative", requiresArg: true })
      .example("$0 explain app.yaml --alternative cognito --mau 100000", "driver, quantity, free part, tiers, source")),
    (flags) => choose(async () => (await import("./commands/explain.js")).runExplain(flags as never)))
    .command("report <scenario>", "write report.html, result.json and line-items.csv", (y) => mauOption(scenarioOptions(y))
      .option("output", { alias: "o", type: "string", describe: "folder (reports/<scenario>)", requiresArg: true })
      .example("$0 report scenarios/b2b-saas.yaml -o out", "one HTML file to send"),
    (flags) => choose(async () => (await import("./commands/report.js")).runReport(flags as never)))
    .command("breakeven <scenario>", "who is cheapest where, every crossing", (y) => output(PLAIN_FORMATS)(scenarioOptions(y)
      .option("over", { type: "string", default: "mau", describe: "the driver that varies, or months", requiresArg: true })
      .option("from", { type: "string", describe: "first value", requiresArg: true })
      .option("to", { type: "string", describe: "last value", requiresArg: true })
      .option("step", { type: "string", describe: "distance of values (1 for counts)", requiresArg: true })
      .example("$0 breakeven scenarios/consumer-app.yaml", "every user count from 1 to 10,000,000")
      .example("$0 breakeven app.yaml --over federatedShare --step 0.001", "over a share")
      .example("$0 breakeven app.yaml --over months", "who has cost least in all, month by month")),
    (flags) => choose(async () => (await import("./commands/breakeven.js")).runBreakeven(flags as never)))
    .command("horizon <scenario>", "costs over the months to come, paybacks, whether to change on the way", (y) => output(FORMATS)(scenarioOptions(y)
      .option("months", { type: "string", describe: "months to look ahead (the scenario's, or 36)", requiresArg: true })
      .example("$0 horizon scenarios/marketplace.yaml", "growth, a move of users, labour apart")
      .example("$0 horizon app.yaml --months 60 --format csv", "the ledger month by month")),
    (flags) => choose(async () => (await import("./commands/horizon.js")).runHorizon(flags as never)))
    .command("recommend <scenario>", "the choice, why, and everything that would flip it", (y) => output(FORMATS)(scenarioOptions(y)
      .example("$0 recommend scenarios/b2b-saas.yaml", "every driver, cost and price, moved on its own")),
    (flags) => choose(async () => (await import("./commands/recommend.js")).runRecommend(flags as never)))
    .command("diff <before> <after>", "why two scenarios, or two results, differ", (y) => output(FORMATS)(y
      .positional("before", { type: "string", demandOption: true, describe: "scenario, or result.json" })
      .positional("after", { type: "string", demandOption: true, describe: "another of the same kind" })
      .example("$0 diff app.yaml app-next-year.yaml", "input, price and model, adding up to the change")),
    (flags) => choose(async () => (await import("./commands/diff.js")).runDiff(flags as never)))
    .command("check <claims>", "re-compute published figures and explain differences", (y) => output(FORMATS)(y
      .positional("claims", { type: "string", demandOption: true, describe: "claims file" })
      .option("strict", { type: "boolean", default: false, describe: "exit with 2 when a claim differs" })
      .example("$0 check scenarios/claims/seed.yaml", "the original document's tables")),
    (flags) => choose(async () => (await import("./commands/check.js")).runCheck(flags as never)))
    .command("schema <kind>", "JSON Schema of a kind of file, for editors", (y) => y
      .positional("kind", { choices: ["scenario", "prices", "claims"], demandOption: true, describe: "which kind" })
      .option("output", { alias: "o", type: "string", describe: "write to this file", requiresArg: true })
      .example("$0 schema scenario -o scenario.schema.json", "for the first line of a scenario"),
    (flags) => choose(async () => (await import("./commands/schema.js")).runSchema(flags as never)))
    .command("init [file]", "write a first scenario", (y) => y
      .positional("file", { type: "string", default: "scenario.yaml", describe: "where to" })
      .example("$0 init our-app.yaml", "a scenario to edit"),
    (flags) => choose(async () => (await import("./commands/init.js")).runInit(flags as never)))
    .completion("completion", "shell completion script (bash, zsh)")
    .command("validate <files..>", "check scenario, price and claims files", (y) => y
      .positional("files", { type: "string", demandOption: true, describe: "files to check" })
      .example("$0 validate scenarios/*.yaml", "all problems at once, with line and column"),
    (flags) => choose(async () => (await import("./commands/validate.js")).runValidate(flags as never)))
    .command("prices", "the catalogue: what is known, from when, from where", (y) => y
      .command("list", "every rate on a day", (z) => output(PLAIN_FORMATS)(z
        .option("provider", { type: "string", describe: "first part of the rate id, such as aws", requiresArg: true })
        .option("service", { type: "string", describe: "second part, such as cognito", requiresArg: true })
        .option("as-of", { type: "string", describe: "on this day (YYYY-MM-DD)", requiresArg: true })
        .option("region", { type: "string", describe: "only this region", requiresArg: true })
        .example("$0 prices list --service cognito --region us-east-1", "all Cognito rates")),
      (flags) => choose(async () => (await import("./commands/prices.js")).runPricesList(flags as never)))
      .command("show <rate>", "the history of a rate, with sources", (z) => output(PLAIN_FORMATS)(z
        .positional("rate", { type: "string", demandOption: true, describe: "rate id" })
        .option("region", { type: "string", describe: "only this region", requiresArg: true })
        .example("$0 prices show aws.dynamodb.on-demand.write --region us-east-1", "before and after the cut")),
      (flags) => choose(async () => (await import("./commands/prices.js")).runPricesShow(flags as never)))
      .command("diff <from> <to>", "what changed between two days", (z) => output(PLAIN_FORMATS)(z
        .positional("from", { type: "string", demandOption: true, describe: "day (YYYY-MM-DD)" })
        .positional("to", { type: "string", demandOption: true, describe: "day (YYYY-MM-DD)" })
        .option("region", { type: "string", describe: "only this region", requiresArg: true })
        .example("$0 prices diff 2024-10-31 2024-11-30 --region us-east-1", "one month")),
      (flags) => choose(async () => (await import("./commands/prices.js")).runPricesDiff(flags as never)))
      .command("verify", "examples, validity, age and confidence of every number", (z) => output(PLAIN_FORMATS)(z
        .option("folder", { type: "string", describe: "another folder of price files", requiresArg: true })
        .option("on", { type: "string", describe: "count ages on this day", requiresArg: true })
        .option("max-age", { type: "string", describe: "days after which a number is an error", requiresArg: true })
        .example("$0 prices verify --max-age 800", "exit code 2 when something falls short")),
      (flags) => choose(async () => (await import("./commands/prices.js")).runPricesVerify(flags as never)))
      .command("import <files..>", "make a price file from AWS price lists", (z) => z
        .positional("files", { type: "string", demandOption: true, describe: "offer files in JSON or CSV; - reads standard input" })
        .option("service", { type: "string", demandOption: true, describe: "whose rates, such as aws.cognito", requiresArg: true })
        .option("output", { alias: "o", type: "string", describe: "folder (pricing/<book>/<service>)", requiresArg: true })
        .option("book", { type: "string", default: "aws", describe: "price book", requiresArg: true })
        .option("retrieved", { type: "string", describe: "day on which the lists were read (their publication)", requiresArg: true })
        .option("url", { type: "string", describe: "where a list was read, once for each file", requiresArg: true })
        .option("rules", { type: "string", describe: "another folder of import rules", requiresArg: true })
        .example("$0 prices import index.json --service aws.cognito", "writes pricing/aws/cognito/<day>.yaml"),
      (flags) => choose(async () => (await import("./commands/prices-import.js")).runPricesImport(flags as never)))
      .demandCommand(1, "Say what to do with the prices: list, show, diff, verify or import"))
    .epilogue("Exit codes: 0 fine; 1 bad input or unknown price; 2 a budget or --strict rule is broken.");
}
