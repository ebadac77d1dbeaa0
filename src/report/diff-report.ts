import type { AlternativeDiff, ScenarioDiff } from "../analysis/diff-scenarios.js";
import { splitsByAllOrders } from "../analysis/shapley.js";
import { type Factor, factorText } from "../analysis/diff-factors.js";
import { type Decimal, plain } from "../units/decimal.js";
import { formatUsd } from "../units/format.js";
import { changeCell } from "./change-cell.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Cell, Row, Section, Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

const KINDS: Readonly<Record<Factor["kind"], string>> = { input: "input", price: "price", model: "model" };
const money = (amount: Decimal | undefined): Cell => (amount ? { text: formatUsd(amount), exact: `${plain(amount)} USD` } : { text: "–" });

/** Whole differences: before, after, and what each cause did, a row for each. */
export function diffTable(diff: ScenarioDiff): Table {
  const rows = diff.alternatives.flatMap((one): Row[] => [
    {
      cells: [
        { text: one.title, alternative: one.id },
        money(one.before),
        money(one.after),
        one.difference ? changeCell(one.difference) : { text: "–" },
      ],
      emphasis: "group",
    },
    ...(one.causes ?? [])
      .filter((cause) => !cause.amount.isZero())
      .map(
        (cause): Row => ({
          cells: [
            { text: `  ${KINDS[cause.factor.kind]}: ${cause.factor.label}` },
            { text: cause.factor.values?.[0] ?? "" },
            { text: cause.factor.values?.[1] ?? "" },
            changeCell(cause.amount),
          ],
        }),
      ),
  ]);
  return {
    id: "diff",
    caption: diff.measure === "horizon" ? "Present value over the horizon, and what changed it" : "Dollars a month, and what changed them",
    columns: [
      { title: "Alternative", align: "left" },
      { title: "Before", align: "right" },
      { title: "After", align: "right" },
      { title: "Change", align: "right" },
    ],
    rows,
  };
}

/** What the difference comes to, in sentences. */
export function diffLines(diff: ScenarioDiff): readonly string[] {
  const title = (id: string | undefined): string =>
    id === undefined ? "none" : (diff.alternatives.find((one) => one.id === id)?.title ?? id);
  if (diff.factors.length === 0) return ["The two scenarios say the same."];
  const choice =
    diff.choiceBefore === diff.choiceAfter
      ? `The choice stays ${title(diff.choiceAfter)}.`
      : `The choice changes from ${title(diff.choiceBefore)} to ${title(diff.choiceAfter)}.`;
  const enough = diff.enough.map(factorText);
  const alone =
    diff.choiceBefore === diff.choiceAfter
      ? []
      : [enough.length > 0 ? `Enough on its own: ${enough.join("; ")}.` : "No single difference does it; they do it together."];
  const gone = diff.alternatives.filter((one) => one.difference === undefined).map((one) => `${one.title}: ${missingWords(one)}.`);
  const unsplit = diff.alternatives
    .filter((one) => one.difference && !one.causes)
    .map((one) => `${one.title}: a step between the two has no price, so its difference is not split.`);
  return [choice, ...alone, ...gone, ...unsplit];
}

function missingWords(one: AlternativeDiff): string {
  if (one.before) return "only the first has it, or the second cannot carry the load with it";
  return one.after ? "only the second has it, or the first cannot carry the load with it" : "neither can carry the load with it";
}

export function diffDoc(diff: ScenarioDiff): SectionsDoc {
  const section: Section = {
    id: "diff-section",
    title: "What changed",
    lead: `Each part is the effect of one difference, averaged over ${splitsByAllOrders(diff.factors.length) ? "all orders" : "balanced orders"} in which the differences could be brought in; the parts add up to the change.`,
    blocks: [{ kind: "table", table: diffTable(diff) }],
  };
  return {
    title: `${diff.before.title} → ${diff.after.title}`,
    lead: diffLines(diff),
    alternatives: diff.alternatives.map(({ id, title }) => ({ id, title, summary: "" })),
    sections: [section],
  };
}

export function diffJson(diff: ScenarioDiff): Json {
  const amount = (value: Decimal | undefined): Json => (value ? plain(value) : null);
  return {
    schemaVersion: 1,
    kind: "scenarios",
    before: diff.before.name,
    after: diff.after.name,
    measure: diff.measure,
    choice: { before: diff.choiceBefore ?? null, after: diff.choiceAfter ?? null, enough: diff.enough.map((factor) => factor.name) },
    alternatives: diff.alternatives.map((one) => ({
      id: one.id,
      title: one.title,
      before: amount(one.before),
      after: amount(one.after),
      difference: amount(one.difference),
      causes:
        one.causes?.map(({ factor, amount: part }) => ({
          kind: factor.kind,
          name: factor.name,
          text: factorText(factor),
          amount: plain(part),
        })) ?? null,
    })),
  };
}

/** A row for each alternative's whole change in dollars, and one for each part of it with the value that changed; amounts exact. */
export function diffRows(diff: ScenarioDiff): readonly (readonly string[])[] {
  const amount = (value: Decimal | undefined): string => (value ? plain(value) : "");
  return [
    ["alternative", "title", "part", "name", "what", "before", "after", "change_usd"],
    ...diff.alternatives.flatMap((one) => [
      [one.id, one.title, "total", "", "", amount(one.before), amount(one.after), amount(one.difference)],
      ...(one.causes ?? []).map((cause) => [
        one.id,
        one.title,
        cause.factor.kind,
        cause.factor.name,
        cause.factor.label,
        cause.factor.values?.[0] ?? "",
        cause.factor.values?.[1] ?? "",
        plain(cause.amount),
      ]),
    ]),
  ];
}
