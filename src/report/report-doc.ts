import type { Chart, LineChart } from "./charts.js";
import type { Table } from "./table.js";

export type * from "./charts.js";
export type * from "./table.js";

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
  readonly verdict: {
    readonly key: "clear" | "conditional" | "too-close" | "infeasible";
    readonly label: string;
    readonly meaning: string;
  };
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
