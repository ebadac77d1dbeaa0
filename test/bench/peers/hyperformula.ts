import { HyperFormula } from "hyperformula";
import { ALTERNATIVES, formulas } from "./formulas.js";
import { DRIVERS, type Pricer } from "./pricer.js";

/** A sheet with a row for each workload: drivers in the first columns, a formula in each of the others; a block of rows is entered at once. */
export function hyperformulaPricer(rows: number): Pricer {
  const lines = formulas({
    max: (left, right) => `MAX(${left}, ${right})`,
    ceil: (of) => `ROUNDUP(${of}, 0)`,
    when: (condition, then, otherwise) => `IF(${condition}, ${then}, ${otherwise})`,
    both: (left, right) => `AND(${left}, ${right})`,
    either: (left, right) => `OR(${left}, ${right})`,
    never: "NA()",
  });
  const names = [...DRIVERS, ...lines.map(([name]) => name)] as readonly string[];
  const inRow = (formula: string, row: number): string => formula.replace(/\b[a-z][A-Za-z0-9]*\b/g, (word) => (names.includes(word) ? `${columnName(names.indexOf(word))}${row + 1}` : word));
  const sheet = Array.from({ length: rows }, (_, row) => [...DRIVERS.map(() => 0), ...lines.map(([, formula]) => `=${inRow(formula, row)}`)]);
  const engine = HyperFormula.buildFromArray(sheet, { licenseKey: "gpl-v3" });
  return (workloads, costs) => {
    engine.batch(() => { engine.setCellContents({ sheet: 0, row: 0, col: 0 }, workloads.map((workload) => DRIVERS.map((driver) => workload[driver]))); });
    ALTERNATIVES.forEach((name, index) => {
      const col = names.indexOf(name);
      workloads.forEach((_, row) => {
        const value = engine.getCellValue({ sheet: 0, row, col });
        // #N/A: the alternative cannot carry the load.
        (costs[index] as Float64Array)[row] = typeof value === "number" ? value : Number.POSITIVE_INFINITY;
      });
    });
  };
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : `${columnName(Math.floor(index / 26) - 1)}${columnName(index % 26)}`;
}
