import { toJSONSchema, type ZodType } from "zod";
import { claimsSchema } from "../../analysis/claims/claims-schema.js";
import { priceFileSchema } from "../../prices/price-file-schema.js";
import { resultSchema } from "../../report/result-schema.js";
import { scenarioSchema } from "../../scenario/scenario-schema.js";
import { emit } from "../emit.js";
import { wordsFor } from "../schema-words.js";

export const SCHEMAS = ["scenario", "prices", "claims", "result"] as const;
const BY_NAME: Readonly<Record<(typeof SCHEMAS)[number], ZodType>> = {
  scenario: scenarioSchema,
  prices: priceFileSchema,
  claims: claimsSchema,
  result: resultSchema,
};

/**
 * The JSON Schema (draft 7, which YAML editors read) of a kind of file. Input files are read as text, so that digits survive;
 * in an editor a number may stand without quotation marks, true and false are what they look like, and keys say what they mean.
 */
export async function runSchema(flags: { readonly kind: (typeof SCHEMAS)[number]; readonly output?: string | undefined }): Promise<void> {
  await emit(flags.output, async () => {
    const schema = toJSONSchema(BY_NAME[flags.kind], {
      target: "draft-7",
      io: "input",
      unrepresentable: "any",
      override: ({ jsonSchema, path }) => {
        if (flags.kind !== "result") asInEditor(jsonSchema, keysOf(path));
      },
    });
    return `${JSON.stringify(flags.kind === "result" ? schema : worded(schema, []), null, 2)}\n`;
  });
}

type Part = { type?: unknown; enum?: unknown[]; pattern?: string; description?: string };

/** Texts that a number may be: a value that takes one of them may stand without quotation marks. */
const NUMBERS = ["2", "12", "0.5", "2026"];
const WORDS_OF_TRUTH: readonly unknown[] = ["true", "false"];

function asInEditor(part: Part, keys: readonly string[]): void {
  if (part.enum) {
    if (part.enum.every((value) => WORDS_OF_TRUTH.includes(value))) {
      part.type = "boolean";
      delete part.enum;
      return;
    }
    const plain = part.enum.map((value) => (WORDS_OF_TRUTH.includes(value) ? value === "true" : value));
    const numbers = part.enum.filter((value) => /^\d+$/.test(String(value))).map(Number);
    if (plain.some((value) => typeof value === "boolean") || numbers.length > 0) delete part.type;
    part.enum = [...plain, ...numbers];
    return;
  }
  if (part.type !== "string") return;
  const { pattern } = part;
  // A setting of an architecture may be a word, a number or a switch.
  if (keys.at(-1) === "settings") part.type = ["string", "number", "boolean"];
  else if (pattern === undefined || NUMBERS.some((text) => new RegExp(pattern).test(text))) part.type = ["number", "string"];
}

/** The schema with each key's meaning. Keys that take the same kind of value share its schema, so the words come last, key by key. */
function worded(part: unknown, path: readonly string[]): unknown {
  if (Array.isArray(part)) return part.map((one, index) => worded(one, [...path, String(index)]));
  if (typeof part !== "object" || part === null) return part;
  const words = path.at(-2) === "properties" ? wordsFor(keysOf(path)) : undefined;
  const inside = Object.entries(part).map(([key, value]) => [key, worded(value, [...path, key])] as const);
  return { ...Object.fromEntries(inside), ...(words === undefined ? {} : { description: words }) };
}

/** The keys of a file that lead to a part of its schema. */
function keysOf(path: readonly (string | number)[]): readonly string[] {
  return path.flatMap((step, index) => (path[index - 1] === "properties" ? [String(step)] : []));
}
