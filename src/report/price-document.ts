import type { Rated } from "../rating/rate-quantity.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { unitWord } from "../units/unit.js";
import { sourceText } from "./line-arithmetic.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Table } from "./report-doc.js";
import { slicesTable } from "./slices-table.js";
import { sourceTable } from "./source-table.js";

export function priceTable(rated: Rated): Table {
  return slicesTable({ ...rated, unit: rated.rate.unit }, "slices", rated.rate.id);
}

/** One month's quantity of one rate as a page: what it costs, tier by tier, and where the price comes from. */
export function priceDoc(rated: Rated, asOf: string): SectionsDoc {
  const { rate, quantity, amount } = rated;
  const cost = `${formatNumber(quantity)} ${unitWord(rate.unit, quantity)} in a month: ${formatUsd(amount)}, at the list price of ${asOf} in ${rate.region}.`;
  return {
    title: rate.title,
    lead: [cost],
    alternatives: [],
    sections: [
      { id: "tiers", title: "Tier by tier", blocks: [{ kind: "table", table: priceTable(rated) }] },
      {
        id: "source",
        title: "The price",
        ...(rate.range ? { lead: `${sourceText(rate)}.` } : {}),
        blocks: [{ kind: "table", table: sourceTable([rate]) }],
      },
    ],
  };
}
