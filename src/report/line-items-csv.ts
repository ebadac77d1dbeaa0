import { stringify } from "csv-stringify/browser/esm/sync";
import type { Comparison } from "../analysis/compare.js";
import { plain } from "../units/decimal.js";

/** CSV with formulas defused: a cell that a spreadsheet would run starts with a quote sign. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(rows.map((row) => [...row]), { escape_formulas: true, record_delimiter: "\n" });
}

const COLUMNS = [
  "scenario", "mau", "alternative", "title", "feasible", "component", "charge", "ledger", "rate", "quantity", "unit", "allowance", "amount_usd",
  "price_effective", "price_retrieved", "confidence", "source_url",
] as const;

/** Every line of every bill, one a row, amounts exact. */
export function lineItemsCsv(comparison: Comparison): string {
  const rows = comparison.points.flatMap((point) => point.alternatives.flatMap(({ model, bill, feasible }) => bill.lines.map((line) => [
    comparison.study.scenario.name, plain(point.mau), model.id, model.title, String(feasible), line.component, line.charge, line.ledger, line.rate?.id ?? "",
    plain(line.quantity), line.unit, plain(line.allowance), plain(line.amount),
    line.rate?.source.effective ?? "", line.rate?.source.retrieved ?? "", line.rate?.source.confidence ?? "", line.rate?.source.url ?? "",
  ])));
  return csvText([COLUMNS, ...rows]);
}
