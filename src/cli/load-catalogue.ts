import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { collect } from "../problems/collect.js";
import type { Catalogue, PriceFile, Versions } from "../prices/price-file.js";

export { newestDayOf } from "../prices/price-file.js";

export function contentHash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The folder of the shipped price files: beside dist/ in a checkout and in the package. */
export const SHIPPED_PRICES = fileURLToPath(new URL("../../pricing/", import.meta.url));
const COMPILED = fileURLToPath(new URL("../catalogue/", import.meta.url));
const INDEX = join(COMPILED, "index.json");

/** The folder beside the books that says how provider price lists become price files. */
export const IMPORT_RULES = "import-rules";

/** Paths below the folder of every price file, in a stable order. */
export function priceFilePaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.ya?ml$/.test(path) && !path.startsWith(`${IMPORT_RULES}/`))
    .sort();
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

/** What the build leaves beside the compiled files: every price file with its content, and when it was last touched. */
export type CompiledIndex = {
  readonly newestDay: string;
  readonly files: readonly {
    readonly path: string;
    readonly service: string;
    readonly effective: string;
    readonly hash: string;
    readonly size: number;
    readonly modified: number;
  }[];
};

/** The compiled form of one price file. */
export function compiledName(path: string): string {
  return `${path.replace(/\.ya?ml$/, "").replaceAll("/", "+")}.json`;
}

/** Whether every price file still has the content it was compiled from: by size and time, or else by its hash. */
function isFresh(index: CompiledIndex, folder: string): boolean {
  const paths = priceFilePaths(folder);
  const places = index.files.map((file) => join(folder, file.path));
  const facts = places.map((place, at) => (index.files[at]?.path === paths[at] ? statSync(place) : undefined));
  const isMoved = index.files.some((file, at) => facts[at]?.mtimeMs !== file.modified);
  const hasContent =
    paths.length === index.files.length &&
    index.files.every(({ size, modified, hash }, at) => {
      const now = facts[at];
      return now?.size === size && (now.mtimeMs === modified || contentHash(readFileSync(places[at] ?? "")) === hash);
    });
  if (hasContent && isMoved)
    remember({ ...index, files: index.files.map((file, at) => ({ ...file, modified: facts[at]?.mtimeMs ?? file.modified })) });
  return hasContent;
}

/**
 * An installation gives every file a new time: the first run reads them all and notes the times, so that the next ones need not.
 * Where nothing may be written, every run reads them.
 */
function remember(index: CompiledIndex): void {
  const temporary = `${INDEX}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, JSON.stringify(index));
    renameSync(temporary, INDEX);
  } catch {
    rmSync(temporary, { force: true });
  }
}

/**
 * The shipped catalogue: the compiled form when every price file still has the content it was compiled from,
 * otherwise the files themselves. So an edited or added file counts at once, and an unchanged one costs nothing to parse.
 */
export async function loadCatalogue(folder: string = SHIPPED_PRICES): Promise<Catalogue> {
  if (folder !== SHIPPED_PRICES || !existsSync(INDEX)) return readCatalogue(folder);
  const index = JSON.parse(readFileSync(INDEX, "utf8")) as CompiledIndex;
  if (!isFresh(index, folder)) return readCatalogue(folder);
  const known = new Map<string, PriceFile>();
  const load = (path: string): PriceFile => {
    const file = known.get(path) ?? (JSON.parse(readFileSync(join(COMPILED, compiledName(path)), "utf8")) as PriceFile);
    known.set(path, file);
    return file;
  };
  const versionsOf = (service: string): Versions => {
    const files = index.files.filter((file) => file.service === service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
    return {
      effectives: files.map((file) => file.effective),
      fileOf: (effective) => {
        const found = files.find((file) => file.effective === effective);
        return found ? load(found.path) : undefined;
      },
      all: () => files.map((file) => load(file.path)),
    };
  };
  return {
    get files() {
      return index.files.map((file) => load(file.path));
    },
    lazily: { services: [...new Set(index.files.map((file) => file.service))], newestDay: index.newestDay, versionsOf },
  };
}
