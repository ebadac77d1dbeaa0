/** What kind of thing is wrong; each code has one broken fixture in the tests. */
export type ProblemCode =
  | "unreadable"
  | "syntax"
  | "too-large"
  | "unknown-key"
  | "missing-key"
  | "wrong-type"
  | "out-of-range"
  | "unknown-name"
  | "duplicate"
  | "inconsistent"
  | "no-price"
  | "unpublished-price"
  | "bad-argument"
  | "cannot-write";

export type Place = { readonly file: string; readonly line?: number; readonly column?: number };

/** One thing that is wrong, said so that the reader can mend it: where, what was found, what was expected, what to type. */
export type Problem = {
  readonly code: ProblemCode;
  readonly place?: Place;
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
};

/** All problems of a piece of work at once. Thrown below cli/, printed there; never shown with a stack trace. */
export class ProblemError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(problemText).join("\n"));
    this.name = "ProblemError";
    this.problems = problems;
  }
}

export function placeText(place: Place): string {
  const { file, line, column } = place;
  return line === undefined ? file : `${file}:${line}${column === undefined ? "" : `:${column}`}`;
}

/** `scenario.yaml:4:3: unknown driver "mua" (expected a driver; did you mean "mau"?)` */
export function problemText(problem: Problem): string {
  const where = problem.place ? `${placeText(problem.place)}: ` : "";
  const details = [
    ...(problem.found === undefined ? [] : [`found ${problem.found}`]),
    ...(problem.expected === undefined ? [] : [`expected ${problem.expected}`]),
    ...(problem.hint === undefined ? [] : [problem.hint]),
  ];
  return `${where}${problem.message}${details.length > 0 ? ` (${details.join("; ")})` : ""}`;
}

/** Text of unknown origin for a message: quoted, control characters visible, cut to a readable length. */
export function quoted(value: unknown, longest = 60): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return typeof value === "string" ? JSON.stringify(cut) : cut;
}
