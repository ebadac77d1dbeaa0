import type { Simulation } from "../analysis/simulate.js";
import { type Decimal, fromDouble, plain, roundHalfUp } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { distributionText } from "./distribution-words.js";
import type { Cell, Row, Table } from "./report-doc.js";
import { moneyCell } from "./money-cell.js";
import { dollars, percentText, plusMinus, spanText, unitText } from "./draw-words.js";
import { variableCell } from "./variable-words.js";

const right = (title: string) => ({ title, align: "right" as const });
const left = (title: string) => ({ title, align: "left" as const });
const NOT_POSSIBLE: Cell = { text: "not possible", mark: "infeasible" };

/** What each alternative may cost, and how often it is the cheapest. */
export function outcomesTable(one: Simulation): Table {
  const { alternatives, draws } = one.choice;
  const often = Math.max(...alternatives.map((alternative) => alternative.cheapest));
  const some = alternatives.some((alternative) => alternative.infeasible > 0);
  const rows = one.outcomes.map(({ model, stated, summary }, place): Row => {
    const { cheapest = 0, expectedRegret = 0, infeasible = 0 } = alternatives[place] ?? {};
    const figures = summary
      ? [summary.p10, summary.p50, summary.p90, summary.mean, expectedRegret].map((value): Cell => ({ text: dollars(value) }))
      : Array.from({ length: 5 }, () => NOT_POSSIBLE);
    return {
      cells: [
        { text: model.title, alternative: model.id },
        { text: percentText(cheapest), ...(cheapest === often && often > 0 ? { mark: "cheapest" as const } : {}) },
        ...figures,
        ...(some ? [{ text: percentText(infeasible / draws) }] : []),
        stated ? moneyCell(stated) : NOT_POSSIBLE,
      ],
    };
  });
  return {
    id: "outcomes",
    caption: `Outcomes in ${unitText(one)}`,
    columns: [
      left("Alternative"),
      right("Cheapest"),
      right("P10"),
      right("P50"),
      right("P90"),
      right("Mean"),
      right("Regret"),
      ...(some ? [right("Not possible")] : []),
      right("Stated"),
    ],
    rows,
    note: `One in ten draws costs P10 or less, half P50 or less, nine in ten P90 or less. Regret: what always choosing it costs more, on average, than the cheapest of each draw. ${some ? "Where one is not possible in some draws, its dollars are those of the others. " : ""}Stated: exact, with every value as the scenario has it.`,
  };
}

/** What to measure first. */
export function measureTable(one: Simulation): Table | undefined {
  const found = one.measureFirst;
  if (!found || found.perfect.value < 1e-8) return undefined;
  const cell = (name: string): Cell => {
    const drawn = one.variables.find((variable) => variable.name === name);
    return drawn ? variableCell(drawn) : { text: name };
  };
  const rows = found.variables.map(
    (variable): Row => ({
      cells: [
        cell(variable.name),
        { text: variable.distinguishable ? dollars(variable.value) : "nothing to tell" },
        { text: variable.distinguishable ? plusMinus(variable.standardError) : "" },
      ],
    }),
  );
  const all: Row = {
    emphasis: "total",
    cells: [{ text: "Everything at once" }, { text: dollars(found.perfect.value) }, { text: plusMinus(found.perfect.standardError) }],
  };
  return {
    id: "measure-first",
    caption: "What to measure first: what knowing it before the choice would save on average",
    columns: [left("Variable"), right(`Worth at most, ${spanText(one)}`), right("Give or take (95 %)")],
    rows: [...rows, all],
    note: `${found.skipped > 0 ? `${percentText(found.skipped / one.draws)} of the draws are not counted: the choice is not possible in them. ` : ""}Each by itself: what two of them are worth together need not be their sum. A variable that is correlated with others tells of those as well. Nothing to tell: the draws cannot tell its worth from nothing. Worths of single variables err low rather than high.`,
  };
}

const ORIGINS = { stated: "the scenario", source: "the price's source", assumed: "assumed by the caller" } as const;
const DIGITS = 4;

/** What was drawn. */
export function variablesTable(one: Simulation): Table {
  const short = (value: number | undefined): string => (value === undefined ? "" : drawnText(fromDouble(value)));
  return {
    id: "uncertain",
    caption: "What is uncertain, and what was drawn",
    columns: [left("Variable"), left("Unit"), right("Stated"), right("P10"), right("P50"), right("P90"), left("Belief"), left("From")],
    rows: one.variables.map(
      ({ name, kind, label, unit, base, distribution, drawn, origin }): Row => ({
        cells: [
          variableCell({ name, kind, label }),
          { text: unit === "one" ? "part" : unit },
          { text: formatNumber(base), exact: plain(base) },
          { text: short(drawn?.p10) },
          { text: short(drawn?.p50) },
          { text: short(drawn?.p90) },
          { text: distributionText(distribution) },
          { text: ORIGINS[origin] },
        ],
      }),
    ),
  };
}

/** Whole numbers as they are, parts to four digits. */
function drawnText(value: Decimal): string {
  return formatNumber(value.abs().gte(1000) ? roundHalfUp(value, 0) : value.toSignificantDigits(DIGITS));
}
