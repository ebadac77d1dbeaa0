import type { HorizonCost } from "../../analysis/horizon.js";
import type { LookAhead } from "../../analysis/look-ahead.js";
import type { MonthCost } from "../../analysis/month-cost.js";
import type { Usd } from "../../units/usd.js";
import { horizonTables, monthsTable, periodsTable, possible } from "../horizon-tables.js";
import {
  hasLabour,
  horizonSentence,
  monthsText,
  moveSentences,
  NOT_MODELLED,
  obstacleSentences,
  paidBackBy,
  paybackSentences,
  soFarSentence,
  stagedSentences,
  withoutLabourSentence,
} from "../horizon-words.js";
import type { Block, Section, TimeChart } from "../report-doc.js";

/** The alternatives over the months to come: what has been spent, when a dearer start pays back, what a move costs, whether to change on the way. */
export function horizonSection(look: LookAhead): Section {
  const list = (items: readonly string[]): Block[] => (items.length === 0 ? [] : [{ kind: "list", items }]);
  return {
    id: "horizon",
    title: "Over the horizon",
    lead: [...(look.stated ? [] : [unstatedText(look)]), horizonSentence(look), withoutLabourSentence(look) ?? ""]
      .filter((text) => text !== "")
      .join(" "),
    blocks: [
      { kind: "chart", chart: costOverMonths(look) },
      ...horizonTables(look).map((table): Block => ({ kind: "table", table })),
      { kind: "prose", paragraphs: stagedSentences(look) },
      ...list([...obstacleSentences(look), ...paybackSentences(look), ...moveSentences(look)]),
      { kind: "table", table: { ...periodsTable(look), folded: true } },
      ...list([...look.assumptions.map((one) => `Assumed ${one.name} ${one.value} (${one.meaning}): ${one.because}.`), ...NOT_MODELLED]),
    ],
  };
}

export function unstatedText(look: LookAhead): string {
  return `The scenario states no horizon: this looks ${monthsText(look.comparison.outlook.horizon.months)} ahead, with the users of today in every month.`;
}

/** Dollars spent so far, with labour and, dotted, without; marks where a dearer start has paid back and where a change pays. */
export function costOverMonths(look: LookAhead): TimeChart {
  const { comparison, staged } = look;
  const { months } = comparison.outlook.horizon;
  const labour = hasLabour(look);
  const spent = (cost: HorizonCost, of: (month: MonthCost) => Usd): readonly (number | null)[] =>
    cost.months.map((month) => (possible(cost, month.month) ? of(month).toNumber() : null));
  const paid = comparison.costs.flatMap(({ model }) => {
    const month = paidBackBy(look, model.id);
    return month === undefined ? [] : [{ month, label: `${model.title} has paid back`, alternative: model.id }];
  });
  const changes =
    staged.best && (staged.verdict === "worth-it" || staged.verdict === "only-way")
      ? [{ month: staged.best.month - 1, label: `change to ${staged.best.second.title}` }]
      : [];
  return {
    kind: "time",
    id: "cost-over-months",
    title: "Cost over the months",
    description: `${soFarSentence(look)}${labour ? " Dotted: without labour." : ""}`,
    months,
    dollars: "Dollars spent so far",
    lines: comparison.costs.map((cost) => ({
      alternative: cost.model.id,
      values: spent(cost, (month) => month.cumulative),
      ...(cost.total.eq(cost.totalWithoutLabour)
        ? {}
        : { variant: { label: "without labour", values: spent(cost, (month) => month.cumulativeWithoutLabour) } }),
    })),
    marks: [...paid, ...changes],
    table: monthsTable(look),
  };
}
