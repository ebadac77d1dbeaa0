import type { Breakeven } from "../analysis/breakeven.js";
import { plain } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import type { Table } from "./report-doc.js";
import type { Json } from "./result-json.js";

const titleOf =
  (one: Breakeven) =>
  (id: string | undefined): string =>
    id === undefined ? "none can carry it" : (one.study.models.find((model) => model.id === id)?.title ?? id);

export function breakevenTable(one: Breakeven): Table {
  const title = titleOf(one);
  return {
    id: "breakeven",
    caption: `Cheapest over ${one.over}`,
    columns: [
      { title: "From", align: "right" },
      { title: "To", align: "right" },
      { title: "Cheapest", align: "left" },
    ],
    rows: one.winners.map((winner) => ({
      cells: [
        { text: formatNumber(winner.from) },
        { text: formatNumber(winner.to) },
        { text: title(winner.winner), ...(winner.winner === undefined ? {} : { alternative: winner.winner }) },
      ],
    })),
  };
}

/** Each crossing in words; "never" is an answer. */
export function breakevenLines(one: Breakeven): readonly string[] {
  const title = titleOf(one);
  if (one.crossings.length === 0)
    return [`Never: from ${formatNumber(one.from)} to ${formatNumber(one.to)} the cheapest is always ${title(one.winners[0]?.winner)}.`];
  return one.crossings.map(
    (crossing) => `From ${formatNumber(crossing.at)} on ${title(crossing.to)} is cheaper than ${title(crossing.from)}.`,
  );
}

export function breakevenJson(one: Breakeven): Json {
  return {
    schemaVersion: 1,
    scenario: { name: one.study.scenario.name },
    asOf: one.study.card.asOf,
    over: one.over,
    from: plain(one.from),
    to: plain(one.to),
    step: plain(one.step),
    winners: one.winners.map((winner) => ({ from: plain(winner.from), to: plain(winner.to), winner: winner.winner ?? null })),
    crossings: one.crossings.map((crossing) => ({ at: plain(crossing.at), from: crossing.from ?? null, to: crossing.to ?? null })),
  };
}
