import { fileURLToPath } from "node:url";
import { readCatalogue } from "../../src/cli/load-catalogue.js";

export const PRICES = fileURLToPath(new URL("../../pricing/", import.meta.url));
/** The shipped price files, parsed once for a test file. */
export const catalogue = await readCatalogue(PRICES);
