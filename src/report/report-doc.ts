/**
 * The report as data: what it says, not how it looks. Every renderer (HTML, Markdown, terminal) reads this one document.
 * All figures are text made from exact decimals; numbers stand only where a chart needs a position.
 */
export type ReportDoc = {
  readonly schemaVersion: 1;
  readonly title: string;
  readonly subtitle: string;
  readonly headline: Headline;
  /** in the scenario's order; the index picks the colour and dash that the alternative keeps everywhere */
  readonly alternatives: readonly { readonly id: string; readonly title: string; readonly summary: string }[];
  readonly sections: readonly Section[];
};

export type Headline = {
  /** the answer in one sentence, in the reader's words */
  readonly sentence: string;
  readonly verdict: { readonly key: "clear" | "conditional" | "too-close" | "infeasible"; readonly label: string; readonly meaning: string };
  readonly reasons: readonly string[];
  /** the next things that would change the answer */
  readonly flips: readonly string[];
  /** the chart that belongs on the first screen */
  readonly chart: LineChart;
};

export type Section = { readonly id: string; readonly title: string; readonly lead?: string; readonly blocks: readonly Block[] };

export type Block =
  | { readonly kind: "prose"; readonly paragraphs: readonly string[] }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "chart"; readonly chart: Chart };

/** Every chart carries its data as a table that opens beside it. */
export type Chart = LineChart | StackedBars;

export type LineChart = {
  readonly kind: "lines";
  readonly id: string;
  readonly title: string;
  /** what one sees, in a sentence: also the text alternative */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  /** where the cheapest changes: vertical marks with a label such as "214,300" */
  readonly crossings: readonly { readonly x: number; readonly y: number; readonly label: string; readonly from: string; readonly to: string }[];
  /** the scenario's own size */
  readonly marker: { readonly x: number; readonly label: string };
  /** who is cheapest where, left to right without gaps; inside its stretch an alternative's line is drawn strong, elsewhere faint */
  readonly cheapest: readonly { readonly from: number; readonly to: number; readonly alternative: string }[];
  readonly table: Table;
};

export type Axis = { readonly title: string; readonly scale: "log" | "linear"; readonly unit: "users" | "usd" };

/** y is null where the alternative is infeasible or has no published price; y 0 cannot stand on a log axis and is drawn at its foot. */
export type Series = { readonly alternative: string; readonly points: readonly { readonly x: number; readonly y: number | null }[] };

export type StackedBars = {
  readonly kind: "stacked-bars";
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly { readonly alternative: string; readonly total: string }[];
  /** largest first, the same order in every bar; the last may be "Other", whose parts the table lists */
  readonly parts: readonly { readonly label: string; readonly values: readonly number[] }[];
  readonly table: Table;
};

export type Table = {
  readonly id: string;
  readonly caption: string;
  /** a column that belongs to one alternative names it, and carries its swatch */
  readonly columns: readonly { readonly title: string; readonly align: "left" | "right"; readonly alternative?: string }[];
  readonly rows: readonly Row[];
  readonly note?: string;
};

export type Row = {
  readonly cells: readonly Cell[];
  readonly emphasis?: "total" | "group";
  /** the arithmetic that opens under the row */
  readonly detail?: Detail;
};

export type Cell = {
  readonly text: string;
  /** the exact figure, shown on hover and in exports */
  readonly exact?: string;
  readonly mark?: "cheapest" | "choice" | "infeasible" | "low-confidence";
  /** the alternative whose colour swatch stands beside the text */
  readonly alternative?: string;
  /** http(s) or a relative document path; renderers link only http(s) */
  readonly url?: string;
};

export type Detail = { readonly lines: readonly string[]; readonly source?: { readonly text: string; readonly url: string } };
