import type { Sensitivity } from "../analysis/sensitivity.js";
import type { IndexEstimate } from "../analysis/statistics/sobol-intervals.js";
import type { TornadoBar, TornadoOutcome } from "../analysis/tornado.js";
import { plain } from "../units/decimal.js";
import { formatUsdShort } from "../units/format.js";
import type { Cell, Table } from "./report-doc.js";
import { monthsOf } from "./sensitivity-words.js";
import { measureDollars, scenarioNames, variableCell, variableMeaning, variableName, variableValue } from "./variable-words.js";

/** The tornado as figures: the difference when one variable moves. */
export function tornadoTable(one: Sensitivity): Table {
  const { leaders, tornado } = one.compared ?? {};
  const turns = tornado?.bars.some((bar) => bar.turns.length > 0) === true;
  return {
    id: "drives-table",
    caption: leaders
      ? `What ${leaders.rival.model.title} costs more than ${leaders.choice.model.title}, ${measureDollars(one.measure, monthsOf(one))}`
      : "Nothing to compare",
    columns: [
      { title: "Variable", align: "left" },
      { title: "Low", align: "right" },
      { title: "there", align: "right" },
      { title: "High", align: "right" },
      { title: "there", align: "right" },
      ...(turns ? [{ title: "Turns at", align: "right" as const }] : []),
    ],
    rows: (tornado?.bars ?? []).map((bar) => {
      const meaning = variableMeaning(bar.variable);
      return {
        cells: [
          variableCell(bar.variable),
          valueCell(bar, bar.low),
          differenceCell(bar.low),
          valueCell(bar, bar.high),
          differenceCell(bar.high),
          ...(turns ? [turnCell(bar)] : []),
        ],
        ...(meaning === undefined ? {} : { detail: { lines: [meaning] } }),
      };
    }),
    note: ["Below zero the second named is the dearer.", scenarioNames((tornado?.bars ?? []).map((bar) => bar.variable)) ?? ""]
      .join(" ")
      .trim(),
  };
}

const valueCell = (bar: TornadoBar, end: TornadoOutcome): Cell => ({
  text: variableValue(bar.variable, end.value),
  exact: plain(end.value),
});
const differenceCell = (end: TornadoOutcome): Cell =>
  end.difference
    ? { text: formatUsdShort(end.difference), exact: `${plain(end.difference)} USD` }
    : { text: "not possible", mark: "infeasible" };
const turnCell = (bar: TornadoBar): Cell => ({
  text: bar.turns.map((turn) => variableValue(bar.variable, turn.at)).join(", "),
  exact: bar.turns.map((turn) => plain(turn.at)).join(", "),
});

/** Indices below this, their interval too, are told in a sentence. */
const WORTH_A_ROW = 1 / 200;

/** The Sobol indices that draws can tell from nothing, largest total first. */
export function sobolTable(one: Sensitivity): Table {
  const { sobol, ranged } = one.compared ?? {};
  const rows = (sobol?.variables ?? []).filter(({ total }) => total.high >= WORTH_A_ROW).sort((a, b) => b.total.value - a.total.value);
  return {
    id: "sobol-table",
    caption: "Which part of the uncertainty of the difference each variable explains",
    columns: [
      { title: "Variable", align: "left" },
      { title: "By itself", align: "right" },
      { title: "95 %", align: "right" },
      { title: "With others", align: "right" },
      { title: "95 %", align: "right" },
    ],
    rows: rows.map(({ name, first, total }) => {
      const variable = ranged?.variables.find((each) => each.name === name);
      return {
        cells: [
          variable ? variableCell(variable) : { text: name },
          indexCell(first),
          intervalCell(first),
          indexCell(total),
          intervalCell(total),
        ],
      };
    }),
  };
}

/** The variables that the table leaves out. */
export function smallIndices(one: Sensitivity): string | undefined {
  const { sobol, ranged } = one.compared ?? {};
  const small = (sobol?.variables ?? []).filter(({ total }) => total.high < WORTH_A_ROW);
  const names = small.map(({ name }) => {
    const variable = ranged?.variables.find((each) => each.name === name);
    return variable ? variableName(variable) : name;
  });
  return names.length === 0 ? undefined : `Less than ${WORTH_A_ROW * 100} % each: ${names.join(", ")}.`;
}

const percent = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(1)} %`;
const indexCell = (index: IndexEstimate): Cell =>
  index.indistinguishable ? { text: "not told from 0" } : { text: percent(index.value), exact: index.value.toFixed(6) };
const intervalCell = (index: IndexEstimate): Cell => ({ text: `${percent(index.low).replace(" %", "")} to ${percent(index.high)}` });
