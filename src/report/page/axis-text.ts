import type { Axis } from "../report-doc.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** A position on an axis as people read it: 1k, 10k, 2.5M users; $10, $1,000, $1M. */
export function axisText(value: number, unit: Axis["unit"]): string {
  return unit === "users" ? count(value) : value >= 1_000_000 ? `$${count(value)}` : dollars(value);
}

/** Dollars in a tooltip: without cents from $100 on, like the tables. The exact figure stands in the table. */
export function dollars(value: number): string {
  const size = Math.abs(value);
  const places = size >= 100 || Number.isInteger(value) ? 0 : size >= 0.01 || value === 0 ? 2 : 4;
  const [whole = "0", fraction] = size.toFixed(places).split(".");
  return `${value < 0 ? "-" : ""}$${grouped(whole)}${fraction === undefined ? "" : `.${fraction}`}`;
}

export function wholeNumber(value: number): string {
  return grouped(Math.round(value).toString());
}

function count(value: number): string {
  for (const [size, letter] of [[1e9, "B"], [1e6, "M"], [1e3, "k"]] as const) {
    if (value >= size) return `${Number((value / size).toPrecision(4))}${letter}`;
  }
  return String(Number(value.toPrecision(4)));
}
