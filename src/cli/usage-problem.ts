import { nameHint, nearHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";

/** What yargs knows where it failed; its types do not say that it tells. */
type Teller = {
  readonly getOptions: () => { readonly key: Readonly<Record<string, unknown>>; readonly boolean: readonly string[] };
  readonly getGroups: () => Readonly<Record<string, readonly string[]>>;
  readonly getInternalMethods: () => {
    readonly getCommandInstance: () => { readonly getCommands: () => readonly string[] };
    readonly getContext: () => { readonly commands: readonly string[]; readonly fullCommands: readonly string[] };
  };
};

const UNKNOWN_COMMAND = "unknown command";

/** A complaint of yargs in this command line's own form, with the nearest command or flag that fits where it stands. */
export function usageProblem(message: string, parser: unknown, argv: readonly string[]): ProblemError {
  const unknown = /^Unknown (?:argument|command)s?: (.+)$/.exec(message)?.[1]?.split(", ");
  if (!unknown) return new ProblemError(translated(message.trim(), parser as Teller));
  // Of a flag with hyphens yargs complains twice: as it was said and in camel case.
  const said = new Set(unknown.flatMap((name) => argv.map((word) => word.split("=")[0] ?? "").find((word) => isSaid(name, word)) ?? []));
  const problems = [...(said.size > 0 ? said : unknown)].map((word) => strange(word, parser as Teller));
  // What follows an unknown command cannot be judged.
  const [first] = problems.filter(({ message: told }) => told.startsWith(UNKNOWN_COMMAND));
  return new ProblemError(first ? [first] : problems);
}

function translated(message: string, teller: Teller): readonly Problem[] {
  const { commands, fullCommands } = teller.getInternalMethods().getContext();
  const help = `\`authcost ${[...commands, "--help"].join(" ")}\` shows how`;
  const given = /^Not enough non-option arguments: got (\d+)/.exec(message)?.[1];
  if (given !== undefined) {
    const names = fullCommands.join(" ").match(/<[^>]+>/g) ?? [];
    return [
      {
        code: "bad-argument",
        message: `${names[Number(given)] ?? "something"} is missing`,
        expected: `authcost ${fullCommands.join(" ")}`,
        hint: help,
      },
    ];
  }
  const missing = /^Missing required arguments?: (.+)$/.exec(message)?.[1] ?? /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  if (missing !== undefined)
    return missing.split(", ").map((name) => ({
      code: "bad-argument",
      message: `--${name} ${message.startsWith("Not") ? "stands without its value" : "is missing"}`,
      hint: help,
    }));
  const invalid = [...message.matchAll(/Argument: (\S+), Given: (.*), Choices: (.*)/g)];
  if (invalid.length === 0) return [{ code: "bad-argument", message: message.replace(/\s*\n\s*/g, " "), hint: help }];
  const bare = (text: string): string => text.replaceAll('"', "");
  return invalid.map(
    ([, name = "", found = "", choices = ""]): Problem => ({
      code: "bad-argument",
      message: `${name in teller.getOptions().key && !positionalsOf(teller).includes(name) ? "--" : ""}${name} cannot be this`,
      found: quoted(bare(found)),
      expected: bare(choices).split(", ").join(" | "),
      ...nearHint(bare(found), bare(choices).split(", ")),
    }),
  );
}

const positionalsOf = (teller: Teller): readonly string[] =>
  Object.entries(teller.getGroups()).flatMap(([group, names]) => (group.startsWith("Positionals") ? names : []));

/** Whether a word of the command line says the name: as it is, as a long flag, or as one of several short ones. */
function isSaid(name: string, word: string): boolean {
  return (
    word === name || word === `--${name}` || word === `--no-${name}` || (name.length === 1 && /^-\w+$/.test(word) && word.includes(name))
  );
}

function strange(word: string, teller: Teller): Problem {
  if (word.startsWith("-")) return { code: "bad-argument", message: `unknown flag ${quoted(word)}`, ...nameHint(word, flagsOf(teller)) };
  const commands = teller.getInternalMethods().getCommandInstance().getCommands();
  if (commands.length === 0) return { code: "bad-argument", message: `${quoted(word)} is one argument too many` };
  return {
    code: "bad-argument",
    message: `${UNKNOWN_COMMAND} ${quoted(word)}`,
    hint: "`authcost --help` shows every command",
    ...nameHint(word, commands),
  };
}

/** The long flags of the command; a switch can be said with no- before it. */
function flagsOf(teller: Teller): readonly string[] {
  const { key, boolean } = teller.getOptions();
  const positionals = positionalsOf(teller);
  const names = Object.keys(key).filter((name) => name.length > 1 && !positionals.includes(name));
  return [...names, ...boolean.filter((name) => name !== "help" && name !== "version").map((name) => `no-${name}`)].map(
    (name) => `--${name}`,
  );
}
