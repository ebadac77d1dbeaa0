import type { Compared, Sensitivity } from "../../analysis/sensitivity.js";
import type { TornadoOutcome } from "../../analysis/tornado.js";
import type { Ranged } from "../../analysis/ranged-variables.js";
import { capitalized, formatUsdShort } from "../../units/format.js";
import type { Block, Section, TornadoChart, TornadoEnd } from "../report-doc.js";
import { smallIndices, sobolTable, tornadoTable } from "../sensitivity-tables.js";
import {
  flipSentences,
  methodSentences,
  monthsOf,
  sensitivitySentence,
  sobolSentences,
  stillSentences,
  turnSentences,
} from "../sensitivity-words.js";
import { measureDollars, variableName, variableValue } from "../variable-words.js";

/** What drives the difference: the tornado, where it turns, and which part of its uncertainty each variable explains. */
export function drivesSection(one: Sensitivity): Section {
  const head = { id: "drives", title: "What drives the difference", lead: sensitivitySentence(one) };
  if (!one.compared) return { ...head, blocks: [] };
  const turns = [...turnSentences(one), ...flipSentences(one).map((text) => `${text}.`)];
  const small = smallIndices(one);
  const sobol = sobolTable(one);
  const blocks: readonly Block[] = [
    ...(one.compared.tornado.bars.length > 0 ? [{ kind: "chart" as const, chart: tornadoChart(one, one.compared) }] : []),
    ...(turns.length > 0 ? [{ kind: "list" as const, items: turns }] : []),
    { kind: "prose", paragraphs: [...methodSentences(one), ...stillSentences(one)] },
    ...(sobol.rows.length > 0
      ? [{ kind: "table" as const, table: { ...sobol, note: [...sobolSentences(one), ...(small === undefined ? [] : [small])].join(" ") } }]
      : []),
  ];
  return { ...head, blocks };
}

/** Bars that a reader can take in; the table has them all. */
const MOST_BARS = 12;

function tornadoChart(one: Sensitivity, { leaders, difference, tornado }: Compared): TornadoChart {
  const [choice, rival] = [leaders.choice.model, leaders.rival.model];
  const dollars = measureDollars(one.measure, monthsOf(one));
  const shown = tornado.bars.slice(0, MOST_BARS);
  const rest = tornado.bars.length - shown.length;
  return {
    kind: "tornado",
    id: "drives-chart",
    title: `What drives the difference: ${rival.title} against ${choice.title}`,
    description: `${sensitivitySentence(one)} ${turning(tornado.bars.length, tornado.bars.filter((bar) => bar.turns.length > 0).length)}${rest > 0 ? ` The ${rest} that matter least are in the table only.` : ""}`,
    left: { alternative: rival.id, label: `${rival.title} cheaper` },
    right: { alternative: choice.id, label: `${choice.title} cheaper` },
    dollars: `${capitalized(dollars)} between the two`,
    base: { value: difference.toNumber(), text: formatUsdShort(difference) },
    rows: shown.map((bar) => ({
      label: variableName(bar.variable),
      low: endOf(bar.variable, bar.low),
      high: endOf(bar.variable, bar.high),
    })),
    table: tornadoTable(one),
  };
}

function turning(all: number, turned: number): string {
  if (all === 1) return `One variable; it ${turned === 1 ? "turns" : "does not turn"} it within its range.`;
  if (turned === 0) return `None of ${all} variables turns it within its range.`;
  return `${turned} of ${all} variables ${turned === 1 ? "turns it within its range" : "turn it within their ranges"}.`;
}

function endOf(variable: Ranged, { value, difference }: TornadoOutcome): TornadoEnd {
  return {
    text: variableValue(variable, value),
    value: difference?.toNumber() ?? null,
    result: difference ? formatUsdShort(difference) : "not possible",
  };
}
