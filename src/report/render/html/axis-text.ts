import type { Axis } from "../../report-doc.js";

const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** A position on an axis as people read it: 1k, 10k, 2.5M users; $10, $1,000, $1M; 10 %; 0.05. */
export function axisText(value: number, unit: Axis["unit"]): string {
  switch (unit) {
    case "usd":
      return Math.abs(value) >= 1_000_000 ? `${value < 0 ? "-" : ""}$${count(Math.abs(value))}` : dollars(value);
    case "share":
      return `${Number((value * 100).toPrecision(4))} %`;
    case "users":
    case "months":
    case "number":
      return count(value);
    default:
      return unit satisfies never;
  }
}

/** Dollars where many stand side by side: from ten thousand on in thousands. */
export function shortDollars(value: number): string {
  return Math.abs(value) >= 10_000 ? `${value < 0 ? "-" : ""}$${count(Math.abs(value))}` : dollars(value);
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
  for (const [size, letter] of [
    [1e9, "B"],
    [1e6, "M"],
    [1e3, "k"],
  ] as const) {
    if (Math.abs(value) >= size) return `${Number((value / size).toPrecision(4))}${letter}`;
  }
  return String(Number(value.toPrecision(4)));
}
