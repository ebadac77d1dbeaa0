import type { Breakeven } from "../analysis/breakeven.js";
import { DRIVERS } from "../scenario/drivers.js";
import type { Decimal } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { breakevenLines, breakevenTable } from "./breakeven-report.js";
import { priceBasis } from "./price-basis.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Block } from "./report-doc.js";
import { costOverUsers } from "./sections/cost-over-users.js";

/**
 * Who is cheapest where, as a page.
 * @param mau the scenario's own size: with it, a search over users opens with the chart of every alternative's cost, and marks it there
 */
export function breakevenDoc(found: Breakeven, mau?: Decimal): SectionsDoc {
  const { study, over, from, to } = found;
  const { scenario, models } = study;
  const chart: readonly Block[] =
    over === "mau" && mau ? [{ kind: "chart", chart: costOverUsers({ study, recommendation: { mau } }) }] : [];
  return {
    title: `Who is cheapest over ${over}`,
    lead: [
      `${scenario.title}. ${over}: ${DRIVERS[over].meaning}. Every value from ${formatNumber(from)} to ${formatNumber(to)}, ${priceBasis(study)}.`,
    ],
    alternatives: models,
    sections: [
      {
        id: "breakeven-section",
        title: "Break-even",
        blocks: [...chart, { kind: "table", table: breakevenTable(found) }, { kind: "list", items: breakevenLines(found) }],
      },
    ],
  };
}
