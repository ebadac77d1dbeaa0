import type { Argv } from "yargs";
import type { Choose } from "./choose.js";
import { resultOptions, scenarioOptions } from "./scenario-options.js";

/** Commands that ask why and how sure: differences, what drives them, where, and what may come out. */
export function studyCommands(root: Argv, choose: Choose) {
  return root
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
    );
}
