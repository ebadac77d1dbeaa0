import { type Decimal, plain } from "../units/decimal.js";
import { formatUsdShort } from "../units/format.js";
import type { Cell } from "./report-doc.js";

/** Dollars as people read them, with the exact amount beside. */
export function moneyCell(amount: Decimal, extra: Omit<Cell, "text" | "exact"> = {}): Cell {
  return { text: formatUsdShort(amount), exact: `${plain(amount)} USD`, ...extra };
}
