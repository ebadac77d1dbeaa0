import { type Node, nodesOf, partsOf } from "../units/node.js";

/** Values of many rows: row i of every column belongs together. */
export type Column = Float64Array;

/** Which position of the inputs holds which variable (a driver, or a name of `scenario/variable-names`). */
export type Slots = ReadonlyMap<string, number>;

/** Fills a column for the first `count` rows. */
type Op = (count: number, inputs: readonly Column[]) => void;

/** Within this distance of a step a double cannot tell the sides apart: 0.1 * 3 * 10 is above 3, the decimal is 3. */
const GUARD = 1e-9;
export const near = (value: number, step: number): boolean => Math.abs(value - step) <= GUARD * Math.max(1, Math.abs(step));

export type ColumnTree = { readonly run: Op; readonly columnOf: (node: Node) => Column };

/**
 * Compiles trees to operations on columns: one column for each value, one loop for each operation, no allocation when it runs.
 * Names share the column of what they name, and what depends on no input is computed once, here. Steps refuse (NaN) next to a jump.
 */
export function compileColumns(roots: readonly Node[], slots: Slots, rows: number): ColumnTree {
  const columns = new Map<Node, Column>();
  const columnOf = (node: Node): Column => {
    const column = columns.get(node.kind === "named" ? named(node) : node);
    if (!column) throw new Error("the plan knows no such value: this is a defect of authcost");
    return column;
  };
  const fixed = new Set<Node>();
  const ops: Op[] = [];
  for (const node of nodesOf(...roots)) {
    if (node.kind !== "named") columns.set(node, new Float64Array(rows));
    const op = node.kind === "named" ? undefined : operation(node, columnOf, slots);
    if (node.kind !== "input" && partsOf(node).every((part) => fixed.has(part))) {
      fixed.add(node);
      op?.(rows, []);
    } else if (op) ops.push(op);
  }
  const run: Op = (count, inputs) => {
    for (const op of ops) op(count, inputs);
  };
  return { run, columnOf };
}

/** What a chain of names stands for. */
function named(node: Node): Node {
  return node.kind === "named" ? named(node.of) : node;
}

/** Rows beyond a column are never read: every column has the rows of its plan. */
const at = (column: Column, row: number): number => column[row] as number;

function operation(node: Exclude<Node, { kind: "named" }>, columnOf: (node: Node) => Column, slots: Slots): Op {
  const out = columnOf(node);
  switch (node.kind) {
    case "const": {
      const value = node.value.toNumber();
      return (count) => { out.fill(value, 0, count); };
    }
    case "input":
      return copyInput(out, slots, node.name);
    case "plus":
      return addAll(out, node.terms.map(columnOf));
    case "times": {
      const [left, right] = [columnOf(node.left), columnOf(node.right)];
      return (count) => { for (let row = 0; row < count; row++) out[row] = at(left, row) * at(right, row); };
    }
    case "excess": {
      const [of, over] = [columnOf(node.of), columnOf(node.over)];
      // 0 * keeps a refusal a refusal.
      return (count) => { for (let row = 0; row < count; row++) { const rest = at(of, row) - at(over, row); out[row] = rest > 0 ? rest : 0 * rest; } };
    }
    case "min": {
      const [left, right] = [columnOf(node.left), columnOf(node.right)];
      return (count) => { for (let row = 0; row < count; row++) out[row] = Math.min(at(left, row), at(right, row)); };
    }
    case "max": {
      const [left, right] = [columnOf(node.left), columnOf(node.right)];
      return (count) => { for (let row = 0; row < count; row++) out[row] = Math.max(at(left, row), at(right, row)); };
    }
    case "divide": {
      const [of, by] = [columnOf(node.of), node.by.toNumber()];
      return (count) => { for (let row = 0; row < count; row++) out[row] = at(of, row) / by; };
    }
    case "ceil-to":
      return ceilTo(out, columnOf(node.of), node.step.toNumber());
    case "ladder":
      return ladder(out, columnOf(node.of), node);
    default:
      return node satisfies never;
  }
}

function copyInput(out: Column, slots: Slots, name: string): Op {
  const slot = slots.get(name);
  if (slot === undefined) throw new Error(`the plan has no slot for the driver ${name}`);
  return (count, inputs) => {
    const input = inputs[slot];
    for (let row = 0; row < count; row++) out[row] = input?.[row] ?? Number.NaN;
  };
}

function addAll(out: Column, terms: readonly Column[]): Op {
  const [first, second, ...others] = terms;
  return (count) => {
    if (!first) out.fill(0, 0, count);
    else if (!second) for (let row = 0; row < count; row++) out[row] = at(first, row);
    else for (let row = 0; row < count; row++) out[row] = at(first, row) + at(second, row);
    for (const term of others) for (let row = 0; row < count; row++) out[row] = at(out, row) + at(term, row);
  };
}

function ceilTo(out: Column, of: Column, step: number): Op {
  return (count) => {
    for (let row = 0; row < count; row++) {
      const value = at(of, row);
      const steps = value / step;
      const nearest = Math.round(steps);
      if (steps === nearest && Number.isInteger(value)) out[row] = value;
      else out[row] = near(steps, nearest) ? Number.NaN : Math.ceil(steps) * step;
    }
  };
}

function ladder(out: Column, of: Column, node: Extract<Node, { kind: "ladder" }>): Op {
  const bounds = Float64Array.from(node.rungs.map((rung) => rung.upTo.toNumber()));
  const values = Float64Array.from([...node.rungs.map((rung) => rung.value.toNumber()), node.thereafter.toNumber()]);
  const last = bounds.length;
  return (count) => {
    for (let row = 0; row < count; row++) {
      const value = at(of, row);
      let rung = 0;
      while (rung < last && value > at(bounds, rung)) rung++;
      const unsure = Number.isNaN(value) || (!Number.isInteger(value) && ((rung < last && near(value, at(bounds, rung))) || (rung > 0 && near(value, at(bounds, rung - 1)))));
      out[row] = unsure ? Number.NaN : at(values, rung);
    }
  };
}
