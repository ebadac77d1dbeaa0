import { type Decimal, plain } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import type { Cell } from "./report-doc.js";

/** A change in dollars, with its sign. */
export const changeCell = (amount: Decimal): Cell => ({
  text: `${amount.gt(0) ? "+" : ""}${formatUsd(amount)}`,
  exact: `${plain(amount)} USD`,
});
