import { readdirSync } from "node:fs";
import { type PriceFinding, verifyPrices } from "../../analysis/verify-prices.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { isDay } from "../../problems/day.js";
import { byWeight, changeCounts, changeKind, changeShare } from "../../prices/change-words.js";
import { type HistoryEntry, history, priceChanges, standingOn } from "../../prices/history.js";
import type { Catalogue } from "../../prices/price-file.js";
import { newestDay } from "../../prices/rate-card.js";
import { rateIds } from "../../prices/rate-ids.js";
import { regionsTogether, type Together } from "../../prices/regions-together.js";
import { csvText } from "../../report/line-items-csv.js";
import type { SectionsDoc } from "../../report/render/html/sections-page.js";
import { wrap } from "../../report/render/plain-text.js";
import type { Table } from "../../report/report-doc.js";
import type { Json } from "../../report/result-json.js";
import { bold, emit, type Format } from "../emit.js";
import { inFormat } from "../in-format.js";
import { reason } from "../files.js";
import { loadCatalogue, readCatalogue, SHIPPED_PRICES } from "../load-catalogue.js";

type Common = { readonly format: Format; readonly output?: string | undefined; readonly region?: string | undefined };

/** One table, written in the format asked for; JSON carries the records themselves. */
function render(format: Format, table: Table, records: Json, title: string, remark?: string): Promise<string> {
  return inFormat(format, {
    table: () =>
      `${[...wrap(remark === undefined ? title : `${title} (${remark})`, 80).map(bold), "", ...table.rows.flatMap(recordLines)].join("\n")}\n`,
    json: () => records,
    csv: () => csvText([table.columns.map((column) => column.title), ...table.rows.map((row) => row.cells.map((cell) => cell.text))]),
    doc: () => pageOf(table, title, remark),
  });
}

const SECTIONS: Readonly<Record<string, string>> = {
  rates: "The catalogue",
  history: "Its history",
  changes: "What changed",
  findings: "Findings",
};

function pageOf(table: Table, title: string, remark: string | undefined): SectionsDoc {
  return {
    title,
    lead: remark === undefined ? [] : [remark],
    alternatives: [],
    sections: [{ id: `${table.id}-section`, title: SECTIONS[table.id] ?? table.caption, blocks: [{ kind: "table", table }] }],
  };
}

/** A row too wide for a terminal's columns: its name on one line, the rest below it. */
function recordLines(row: Table["rows"][number]): readonly string[] {
  const [name = "", ...rest] = row.cells.map((cell) => cell.text);
  return [...wrap(name, 80), ...wrap(rest.filter((text) => text !== "").join("  "), 80, "    ")];
}

function tableOf(id: string, caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return {
    id,
    caption,
    columns: columns.map((title) => ({ title, align: "left" })),
    rows: rows.map((row) => ({ cells: row.map((text) => ({ text, ...(/^https?:/.test(text) ? { url: text } : {}) })) })),
  };
}

function checkedDay(flag: string, text: string): string {
  if (isDay(text)) return text;
  throw new ProblemError([
    { code: "bad-argument", place: { file: flag }, message: "this is not a day", found: quoted(text), expected: "YYYY-MM-DD" },
  ]);
}

/** Regions of one price share a line for readers; a machine gets a row for each. */
function grouped<T extends { readonly region: string }>(
  format: Format,
  records: readonly T[],
  same: (record: T) => readonly unknown[],
): readonly Together<T>[] {
  return format === "csv" ? records.map((one) => ({ one, regions: [one.region] })) : regionsTogether(records, same);
}

const regionCell = (regions: readonly string[]): string => regions.join(", ");

const inRegion =
  (region: string | undefined) =>
  (entry: HistoryEntry): boolean =>
    region === undefined || entry.region === region || entry.region === "global";

type ListFlags = Common & {
  readonly provider?: string | undefined;
  readonly service?: string | undefined;
  readonly asOf?: string | undefined;
};

/** What is known on a day: every rate with its price, since when, and how sure. */
export async function runPricesList(flags: ListFlags): Promise<void> {
  await emit(flags.output, async () => {
    const catalogue = await loadCatalogue();
    const asOf = checkedDay("--as-of", flags.asOf ?? newestDay(catalogue));
    const prefix = [flags.provider, flags.service].filter((part) => part !== undefined).join(".");
    const wanted = (rate: string): boolean =>
      rate === prefix ||
      prefix === "" ||
      rate.startsWith(`${prefix}.`) ||
      (flags.provider === undefined && flags.service !== undefined && rate.split(".")[1] === flags.service);
    const entries = standingOn(history(catalogue, wanted), asOf).filter(inRegion(flags.region));
    if (entries.length === 0)
      throw new ProblemError([
        { code: "no-price", message: `no price stands on ${asOf} for this choice`, ...strangerHint(catalogue, flags) },
      ]);
    const reading = (entry: HistoryEntry): string => `read ${entry.source?.retrieved ?? "never"}`;
    const lines = grouped(flags.format, entries, ({ rate, text, unit, from, source }) => [
      rate,
      text,
      unit,
      from,
      source?.retrieved,
      source?.confidence,
    ]);
    const words = flags.format === "table";
    const rows = lines.map(({ one, regions: where }) => [
      one.rate,
      regionCell(where),
      one.text,
      one.unit,
      words ? `since ${one.from}` : one.from,
      words ? reading(one) : (one.source?.retrieved ?? ""),
      one.source?.confidence ?? "",
    ]);
    return render(
      flags.format,
      tableOf("rates", "Price of each rate", ["Rate", "Region", "Price", "Unit", "Since", "Read", "Confidence"], rows),
      { schemaVersion: 1, asOf, rates: entries.map(entryJson) },
      `${new Set(entries.map((entry) => entry.rate)).size} rates on ${asOf}`,
    );
  });
}

/** The first of the flags that nothing is known by. */
function strangerHint(catalogue: Catalogue, { provider, service, region }: ListFlags): { hint: string } | Record<never, never> {
  const asked = [
    [provider, providers(catalogue)],
    [service, services(catalogue)],
    [region, regions(catalogue)],
  ] as const;
  const [name, known] = asked.find(([one, names]) => one !== undefined && !names.includes(one)) ?? [];
  return name === undefined || known === undefined ? {} : nameHint(name, known);
}

const providers = (catalogue: Catalogue): readonly string[] => [...new Set(rateIds(catalogue).map((id) => id.split(".")[0] ?? ""))];
const services = (catalogue: Catalogue): readonly string[] => [...new Set(rateIds(catalogue).map((id) => id.split(".")[1] ?? ""))];
const regions = (catalogue: Catalogue): readonly string[] =>
  [...new Set(history(catalogue, () => true).map((entry) => entry.region))].sort();

function entryJson(entry: HistoryEntry): Json {
  const { source } = entry;
  return {
    rate: entry.rate,
    title: entry.title,
    unit: entry.unit,
    region: entry.region,
    from: entry.from,
    until: entry.until,
    basis: entry.basis,
    price: entry.text,
    file: entry.file,
    source: source
      ? {
          url: source.url,
          retrieved: source.retrieved,
          confidence: source.confidence,
          ...(source.note === undefined ? {} : { note: source.note }),
        }
      : null,
  };
}

/** The history of one rate with its sources. */
export async function runPricesShow(flags: Common & { readonly rate: string }): Promise<void> {
  await emit(flags.output, async () => {
    const catalogue = await loadCatalogue();
    const entries = history(catalogue, (rate) => rate === flags.rate).filter(inRegion(flags.region));
    if (entries.length === 0) {
      const unknown = catalogue.files.find((file) => file.unknown?.[flags.rate] !== undefined)?.unknown?.[flags.rate];
      throw new ProblemError([
        {
          code: "no-price",
          message: `there is no price of ${quoted(flags.rate)}${flags.region ? ` in ${flags.region}` : ""}`,
          ...(unknown === undefined ? nameHint(flags.rate, rateIds(catalogue)) : { hint: unknown }),
        },
      ]);
    }
    const lines = grouped(flags.format, entries, ({ from, until, text, source }) => [from, until, text, source]);
    const rows = lines.map(({ one, regions: where }) => [
      `${regionCell(where)}, from ${one.from} ${one.until === null ? "on" : `until ${one.until}`}`,
      one.text,
      one.source?.confidence ?? "",
      one.source?.retrieved ?? "",
      one.source?.url ?? "",
    ]);
    const [first] = entries;
    return render(
      flags.format,
      tableOf("history", "Price by region and time", ["Region and time", "Price", "Confidence", "Read", "Source"], rows),
      { schemaVersion: 1, rate: flags.rate, history: entries.map(entryJson) },
      first?.title ?? "",
      `${flags.rate}, dollars for one ${first?.unit ?? ""} unless it says per`,
    );
  });
}

/** What changed between two days. */
export async function runPricesDiff(flags: Common & { readonly from: string; readonly to: string }): Promise<void> {
  await emit(flags.output, async () => {
    const [from, to] = [checkedDay("FROM", flags.from), checkedDay("TO", flags.to)];
    const changes = priceChanges(history(await loadCatalogue(), () => true).filter(inRegion(flags.region)), from, to);
    const lines = grouped(flags.format, flags.format === "csv" ? changes : [...changes].sort(byWeight), (change) => [
      change.rate,
      changeKind(change),
      change.before?.text,
      change.after?.text,
    ]);
    const rows = lines.map(({ one, regions: where }) => [
      `${one.rate} ${changeKind(one)}`,
      regionCell(where),
      one.before?.text ?? "none",
      "→",
      one.after?.text ?? "none",
      changeShare(one) ?? "",
    ]);
    const records = changes.map((change) => ({
      kind: change.kind,
      rate: change.rate,
      region: change.region,
      before: change.before ? entryJson(change.before) : null,
      after: change.after ? entryJson(change.after) : null,
    }));
    return render(
      flags.format,
      tableOf("changes", "Prices on both days", ["Change", "Region", from, "", to, "By"], rows),
      { schemaVersion: 1, from, to, changes: records },
      `From ${from} to ${to}: ${changes.length === 0 ? "nothing changed" : changeCounts(changes)}`,
    );
  });
}

const WARN_AFTER_DAYS = 365;

/** Checks the catalogue; exit code 2 when something falls short. */
export async function runPricesVerify(
  flags: Common & { readonly folder?: string | undefined; readonly on?: string | undefined; readonly maxAge?: string | undefined },
): Promise<void> {
  let failed = false;
  await emit(flags.output, async () => {
    const catalogue = await readCatalogue(flags.folder === undefined ? SHIPPED_PRICES : checkedFolder(flags.folder));
    const on = checkedDay("--on", flags.on ?? newestDay(catalogue));
    const failAfterDays = flags.maxAge === undefined ? undefined : wholeDays(flags.maxAge);
    const findings = verifyPrices(catalogue, { on, warnAfterDays: WARN_AFTER_DAYS, failAfterDays });
    failed = findings.some((finding) => finding.level === "error");
    const rows = findings.map((finding) => [`${finding.level} (${finding.kind}): ${finding.rate}`, finding.text, finding.file]);
    return render(
      flags.format,
      tableOf("findings", "What falls short, and what may", ["Finding", "Text", "File"], rows),
      { schemaVersion: 1, on, ...counts(catalogue, findings), findings: findings.map((finding) => ({ ...finding })) },
      summary(catalogue, findings, on),
    );
  });
  if (failed) process.exitCode = 2;
}

function checkedFolder(folder: string): string {
  try {
    readdirSync(folder);
    return folder;
  } catch (error) {
    throw new ProblemError([
      {
        code: "unreadable",
        place: { file: "--folder" },
        message: reason(error),
        found: quoted(folder),
        expected: "a folder of price files",
      },
    ]);
  }
}

function wholeDays(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new ProblemError([
    {
      code: "bad-argument",
      place: { file: "--max-age" },
      message: "this is not a number of days",
      found: quoted(text),
      expected: "a whole number such as 400",
    },
  ]);
}

function counts(catalogue: Catalogue, findings: readonly PriceFinding[]) {
  const count = (level: PriceFinding["level"]): number => findings.filter((finding) => finding.level === level).length;
  return { files: catalogue.files.length, rates: rateIds(catalogue).length, errors: count("error"), warnings: count("warning") };
}

function summary(catalogue: Catalogue, findings: readonly PriceFinding[], on: string): string {
  const { files, rates, errors, warnings } = counts(catalogue, findings);
  const kinds = [
    ["age", "of age"],
    ["confidence", "of low confidence"],
    ["lost-region", "of a lost Region"],
  ] as const;
  const parts = kinds.flatMap(([kind, words]) => {
    const count = findings.filter((finding) => finding.level === "warning" && finding.kind === kind).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  return `${files} files, ${rates} rates on ${on}: ${errors} errors, ${warnings} warnings${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`;
}
