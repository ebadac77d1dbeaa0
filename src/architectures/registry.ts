import type { Architecture } from "./architecture.js";
import { cognito } from "./cognito.js";
import { dynamodb } from "./dynamodb.js";
import { hybrid } from "./hybrid.js";
import { documentArchitectures } from "./original-document.js";
import { keycloakSelfHosted } from "./keycloak.js";
import { postgresql } from "./postgresql.js";
import { vendorArchitectures } from "./vendors.js";

/** Every architecture that a scenario can name. */
export const ARCHITECTURES: readonly Architecture[] = [
  cognito,
  postgresql,
  dynamodb,
  hybrid,
  keycloakSelfHosted,
  ...vendorArchitectures,
  ...documentArchitectures,
];

/** Vendors can stand beside the alternatives of any book. */
const VENDOR_BOOK = "vendors";

/** The books a scenario can be priced with. */
export const BOOKS: readonly string[] = [...new Set(ARCHITECTURES.map((one) => one.book))].filter((book) => book !== VENDOR_BOOK);

/** The architectures that a scenario of the book can name, by id. */
export function architecturesOf(book: string): ReadonlyMap<string, Architecture> {
  return new Map(ARCHITECTURES.filter((one) => one.book === book || one.book === VENDOR_BOOK).map((one) => [one.id, one]));
}
