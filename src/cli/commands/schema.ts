import { toJSONSchema, type ZodType } from "zod";
import { claimsSchema } from "../../analysis/claims/claims-schema.js";
import { priceFileSchema } from "../../prices/price-file-schema.js";
import { resultSchema } from "../../report/result-schema.js";
import { scenarioSchema } from "../../scenario/scenario-schema.js";
import { DECIMAL_TEXT } from "../../units/decimal.js";
import { emit } from "../emit.js";

export const SCHEMAS = ["scenario", "prices", "claims", "result"] as const;
const BY_NAME: Readonly<Record<(typeof SCHEMAS)[number], ZodType>> = { scenario: scenarioSchema, prices: priceFileSchema, claims: claimsSchema, result: resultSchema };

/**
 * The JSON Schema (draft 7, which YAML editors read) of a kind of file. Input files are read as text, so that digits survive;
 * in an editor a number may stand without quotation marks, and true and false are what they look like. A result says what it is.
 */
export async function runSchema(flags: { readonly kind: (typeof SCHEMAS)[number]; readonly output?: string | undefined }): Promise<void> {
  await emit(flags.output, async () => {
    const schema = toJSONSchema(BY_NAME[flags.kind], {
      target: "draft-7", io: "input", unrepresentable: "any",
      override: ({ jsonSchema }) => {
        // Whole numbers and published figures may stand without quotation marks as well.
        if (/^\^(?:\[1-9\])?\\d\{/.test(jsonSchema.pattern ?? "") || jsonSchema.description?.startsWith("a figure as published") === true) jsonSchema.type = ["number", "string"] as never;
        if (jsonSchema.pattern === DECIMAL_TEXT.source) jsonSchema.type = ["number", "string"] as never;
        if (jsonSchema.enum?.length === 2 && jsonSchema.enum[0] === "true") {
          jsonSchema.type = "boolean";
          delete jsonSchema.enum;
        } else if (jsonSchema.enum?.[0] === "true") {
          delete jsonSchema.type;
          jsonSchema.enum = jsonSchema.enum.map((value) => (value === "true" || value === "false" ? value === "true" : value));
        }
      },
    });
    return `${JSON.stringify(schema, null, 2)}\n`;
  });
}
