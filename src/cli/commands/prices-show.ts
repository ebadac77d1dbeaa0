import { history } from "../../prices/history.js";
import { rateIds } from "../../prices/rate-ids.js";
import { nameHint } from "../../problems/nearest-name.js";
import { ProblemError, quoted } from "../../problems/problem.js";
import { emit } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { type Common, entryJson, grouped, inRegion, regionCell, render } from "./prices-table.js";
import { tableOf } from "../../report/text-rows.js";

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
