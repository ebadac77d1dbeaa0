/** What is read of a zod schema to say what would have fitted. */
export type SchemaPart = { readonly def?: Record<string, unknown>; readonly shape?: Record<string, unknown> };

const WRAPPERS: readonly string[] = ["optional", "default", "prefault", "pipe", "nullable", "readonly"];

/** The part of the schema that a path leads to. */
export function schemaAt(schema: unknown, path: readonly PropertyKey[]): SchemaPart | undefined {
  let current = schema as SchemaPart | undefined;
  const unwrap = (): void => {
    while (current?.def && WRAPPERS.includes(String(current.def.type)))
      current = (current.def.innerType ?? current.def.in) as typeof current;
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
export function knownKeysAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const part = blockOf(schemaAt(schema, path));
  return part?.def?.type === "object" ? Object.keys(part.shape ?? {}) : [];
}

/** The keys that a file of the schema cannot do without. */
export function neededKeys(schema: unknown): readonly string[] {
  const shape = schemaAt(schema, [])?.shape ?? {};
  return Object.keys(shape).filter((key) => !WRAPPERS.includes(String((shape[key] as SchemaPart).def?.type)));
}
