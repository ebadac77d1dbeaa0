import { history, type HistoryEntry, standingOn } from "../../prices/history.js";
import type { Catalogue } from "../../prices/price-file.js";
import { newestDay } from "../../prices/rate-card.js";
import { rateIds } from "../../prices/rate-ids.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError } from "../../problems/problem.js";
import { emit } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { checkedDay, type Common, entryJson, grouped, inRegion, regionCell, render } from "./prices-table.js";
import { tableOf } from "../../report/text-rows.js";

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
