import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type CollectedOffer, offerCollector } from "../../prices/import/collect-offer.js";
import { type Import, importOffers } from "../../prices/import/import-offers.js";
import type { ImportRules } from "../../prices/import/import-rules.js";
import { parseImportRules, parseRegionNames } from "../../prices/import/parse-import-rules.js";
import { parsePriceFile } from "../../prices/parse-price-file.js";
import type { PriceFile } from "../../prices/price-file.js";
import { collect } from "../../problems/collect.js";
import { isDay } from "../../problems/day.js";
import { nameHint } from "../../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { visible } from "../../report/render/plain-text.js";
import { note, progress } from "../emit.js";
import { readText, STDIN } from "../files.js";
import { contentHash, IMPORT_RULES, SHIPPED_PRICES } from "../load-catalogue.js";
import { type OnProgress, readOffer } from "../offer-stream.js";
import { writeTogether } from "../write-files.js";

type Flags = {
  readonly files: readonly string[];
  readonly service: string;
  readonly book: string;
  readonly output?: string | undefined;
  readonly retrieved?: string | undefined;
  readonly url?: string | readonly string[] | undefined;
  readonly rules?: string | undefined;
};

const REGIONS = "regions";
const KINDS_SHOWN = 10;

/** Makes a dated price file of one service from AWS price lists, and says what they held beside it. */
export async function runPricesImport(flags: Flags): Promise<void> {
  const urls = [flags.url ?? []].flat();
  checkFlags(flags, urls);
  const folder = flags.rules ?? join(SHIPPED_PRICES, IMPORT_RULES);
  const rules = readRules(folder, flags);
  const regions = join(folder, `${REGIONS}.yaml`);
  const names = parseRegionNames(readText(regions), regions);
  const target = flags.output ?? join("pricing", flags.book, rules.service.slice(rules.service.indexOf(".") + 1));
  const offers: CollectedOffer[] = [];
  for (const file of flags.files)
    offers.push(await readOffer(file, (form) => offerCollector(rules, names, { file, form }), progressOf(file)));
  progress("");
  offers.forEach(reportLeftOut);
  const made = importOffers(offers, rules, versionsIn(target, flags.book), { urls, retrieved: flags.retrieved });
  reportMapped(made);
  await write(made, target, flags);
}

function checkFlags(flags: Flags, urls: readonly string[]): void {
  const problems: Problem[] = [];
  const wrong = (file: string, message: string, rest: Partial<Problem> = {}): void => {
    problems.push({ code: "bad-argument", place: { file }, message, ...rest });
  };
  if (flags.retrieved !== undefined && !isDay(flags.retrieved))
    wrong("--retrieved", "this is not a day", { found: quoted(flags.retrieved), expected: "YYYY-MM-DD" });
  if (urls.length > 0 && urls.length !== flags.files.length)
    wrong("--url", "give one address for each file", { found: `${urls.length}`, expected: `${flags.files.length}` });
  for (const url of urls)
    if (!/^https?:\/\/\S+$/.test(url)) wrong("--url", "this is not an address", { found: quoted(url), expected: "https://…" });
  if (flags.files.filter((file) => file === STDIN).length > 1) wrong("FILE", "standard input can be read once only");
  if (!/^[a-z0-9-]+$/.test(flags.book))
    wrong("--book", "this is not the name of a book", { found: quoted(flags.book), expected: "small letters, digits and dashes" });
  if (problems.length > 0) throw new ProblemError(problems);
}

/** The rules of a service; its name may leave the book out. */
function readRules(folder: string, { service, book }: Flags): ImportRules {
  if (!existsSync(folder))
    throw new ProblemError([{ code: "unreadable", place: { file: folder }, message: "there is no such folder of import rules" }]);
  const known = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -5))
    .filter((name) => name !== REGIONS)
    .sort();
  const name = known.find((one) => one === service || one === `${book}.${service}`);
  if (name === undefined)
    throw new ProblemError([
      {
        code: "unknown-name",
        place: { file: "--service" },
        message: `there are no import rules for ${quoted(service)}`,
        ...nameHint(service.includes(".") ? service : `${book}.${service}`, known),
      },
    ]);
  const path = join(folder, `${name}.yaml`);
  return parseImportRules(readText(path), path);
}

function versionsIn(folder: string, book: string): readonly PriceFile[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-\d{2}-\d{2}\.yaml$/.test(name))
    .sort();
  return collect(names, (name) => {
    const text = readFileSync(join(folder, name), "utf8");
    return parsePriceFile(text, { path: `${book}/${name}`, hash: contentHash(text), shownAs: join(folder, name) });
  });
}

function progressOf(file: string): OnProgress {
  const started = Date.now();
  let shown = 0;
  return (bytes, total) => {
    const now = Date.now();
    if (now - shown < 200) return;
    shown = now;
    const share = total === undefined || total === 0 ? "" : ` of ${megabytes(total)} (${Math.floor((bytes / total) * 100)} %)`;
    progress(`${visible(file)}: ${megabytes(bytes)}${share}, ${megabytes((bytes / Math.max(1, now - started)) * 1000)}/s`);
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

/** What a list holds that is in no rate. */
function reportLeftOut({ file, form, kept, unmapped, skipped }: CollectedOffer): void {
  const word = form === "json" ? "SKU" : "row";
  note(`${file}: ${counted(kept.length, "SKU")} meant by a rule, ${counted(unmapped.count, word)} by none`);
  const kinds = [...unmapped.kinds].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [kind, count] of kinds.slice(0, KINDS_SHOWN)) note(`  no rule: ${kind}${count > 1 ? ` (${count})` : ""}`);
  if (kinds.length > KINDS_SHOWN) note("  no rule: … and others");
  for (const [why, count] of [...skipped].sort()) note(`  left out: ${count} ${why}`);
  for (const { product } of kept.filter(({ terms }) => terms.length === 0).slice(0, KINDS_SHOWN))
    note(`  no price: SKU ${product.sku} has no term that its rule asks for`);
}

function reportMapped({ drafts, carried, inForce, changes }: Import): void {
  const rates = new Set(drafts.map(({ id }) => id)).size;
  const regions = new Set(drafts.map(({ region }) => region)).size;
  note(
    `${counted(rates, "rate")} in ${counted(regions, "Region")}: ${counted(drafts.length, "price")}${inForce === undefined ? "" : `, ${changes.length} of them new or changed since ${inForce.effective}`}`,
  );
  if (carried.rates + carried.regions > 0)
    note(
      `kept from the version before: ${counted(carried.rates, "rate")} and ${counted(carried.regions, "regional price")} that the lists do not hold`,
    );
}

/** The result, on standard output: written, or unchanged. An existing file is never overwritten with other content. */
async function write({ effective, text, inForce, changes, data }: Import, folder: string, flags: Flags): Promise<void> {
  const name = `${effective}.yaml`;
  const path = join(folder, name);
  if (flags.output === undefined && inForce !== undefined && changes.length === 0) {
    process.stdout.write(
      `unchanged: no price differs from ${visible(join(folder, `${inForce.effective}.yaml`))}, in force on ${effective}\n`,
    );
    return;
  }
  if (existsSync(path)) {
    if (readFileSync(path, "utf8") !== text)
      throw new ProblemError([
        {
          code: "cannot-write",
          place: { file: path },
          message: "another price file of this day stands here, and released files are not edited",
          hint: "-o FOLDER writes elsewhere, to compare",
        },
      ]);
    process.stdout.write(`unchanged: ${visible(path)}\n`);
    return;
  }
  parsePriceFile(text, { path: `${flags.book}/${data.service}/${name}`, hash: contentHash(text), shownAs: path });
  await writeTogether(folder, [name], async () => new Map([[name, text]]));
  process.stdout.write(`wrote ${visible(path)}\n`);
}
