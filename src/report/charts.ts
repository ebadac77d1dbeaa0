import type { Table } from "./table.js";

/**
 * Every chart carries its data as a table that opens beside it. A chart states values and words; where they stand on the
 * page is the renderer's matter. An alternative is named by its id, which picks its colour, dash and hatching.
 */
export type Chart = LineChart | StackedBars | TimeChart | TornadoChart | DistributionChart | MapChart;

type Titled = {
  readonly id: string;
  readonly title: string;
  /** what one sees, in a sentence or two: also the text alternative */
  readonly description: string;
  readonly table: Table;
};

/** Share: 0.1 reads 10 %. Number: anything else that is counted. */
export type Axis = {
  readonly title: string;
  readonly scale: "log" | "linear";
  readonly unit: "users" | "usd" | "months" | "share" | "number";
};

export type LineChart = Titled & {
  readonly kind: "lines";
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** where the cheapest changes: vertical marks with a label such as "214,300" */
  readonly crossings: readonly {
    readonly x: number;
    readonly y: number;
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** the scenario's own size */
  readonly marker: { readonly x: number; readonly label: string };
  /** who is cheapest where, left to right without gaps; inside its stretch an alternative's line is drawn strong, elsewhere faint */
  readonly cheapest: readonly { readonly from: number; readonly to: number; readonly alternative: string }[];
};

/** y is null where the alternative is infeasible or has no published price; y 0 cannot stand on a log axis and is drawn at its foot. */
export type Series = {
  readonly alternative: string;
  readonly points: readonly { readonly x: number; readonly y: number | null }[];
  /** where inputs are uncertain: what the cost lies between, ascending in x; drawn as a faint band, and x need not be those of the points */
  readonly band?: readonly { readonly x: number; readonly low: number; readonly high: number }[];
};

export type StackedBars = Titled & {
  readonly kind: "stacked-bars";
  readonly bars: readonly { readonly alternative: string; readonly total: string }[];
  /** largest first, the same order in every bar; the last may be "Other", whose parts the table lists */
  readonly parts: readonly { readonly label: string; readonly values: readonly number[] }[];
};

/** Dollars over the months of a horizon, on a linear axis from zero. */
export type TimeChart = Titled & {
  readonly kind: "time";
  /** the last month; the axis runs from month 0, where only what is paid once stands, to here */
  readonly months: number;
  /** such as "Dollars spent so far" */
  readonly dollars: string;
  /** in the order of the alternatives */
  readonly lines: readonly TimeLine[];
  /** such as "pays back in month 14": a vertical line with its label, and a dot on the line of the alternative if one is named */
  readonly marks: readonly { readonly month: number; readonly label: string; readonly alternative?: string }[];
};

export type TimeLine = {
  readonly alternative: string;
  /** dollars at month 0, 1, … months; null where the alternative cannot carry the load (or month 0 has no value) */
  readonly values: readonly (number | null)[];
  /** the same alternative counted otherwise, such as "without labour": a thin dotted line with this label */
  readonly variant?: { readonly label: string; readonly values: readonly (number | null)[] };
  /** where inputs are uncertain: dollars at month 0, 1, …; null where not known */
  readonly band?: readonly ({ readonly low: number; readonly high: number } | null)[];
};

/**
 * What the difference between two alternatives becomes when one variable goes from its low to its high end, all others
 * staying. The difference is what `left` costs less what `right` costs: below zero `left` is the cheaper, above zero `right`.
 */
export type TornadoChart = Titled & {
  readonly kind: "tornado";
  /** cheaper where the difference is below zero; `label` such as "PostgreSQL cheaper" */
  readonly left: { readonly alternative: string; readonly label: string };
  /** cheaper where the difference is above zero */
  readonly right: { readonly alternative: string; readonly label: string };
  /** such as "Dollars a month between the two" */
  readonly dollars: string;
  /** the difference with every variable as the scenario states it, and its words, such as "$42.66" */
  readonly base: { readonly value: number; readonly text: string };
  /** drawn longest first, whatever order they come in */
  readonly rows: readonly TornadoRow[];
};

/** `low` and `high`: the variable at this end. */
export type TornadoRow = { readonly label: string; readonly low: TornadoEnd; readonly high: TornadoEnd };

export type TornadoEnd = {
  /** the variable's value in words, such as "2" or "10 %" */
  readonly text: string;
  /** the difference there; null where one of the two cannot carry it */
  readonly value: number | null;
  /** the difference in words, such as "-$120"; "not possible" where it is null */
  readonly result: string;
};

/** What each alternative may cost, over all draws of a simulation. */
export type DistributionChart = Titled & {
  readonly kind: "distribution";
  /** the dollar axis; log where the alternatives lie decades apart and nothing is zero */
  readonly x: Axis;
  readonly rows: readonly DistributionRow[];
  /** what to hold the outcomes against, such as a budget: a vertical line with its label */
  readonly marker?: { readonly value: number; readonly label: string };
};

export type DistributionRow = {
  readonly alternative: string;
  /** values that one in ten, half and nine in ten draws stay below; null where no draw is possible */
  readonly outcome: { readonly p10: Quantile; readonly p50: Quantile; readonly p90: Quantile } | null;
  /** part of the draws in which this alternative is the cheapest, 0 to 1, and its words, such as "62 %" */
  readonly cheapest: { readonly share: number; readonly text: string };
  /** how often which cost comes up: heights of any scale at equal steps (on the axis' scale) from `from` to `to` */
  readonly density?: { readonly from: number; readonly to: number; readonly heights: readonly number[] };
  /** such as "not possible in 8 % of the draws" */
  readonly note?: string;
};

export type Quantile = { readonly value: number; readonly text: string };

/** Which alternative is the cheapest over two drivers. */
export type MapChart = Titled & {
  readonly kind: "map";
  readonly x: Axis;
  readonly y: Axis;
  /** driver values at which the cells were computed, ascending, at least two; the axis runs from the first to the last */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** cells[row][column] belongs to ys[row] and xs[column] */
  readonly cells: readonly (readonly MapCell[])[];
  /** the scenario's own place */
  readonly point: { readonly x: number; readonly y: number; readonly label: string };
  /** words for the region where no alternative can carry the load */
  readonly none: string;
};

export type MapCell = {
  /** the cheapest, or null where none can carry the load */
  readonly alternative: string | null;
  /** by which part of its cost the next alternative is dearer, 0 to 1 (1 for double or more, or where there is no other) */
  readonly margin: number;
};
