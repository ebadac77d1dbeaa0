import type * as z from "zod";
import { inReadingOrder } from "./in-reading-order.js";
import { nameHint } from "./nearest-name.js";
import { type Problem, type ProblemCode, ProblemError, quoted } from "./problem.js";
import type { LocatedDocument } from "./read-document.js";

type Issue = z.core.$ZodIssue;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined), data);
}

const KIND_WORDS: Record<string, string> = { string: "text", object: "a block of keys", array: "a list", record: "a block of keys", number: "a number" };

function describe(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "a block of keys" : quoted(value);
}

/** More values than this are not listed; the nearest is named. */
const MOST_LISTED = 40;

type SchemaPart = { readonly def?: Record<string, unknown>; readonly shape?: Record<string, unknown> };

/** The part of the schema that a path leads to. */
function schemaAt(schema: unknown, path: readonly PropertyKey[]): SchemaPart | undefined {
  let current = schema as SchemaPart | undefined;
  const unwrap = (): void => {
    while (current?.def && ["optional", "default", "prefault", "pipe", "nullable", "readonly"].includes(String(current.def.type))) {
      current = (current.def.innerType ?? current.def.in) as typeof current;
    }
  };
  unwrap();
  for (const key of path) {
    current = blockOf(current);
    if (current?.def?.type === "object") current = current.shape?.[String(key)] as typeof current;
    else if (current?.def?.type === "array") current = current.def.element as typeof current;
    else if (current?.def?.type === "record") current = current.def.valueType as typeof current;
    else return undefined;
    unwrap();
  }
  return current;
}

/** Of several shapes that a value may have, the block of keys; anything else as it is. */
function blockOf(part: SchemaPart | undefined): SchemaPart | undefined {
  const options = part?.def?.type === "union" ? (part.def.options as readonly SchemaPart[]) : [];
  return options.find((option) => option.def?.type === "object") ?? part;
}

/** The keys that a strict object in the schema knows at a path, read from the schema itself, for the hint. */
function knownKeysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const part = blockOf(schemaAt(schema, path));
  return part?.def?.type === "object" ? Object.keys(part.shape ?? {}) : [];
}

function toProblems(issue: Issue, document: LocatedDocument, schema: unknown, at: readonly PropertyKey[]): Problem[] {
  const path = [...at, ...issue.path];
  const found = valueAt(document.data, path);
  const place = document.locate(path);
  const name = String([...path].reverse().find((key) => typeof key === "string") ?? "the file");
  switch (issue.code) {
    case "unrecognized_keys": {
      const known = knownKeysAt(schema, issue.path);
      return issue.keys.map((key) => ({ code: "unknown-key" as const, place: document.locate([...path, key], "key"), message: `unknown key ${quoted(key)}`, ...nameHint(key, known) }));
    }
    case "invalid_type": {
      const expected = KIND_WORDS[issue.expected] ?? issue.expected;
      if (found === undefined) return [{ code: "missing-key", place, message: `${quoted(name)} is missing`, expected }];
      return [{ code: "wrong-type", place, message: `${quoted(name)} is of the wrong kind`, found: describe(found), expected }];
    }
    case "invalid_value": {
      const values = issue.values.map(String);
      if (found === undefined) return [{ code: "missing-key", place, message: `${quoted(name)} is missing`, expected: values.join(" | ") }];
      return [{ code: "unknown-name", place, message: `${quoted(name)} is not one of its values`, found: describe(found), ...(values.length <= MOST_LISTED ? { expected: values.join(" | ") } : {}), ...(typeof found === "string" ? nameHint(found, values) : {}) }];
    }
    case "invalid_union": {
      // The branch that fits best says most: the one with the fewest complaints about the whole value itself.
      const branches = issue.errors.filter((branch) => !branch.some((sub) => sub.path.length === 0 && sub.code === "invalid_type"));
      const best = [...branches].sort((a, b) => a.length - b.length)[0];
      const options = schemaAt(schema, issue.path)?.def?.options as readonly unknown[] | undefined;
      if (best) return best.flatMap((sub) => toProblems(sub, document, options?.[(issue.errors as readonly unknown[]).indexOf(best)], path));
      return [{ code: "wrong-type", place, message: `${quoted(name)} is of the wrong kind`, found: describe(found), expected: issue.message }];
    }
    default: {
      const params = "params" in issue ? (issue.params as { code?: ProblemCode; expected?: string } | undefined) : undefined;
      return [{ code: params?.code ?? "out-of-range", place, message: `${quoted(name)}: ${issue.message}`, found: describe(found), ...(params?.expected ? { expected: params.expected } : {}) }];
    }
  }
}

/**
 * Checks a document against a schema and returns the parsed value.
 * @param known problems that were found in the document otherwise: told together with those of its shape
 * @throws ProblemError with all problems at once, each at its line and column, when the shape is wrong
 */
export function checkShape<T>(document: LocatedDocument, schema: z.ZodType<T>, known: readonly Problem[] = []): T {
  const result = schema.safeParse(document.data === undefined ? {} : document.data);
  if (result.success) return result.data;
  throw new ProblemError(inReadingOrder([...result.error.issues.flatMap((issue) => toProblems(issue, document, schema, [])), ...known]));
}
