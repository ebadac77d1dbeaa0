import type { Comparison } from "../analysis/compare.js";
import { plain } from "../units/decimal.js";

const COLUMNS = [
  "scenario",
  "mau",
  "alternative",
  "title",
  "feasible",
  "component",
  "charge",
  "ledger",
  "rate",
  "quantity",
  "unit",
  "allowance",
  "amount_usd",
  "price_effective",
  "price_retrieved",
  "confidence",
  "source_url",
] as const;

/** Every line of every bill, one a row below the names of the columns, amounts exact. */
export function lineItemRows(comparison: Comparison): readonly (readonly string[])[] {
  const rows = comparison.points.flatMap((point) =>
    point.alternatives.flatMap(({ model, bill, feasible }) =>
      bill.lines.map((line) => [
        comparison.study.scenario.name,
        plain(point.mau),
        model.id,
        model.title,
        String(feasible),
        line.component,
        line.charge,
        line.ledger,
        line.rate?.id ?? "",
        plain(line.quantity),
        line.unit,
        plain(line.allowance),
        line.unpriced ? "" : plain(line.amount),
        line.rate?.source.effective ?? "",
        line.rate?.source.retrieved ?? "",
        line.rate?.source.confidence ?? "",
        line.rate?.source.url ?? "",
      ]),
    ),
  );
  return [COLUMNS, ...rows];
}
