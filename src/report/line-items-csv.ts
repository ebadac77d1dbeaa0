import { stringify } from "csv-stringify/browser/esm/sync";
import type { Comparison } from "../analysis/compare.js";
import { lineItemRows } from "./line-item-rows.js";
import { visible } from "./render/plain-text.js";

/**
 * CSV with formulas defused: a cell that a spreadsheet would run starts with a quote sign; a number below zero is no formula.
 * Control characters are made visible: a CSV file is read in terminals too.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      escape_formulas: true,
      record_delimiter: "\n",
      cast: { string: (text) => (NEGATIVE.test(text) ? { value: text, escape_formulas: false } : visible(text)) },
    },
  );
}

const NEGATIVE = /^-\d+(?:\.\d+)?$/;

/** Every line of every bill, one a row, amounts exact. */
export function lineItemsCsv(comparison: Comparison): string {
  return csvText(lineItemRows(comparison));
}
