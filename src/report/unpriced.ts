import type { Bill, LineItem } from "../engine/bill.js";
import { formatUsd } from "../units/format.js";
import type { Cell } from "./report-doc.js";
import { moneyCell } from "./money-cell.js";

/** What stands in place of dollars where no price is published: what is not known is not 0. */
const NO_PRICE = "no price";

/** Whether every line of the month has a price. */
export const hasPrice = (bill: Bill): boolean => !bill.obstacles.some((one) => one.unpriced);

export const lineText = (line: LineItem): string => (line.unpriced ? NO_PRICE : formatUsd(line.amount));
export const monthText = (bill: Bill): string => (hasPrice(bill) ? formatUsd(bill.monthly) : NO_PRICE);

export function lineCell(line: LineItem, extra: Omit<Cell, "text" | "exact"> = {}): Cell {
  return line.unpriced ? { text: NO_PRICE } : moneyCell(line.amount, extra);
}

export function monthCell(bill: Bill): Cell {
  return hasPrice(bill) ? moneyCell(bill.monthly) : { text: NO_PRICE };
}
