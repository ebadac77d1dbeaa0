import type { SoFar } from "../analysis/cheapest-so-far.js";
import type { LookAhead } from "../analysis/look-ahead.js";
import { hasLabour, monthsText, paybackSentences, titleIn } from "./horizon-words.js";
import { csvText } from "./line-items-csv.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Section, Table } from "./report-doc.js";
import type { Json } from "./result-json.js";
import { costOverMonths, unstatedText } from "./sections/horizon.js";

const NONE = "none has carried every month";
const name = (look: LookAhead, id: string | undefined): string => (id === undefined ? NONE : titleIn(look, id));

export function monthsBreakevenTables(look: LookAhead): readonly Table[] {
  const { withLabour, withoutLabour } = look.soFar;
  const table = (id: string, caption: string, one: SoFar): Table => ({
    id,
    caption,
    columns: [
      { title: "After month", align: "right" },
      { title: "To", align: "right" },
      { title: "Least spent", align: "left" },
    ],
    rows: one.winners.map((winner) => ({
      cells: [
        { text: `${winner.from}` },
        { text: `${winner.to}` },
        { text: name(look, winner.winner), ...(winner.winner === undefined ? {} : { alternative: winner.winner }) },
      ],
    })),
  });
  const all = table("breakeven-months", "Who has cost least in all", withLabour);
  return hasLabour(look) ? [all, table("breakeven-months-without-labour", "The same without labour", withoutLabour)] : [all];
}

/** Each crossing in words, and when each dearer start pays back; "never" is an answer. */
export function monthsBreakevenLines(look: LookAhead): readonly string[] {
  const { winners, crossings } = look.soFar.withLabour;
  const { months } = look.comparison.outlook.horizon;
  const lines =
    crossings.length === 0
      ? [`Never: in each of ${monthsText(months)} ${name(look, winners[0]?.winner)} has cost least.`]
      : crossings.map((one) =>
          one.to === undefined
            ? `From month ${one.at} on ${NONE}.`
            : `From month ${one.at} on ${name(look, one.to)} has cost less than ${name(look, one.from)}.`,
        );
  return [...(look.stated ? [] : [unstatedText(look)]), ...lines, ...paybackSentences(look)];
}

export function monthsBreakevenJson(look: LookAhead): Json {
  const { scenario, card } = look.comparison.outlook.study;
  const json = (one: SoFar): { readonly [key: string]: Json } => ({
    winners: one.winners.map((winner) => ({ from: String(winner.from), to: String(winner.to), winner: winner.winner ?? null })),
    crossings: one.crossings.map((crossing) => ({ at: String(crossing.at), from: crossing.from ?? null, to: crossing.to ?? null })),
  });
  return {
    schemaVersion: 1,
    scenario: { name: scenario.name },
    asOf: card.asOf,
    over: "months",
    from: "1",
    to: String(look.comparison.outlook.horizon.months),
    step: "1",
    stated: look.stated,
    ...json(look.soFar.withLabour),
    withoutLabour: json(look.soFar.withoutLabour),
  };
}

export function monthsBreakevenCsv(look: LookAhead): string {
  const rows = (labour: string, one: SoFar): readonly (readonly string[])[] =>
    one.winners.map((winner) => [String(winner.from), String(winner.to), winner.winner ?? "", labour]);
  return csvText([
    ["from", "to", "winner", "labour"],
    ...rows("with", look.soFar.withLabour),
    ...rows("without", look.soFar.withoutLabour),
  ]);
}

export function monthsBreakevenDoc(look: LookAhead): SectionsDoc {
  const { scenario, models } = look.comparison.outlook.study;
  const section: Section = {
    id: "breakeven",
    title: "Break-even over months",
    lead: "Dollars as they are, one-off costs and moves included.",
    blocks: [
      { kind: "chart", chart: costOverMonths(look) },
      ...monthsBreakevenTables(look).map((table) => ({ kind: "table" as const, table })),
      { kind: "list", items: monthsBreakevenLines(look) },
    ],
  };
  return { title: scenario.title, lead: [], alternatives: models, sections: [section] };
}
