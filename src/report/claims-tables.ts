import type { Cause, CheckedClaim } from "../analysis/claims/check-claims.js";
import { unitOf } from "../analysis/claims/parse-claims.js";
import { type Decimal, plain } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import type { Cell, Table } from "./report-doc.js";

/** So many other explanations are written out; the JSON has all of them. */
const ALSO_SHOWN = 3;

/** A figure in the unit of its claim: dollars, what a break-even counts, a factor or per cent. */
export function figureText(one: CheckedClaim, value: Decimal | undefined): string {
  if (value === undefined) return "none";
  switch (one.claim.subject.kind) {
    case "break-even":
      return formatNumber(value);
    case "ratio":
      return `${formatNumber(value, 3)}x`;
    case "saving":
      return `${formatNumber(value, 2)}%`;
    default:
      return formatUsd(value, placesOf(value));
  }
}

/** Cents; of less than a dollar so many decimals that two figures show. */
function placesOf(value: Decimal): number {
  if (value.isZero() || value.abs().gte(1) || value.decimalPlaces() <= 2) return 2;
  return value.toSignificantDigits(2).decimalPlaces() <= 2
    ? Math.min(4, value.decimalPlaces())
    : Math.max(4, value.toSignificantDigits(2).decimalPlaces());
}

function figureCell(one: CheckedClaim, value: Decimal | undefined): Cell {
  return { text: figureText(one, value), ...(value === undefined ? {} : { exact: `${plain(value)} ${unitOf(one.claim.subject)}` }) };
}

/** A kind of cause as people read it. */
export const kindText = (cause: Cause): string => cause.kind.replaceAll("-", " ");

/** @param says with a column of what each claim says, where there is room for it */
export function claimsTable(checked: readonly CheckedClaim[], says = false): Table {
  return {
    id: "claims",
    caption: "Claims re-computed",
    columns: [
      { title: "Claim", align: "left" },
      { title: "Claimed", align: "right" },
      { title: "Computed", align: "right" },
      { title: "Off by", align: "right" },
      { title: "Verdict", align: "left" },
      ...(says ? [{ title: "It says", align: "left" as const }] : []),
    ],
    rows: checked.map((one) => ({
      cells: [
        { text: one.claim.id },
        { text: one.claim.claimed },
        figureCell(one, one.computed),
        offCell(one),
        { text: one.verdict },
        ...(says ? [{ text: one.claim.says }] : []),
      ],
    })),
  };
}

/** Nothing where nothing is off. */
function offCell(one: CheckedClaim): Cell {
  return one.difference?.isZero() && one.verdict === "holds" ? { text: "–", exact: "0" } : figureCell(one, one.difference);
}

/** Every difference in parts that add up to it, with what else fits and what the file notes; undefined when there is none. */
export function causesTable(checked: readonly CheckedClaim[]): Table | undefined {
  const rows = checked.filter((one) => one.verdict === "differs" || one.causes.some((cause) => cause.kind !== "rounding")).flatMap(rowsOf);
  if (rows.length === 0) return undefined;
  return {
    id: "causes",
    caption: "Causes of the differences",
    rows,
    columns: [
      { title: "Claim", align: "left" },
      { title: "Cause", align: "left" },
      { title: "Amount", align: "right" },
      { title: "Explanation", align: "left" },
      { title: "Certain", align: "left" },
    ],
    note: "The causes of a claim add up to its difference. A cause is certain when the figure is precise, nothing else fits it and nothing comes close.",
  };
}

function rowsOf(one: CheckedClaim): Table["rows"] {
  const how = one.verdict === "holds" ? "" : { certain: "yes", perhaps: "perhaps", unexplained: "no" }[certaintyOf(one)];
  const row = (cause: string, amount: Cell, explain: string, certain = ""): readonly Cell[] => [
    { text: cause },
    amount,
    { text: explain },
    { text: certain },
  ];
  const none: Cell = { text: "" };
  const rows = [
    ...one.causes.map((cause) => row(kindText(cause), figureCell(one, cause.amount), cause.explain, how)),
    ...(one.computed === undefined ? [row("no figure", none, noFigureText(one), "yes")] : []),
    ...alsoTexts(one).map((text) => row("fits as well", none, text)),
    ...(one.claim.note === undefined ? [] : [row("note", none, one.claim.note)]),
  ];
  return rows.map((cells, index) => ({ cells: [{ text: index === 0 ? one.claim.id : "" }, ...cells] }));
}

/** Why nothing can be computed. */
export function noFigureText(one: CheckedClaim): string {
  return one.claim.subject.kind === "break-even" ? "there is no such point in the range" : "there is nothing to divide by";
}

/** The other explanations in words, a few of them and how many more there are; the causes of one are joined. */
export function alsoTexts(one: CheckedClaim): readonly string[] {
  const texts = one.alsoFits.slice(0, ALSO_SHOWN).map((causes) =>
    causes
      .filter((cause) => cause.kind !== "rounding")
      .map((cause) => causeText(one, cause))
      .join(" and "),
  );
  const more = one.alsoFits.length - texts.length;
  return more > 0 ? [...texts, `${more} more ${more === 1 ? "explanation" : "explanations"}`] : texts;
}

export function causeText(one: CheckedClaim, cause: Cause): string {
  return `${kindText(cause)}, ${figureText(one, cause.amount)}: ${cause.explain}`;
}

/** How far the causes of a claim that differs can be relied on. */
export function certaintyOf(one: CheckedClaim): "certain" | "perhaps" | "unexplained" {
  if (one.causes.length === 0 || one.causes.some((cause) => cause.kind === "unexplained")) return "unexplained";
  return one.certain ? "certain" : "perhaps";
}

/** The sentence that sums the check up. */
export function verdictText(checked: readonly CheckedClaim[]): string {
  const differing = checked.filter((one) => one.verdict === "differs");
  const held = `${checked.length - differing.length} of ${checked.length} ${checked.length - differing.length === 1 ? "holds" : "hold"}`;
  if (differing.length === 0) return `${held}.`;
  const counted = (["certain", "perhaps", "unexplained"] as const)
    .map((how) => [how, differing.filter((one) => certaintyOf(one) === how).length] as const)
    .filter(([, count]) => count > 0);
  const words = { certain: "with a certain cause", perhaps: "perhaps explained", unexplained: "unexplained" };
  return `${held}; ${differing.length} ${differing.length === 1 ? "differs" : "differ"}: ${counted.map(([how, count]) => `${count} ${words[how]}`).join(", ")}.`;
}
