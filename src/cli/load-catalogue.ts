import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collect } from "../problems/collect.js";
import type { Catalogue, PriceFile } from "../prices/price-file.js";

export function contentHash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The folder of the shipped price files: beside dist/ in a checkout and in the package. */
export const SHIPPED_PRICES = fileURLToPath(new URL("../../pricing/", import.meta.url));
const COMPILED = fileURLToPath(new URL("../catalogue.json", import.meta.url));

/** Paths below the folder of every price file, in a stable order. */
export function priceFilePaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/")).filter((path) => /\.ya?ml$/.test(path)).sort();
}

/** Reads and checks every price file of a folder. @throws ProblemError with all problems of all files */
export async function readCatalogue(folder: string): Promise<Catalogue> {
  const { parsePriceFile } = await import("../prices/parse-price-file.js");
  const files = collect(priceFilePaths(folder), (path): PriceFile => {
    const text = readFileSync(join(folder, path), "utf8");
    return parsePriceFile(text, { path, hash: contentHash(text), shownAs: join(folder, path) });
  });
  return { files };
}

/**
 * The shipped catalogue: the compiled form when every price file still has the content it was compiled from,
 * otherwise the files themselves. So an edited or added file counts at once, and an unchanged one costs nothing to parse.
 */
export async function loadCatalogue(folder: string = SHIPPED_PRICES): Promise<Catalogue> {
  if (folder === SHIPPED_PRICES && existsSync(COMPILED)) {
    const compiled = JSON.parse(readFileSync(COMPILED, "utf8")) as Catalogue;
    const paths = priceFilePaths(folder);
    const fresh = paths.length === compiled.files.length && compiled.files.every((file, index) => file.path === paths[index] && file.hash === contentHash(readFileSync(join(folder, file.path))));
    if (fresh) return compiled;
  }
  return readCatalogue(folder);
}
