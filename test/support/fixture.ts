import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

export const FIXTURES = fileURLToPath(new URL("../fixtures/", import.meta.url));

/** A fixture's cases; every scalar stays text, so that digits survive. The shape is the test's own. */
export function fixture<T>(name: string): T {
  return parse(readFileSync(`${FIXTURES}${name}`, "utf8"), { schema: "failsafe" }) as T;
}
