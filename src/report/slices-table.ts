import type { Rate } from "../prices/rate-card.js";
import { packagesOf } from "../rating/rate-quantity.js";
import type { Slice } from "../rating/slice.js";
import { type Decimal, plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { formatRate } from "./line-arithmetic.js";
import type { Cell, Row, Table } from "./report-doc.js";

/** A quantity that was rated: its slices and what they add up to. */
export type RatedQuantity = {
  readonly slices: readonly Slice[];
  readonly quantity: Decimal;
  readonly amount: Decimal;
  readonly unit: string;
  readonly rate?: Rate | undefined;
};

/** Tier by tier: quantity, rate, amount, and the sum. */
export function slicesTable({ slices, quantity, amount, unit, rate }: RatedQuantity, id: string, caption: string): Table {
  const rows = slices.map(
    (slice): Row => ({
      cells: [{ text: boundsText(slice) }, quantityCell(slice.quantity, unit), { text: priceText(slice, rate) }, dollars(slice.amount)],
    }),
  );
  return {
    id,
    caption,
    columns: [
      { title: "Tier", align: "left" },
      { title: unit === "one" ? "Quantity" : `Quantity (${unit})`, align: "right" },
      { title: "Rate", align: "right" },
      { title: "Amount", align: "right" },
    ],
    rows: [...rows, { emphasis: "total", cells: [{ text: "Total" }, quantityCell(quantity, unit), { text: "" }, dollars(amount)] }],
  };
}

const dollars = (amount: Decimal): Cell => ({ text: formatUsd(amount), exact: `${plain(amount)} USD` });
const quantityCell = (quantity: Decimal, unit: string): Cell => ({ text: formatNumber(quantity), exact: `${plain(quantity)} ${unit}` });

function boundsText({ kind, from, upTo }: Slice): string {
  switch (kind) {
    case "allowance":
      return "free";
    case "discount":
      return "discount";
    case "minimum":
      return "up to the minimum";
    case "flat":
      return from.isZero() && upTo === null ? "fixed" : `${rangeText(from, upTo)}, fixed`;
    case "tier":
    case "package":
      return from.isZero() && upTo === null ? "all" : rangeText(from, upTo);
    default:
      return kind satisfies never;
  }
}

function rangeText(from: Decimal, upTo: Decimal | null): string {
  return upTo === null ? `above ${formatNumber(from)}` : `${formatNumber(from)} to ${formatNumber(upTo)}`;
}

function priceText(slice: Slice, rate: Rate | undefined): string {
  switch (slice.kind) {
    case "tier":
      return formatRate(slice.rate);
    case "package": {
      const packages = rate ? packagesOf(rate, slice) : undefined;
      return packages ? `${formatNumber(packages)} × ${formatRate(slice.rate)}` : formatRate(slice.rate);
    }
    case "allowance":
    case "flat":
    case "minimum":
    case "discount":
      return "";
    default:
      return slice.kind satisfies never;
  }
}
