import { density } from "../../analysis/density.js";
import type { Simulation } from "../../analysis/simulate.js";
import type { DistributionChart, DistributionRow, Quantile, Section } from "../report-doc.js";
import { measureTable, outcomesTable, variablesTable } from "../simulation-tables.js";
import { capitalized } from "../../units/format.js";
import { answerSentence, basisSentence, caveats, checkSentence } from "../simulation-words.js";
import { convergenceSentences } from "../convergence-words.js";
import { dollars, percentText, unitText } from "../draw-words.js";
import { measureSentences } from "../measure-first-words.js";

/** How sure the answer is: what each may cost, how often it is the cheapest, what to measure first. */
export function uncertaintySection(one: Simulation): Section {
  const measure = measureTable(one);
  const [worth] = measureSentences(one);
  return {
    id: "how-sure",
    title: "How sure",
    lead: answerSentence(one),
    blocks: [
      { kind: "chart", chart: outcomesChart(one) },
      ...(worth === undefined ? [] : [{ kind: "prose" as const, paragraphs: [worth] }]),
      ...(measure ? [{ kind: "table" as const, table: measure }] : []),
      { kind: "prose", paragraphs: [basisSentence(one), ...convergenceSentences(one), checkSentence(one)] },
      ...(caveats(one).length > 0 ? [{ kind: "list" as const, items: caveats(one) }] : []),
      { kind: "table", table: variablesTable(one) },
    ],
  };
}

/** Costs so many times apart need an axis of decades. */
const DECADES = 20;

export function outcomesChart(one: Simulation): DistributionChart {
  const known = one.outcomes.flatMap(({ summary }) => (summary ? [summary] : []));
  const [low, high] = [Math.min(...known.map(({ p10 }) => p10)), Math.max(...known.map(({ p90 }) => p90))];
  const scale = known.length > 0 && Math.min(...known.map(({ least }) => least)) > 0 && high > DECADES * low ? "log" : "linear";
  const quantile = (value: number): Quantile => ({ value, text: dollars(value) });
  const rows = one.outcomes.map(({ model, summary }, place): DistributionRow => {
    const { cheapest = 0, infeasible = 0 } = one.choice.alternatives[place] ?? {};
    const hill = density(one.samples.costs[place] ?? new Float64Array(0), scale);
    return {
      alternative: model.id,
      outcome: summary ? { p10: quantile(summary.p10), p50: quantile(summary.p50), p90: quantile(summary.p90) } : null,
      cheapest: { share: cheapest, text: percentText(cheapest) },
      ...(hill ? { density: hill } : {}),
      ...(infeasible > 0 ? { note: `not possible in ${percentText(infeasible / one.draws)} of the draws` } : {}),
    };
  });
  const unit = unitText(one);
  return {
    kind: "distribution",
    id: "outcomes-chart",
    title: "What each may cost",
    rows,
    table: outcomesTable(one),
    description: `${descriptionOf(one)} The line holds eight of ten draws, its mark is the middle one; the hill holds 96 of 100.`,
    x: { title: capitalized(unit), scale, unit: "usd" },
  };
}

function descriptionOf(one: Simulation): string {
  const parts = one.outcomes.map(
    ({ model, summary }) => `${model.title} ${summary ? `${dollars(summary.p10)} to ${dollars(summary.p90)}` : "not possible in any draw"}`,
  );
  return `In eight of ten draws: ${parts.join("; ")}.`;
}
