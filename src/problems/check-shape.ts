import type * as z from "zod";
import { inReadingOrder } from "./in-reading-order.js";
import { nameHint, nearestNames, nearHint } from "./nearest-name.js";
import { NOT_A_NUMBER, numberHint, PLAIN_NUMBER } from "./plain-number.js";
import { type Problem, type ProblemCode, ProblemError, quoted } from "./problem.js";
import type { LocatedDocument } from "./read-document.js";
import { knownKeysAt, neededKeys, schemaAt } from "./schema-part.js";

type Issue = z.core.$ZodIssue;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    data,
  );
}

const KIND_WORDS: Record<string, string> = {
  string: "text",
  object: "a block of keys",
  array: "a list",
  tuple: "a list",
  record: "a block of keys",
  number: "a number",
};

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : `a list of ${value.length}`;
  return typeof value === "object" ? "a block of keys" : quoted(value);
}

/** More values than this are not listed; the nearest is named. */
const MOST_LISTED = 40;

/** What the schema itself says of what it wants; nothing where it leaves the words to its library. */
const ownWords = ({ message }: Issue): string | undefined => (/^(Invalid input|Too small|Too big)/.test(message) ? undefined : message);

/** What would have fitted, in words: the schema's own, or those of its kind. */
function kindWanted(issue: Issue): string {
  if (issue.code === "invalid_value") return issue.values.map(String).join(" | ");
  if (issue.code !== "invalid_type") return issue.message;
  return ownWords(issue) ?? KIND_WORDS[issue.expected] ?? issue.expected;
}

/** Whether the value as a whole is of another kind, so that nothing inside it can be told. */
const isWholly = (issue: Issue): boolean => issue.path.length === 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");

function toProblems(issue: Issue, document: LocatedDocument, schema: unknown, at: readonly PropertyKey[]): Problem[] {
  const path = [...at, ...issue.path];
  const found = valueAt(document.data, path);
  const place = document.locate(path);
  const key = [...path].reverse().find((one) => typeof one === "string");
  const name = typeof key === "string" ? quoted(key) : "the file";
  const notOfKind = (expected: string): Problem =>
    found === undefined
      ? { code: "missing-key", place, message: `${name} is missing`, expected }
      : { code: "wrong-type", place, message: `${name} is of the wrong kind`, found: describe(found), expected };
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeysAt(schema, issue.path);
      // What is known is listed once for all that are near to nothing.
      const listedAt = issue.keys.find((one) => nearestNames(one, known).length === 0);
      const hintOf = (one: string) =>
        /^\d+$/.test(one)
          ? { hint: "a comma parts entries: write a number without it" }
          : one === listedAt
            ? nameHint(one, known)
            : nearHint(one, known);
      return issue.keys.map((one) => ({
        code: "unknown-key" as const,
        place: document.locate([...path, one], "key"),
        message: `unknown key ${quoted(one)}`,
        ...hintOf(one),
      }));
    }
    case "invalid_type":
      return [notOfKind(kindWanted(issue))];
    case "invalid_value": {
      const values = issue.values.map(String);
      if (typeof found !== "string") return [notOfKind(values.length <= MOST_LISTED ? kindWanted(issue) : "one of its values")];
      return [
        {
          code: "unknown-name",
          place,
          message: `${name} is not one of its values`,
          found: describe(found),
          ...(values.length <= MOST_LISTED ? { expected: kindWanted(issue), ...nearHint(found, values) } : nameHint(found, values)),
        },
      ];
    }
    case "invalid_union": {
      // The branch that fits best says most: the one with the fewest complaints about the parts of the value.
      const best = [...issue.errors].filter((branch) => !branch.some(isWholly)).sort((a, b) => a.length - b.length)[0];
      const options = schemaAt(schema, issue.path)?.def?.options as readonly unknown[] | undefined;
      if (best)
        return best.flatMap((sub) => toProblems(sub, document, options?.[(issue.errors as readonly unknown[]).indexOf(best)], path));
      return [notOfKind([...new Set(issue.errors.flatMap((branch) => branch.filter(isWholly).map(kindWanted)))].join(" or "))];
    }
    case "invalid_key":
      return issue.issues.map((inner) => ({ ...custom(inner, String(path.at(-1))), place: document.locate(path, "key") }));
    case "too_small":
    case "too_big":
      if (issue.origin === "array")
        return [
          {
            code: "out-of-range",
            place,
            message: `${name} has too ${issue.code === "too_small" ? "few" : "many"} entries`,
            found: describe(found),
            expected: ownWords(issue) ?? (issue.code === "too_small" ? `at least ${issue.minimum}` : `at most ${issue.maximum}`),
          },
        ];
      return [custom(issue)];
    default:
      return [custom(issue)];
  }
  function custom(one: Issue, given: unknown = found): Problem {
    const params = "params" in one ? (one.params as { code?: ProblemCode; expected?: string } | undefined) : undefined;
    const expected = one.message === NOT_A_NUMBER ? PLAIN_NUMBER : params?.expected;
    const told = { ...(expected === undefined ? {} : { expected }), ...(one.message === NOT_A_NUMBER ? numberHint(given) : {}) };
    if (params?.code === "missing-key") return { code: params.code, place, message: one.message, ...told };
    return { code: params?.code ?? "out-of-range", place, message: `${name}: ${one.message}`, found: describe(given), ...told };
  }
}

/**
 * Checks a document against a schema and returns the parsed value.
 * @param known problems that were found in the document otherwise: told together with those of its shape
 * @throws ProblemError with all problems at once, each at its line and column, when the shape is wrong
 */
export function checkShape<T>(document: LocatedDocument, schema: z.ZodType<T>, known: readonly Problem[] = []): T {
  if (document.data === undefined)
    throw new ProblemError([
      {
        code: "missing-key",
        place: document.locate([]),
        message: "the file is empty",
        expected: `the keys ${neededKeys(schema).join(", ")}`,
      },
    ]);
  const result = schema.safeParse(document.data);
  if (result.success) return result.data;
  throw new ProblemError(inReadingOrder([...result.error.issues.flatMap((issue) => toProblems(issue, document, schema, [])), ...known]));
}
