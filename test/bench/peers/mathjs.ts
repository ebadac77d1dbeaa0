import { compile } from "mathjs";
import { ALTERNATIVES, formulas } from "./formulas.js";
import { DRIVERS, type Pricer } from "./pricer.js";

/** The formulas as one program of assignments, compiled once. */
export function mathjsPricer(): Pricer {
  const lines = formulas({
    max: (left, right) => `max(${left}, ${right})`,
    ceil: (of) => `ceil(${of})`,
    when: (condition, then, otherwise) => `(${condition} ? ${then} : ${otherwise})`,
    both: (left, right) => `(${left} and ${right})`,
    either: (left, right) => `(${left} or ${right})`,
    never: "Infinity",
  });
  // In parentheses: "1000 / 0.5" at the end of a line is read as if the next line's name were multiplied with it.
  const program = compile(lines.map(([name, formula]) => `${name} = (${formula})`).join("\n"));
  const scope = new Map<string, number>();
  return (workloads, costs) => {
    workloads.forEach((workload, row) => {
      for (const driver of DRIVERS) scope.set(driver, workload[driver]);
      program.evaluate(scope);
      ALTERNATIVES.forEach((name, index) => { (costs[index] as Float64Array)[row] = scope.get(name) ?? Number.NaN; });
    });
  };
}
