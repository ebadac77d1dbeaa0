import type { Architecture } from "./architecture.js";
import { cognito } from "./cognito.js";
import { dynamodb } from "./dynamodb.js";
import { hybrid } from "./hybrid.js";
import { documentArchitectures } from "./original-document.js";
import { postgresql } from "./postgresql.js";

/** Every architecture that a scenario can name. */
export const ARCHITECTURES: readonly Architecture[] = [cognito, postgresql, dynamodb, hybrid, ...documentArchitectures];

export const BOOKS: readonly string[] = [...new Set(ARCHITECTURES.map((one) => one.book))];

export function architecturesOf(book: string): ReadonlyMap<string, Architecture> {
  return new Map(ARCHITECTURES.filter((one) => one.book === book).map((one) => [one.id, one]));
}
