import yargs from "yargs";
import { VERSION } from "../units/version.js";
import { answerCommands } from "./answer-commands.js";
import type { Choose, Work } from "./choose.js";
import { complain } from "./complain.js";
import { fileCommands } from "./file-commands.js";
import { pricesCommands } from "./prices-commands.js";
import { studyCommands } from "./study-commands.js";
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

/** The command line as yargs understands it. A new command is registered with its kind; help, completion and hints follow from that. */
function parser(argv: readonly string[], choose: Choose) {
  // yargs loses a lone "-" among several files.
  const root = yargs(argv.map((word) => (word === "-" ? "/dev/stdin" : word)));
  root
    .scriptName("authcost")
    .usage("$0 <command>\n\nWhat does user authentication cost: Amazon Cognito, an own database, a hybrid or a vendor?")
    .parserConfiguration({ "parse-numbers": false, "parse-positional-numbers": false, "dot-notation": false, "greedy-arrays": false })
    .locale("en")
    .alias("help", "h")
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
    });
  answerCommands(root, choose);
  studyCommands(root, choose);
  fileCommands(root, choose);
  return root
    .completion("completion", "shell completion script (bash, zsh)")
    .command("prices", "the catalogue: what is known, from when, from where", (y) => pricesCommands(y, choose))
    .epilogue("Exit codes: 0 fine; 1 bad input or unknown price; 2 a budget or --strict rule is broken; 130 interrupted.");
}
