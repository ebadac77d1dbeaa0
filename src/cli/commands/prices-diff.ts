import { byWeight, changeCounts, changeKind, changeShare } from "../../prices/change-words.js";
import { history, priceChanges } from "../../prices/history.js";
import { emit } from "../emit.js";
import { loadCatalogue } from "../load-catalogue.js";
import { checkedDay, type Common, entryJson, grouped, inRegion, regionCell, render } from "./prices-table.js";
import { tableOf } from "../../report/text-rows.js";

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
