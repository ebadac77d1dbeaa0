import type { Rate } from "../prices/rate-card.js";
import type { Table } from "./report-doc.js";

/** Where prices come from, since when they stand, and how far they are to be trusted. */
export function sourceTable(rates: readonly Rate[]): Table {
  return {
    id: "sources",
    caption: rates.length === 1 ? "Where the price comes from" : "Where the prices come from",
    columns: [
      { title: "Rate", align: "left" },
      { title: "Known since", align: "left" },
      { title: "Read", align: "left" },
      { title: "Confidence", align: "left" },
      { title: "Source", align: "left" },
    ],
    rows: rates.map(({ id, source }) => ({
      cells: [
        { text: id },
        { text: source.standing.since },
        { text: source.retrieved },
        { text: source.confidence, ...(source.confidence === "low" ? { mark: "low-confidence" as const } : {}) },
        { text: hostOf(source.url), url: source.url },
      ],
      detail: {
        lines: [...(source.note === undefined ? [] : [source.note]), `File pricing/${source.file}, content ${source.hash}`],
        source: { text: source.url, url: source.url },
      },
    })),
  };
}

/** "aws.amazon.com"; a source that is no web page as it is. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#]+)/.exec(url)?.[1] ?? url;
}
