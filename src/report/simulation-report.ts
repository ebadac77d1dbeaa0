import type { Simulation } from "../analysis/simulate.js";
import type { InformationValue } from "../analysis/statistics/information-value.js";
import type { Rate } from "../prices/rate-card.js";
import { ProblemError } from "../problems/problem.js";
import { fromDouble, plain, roundHalfUp } from "../units/decimal.js";
import { distributionJson } from "./distribution-words.js";
import { csvText } from "./line-items-csv.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import { type Json, provenanceJson } from "./result-json.js";
import { uncertaintySection } from "./sections/uncertainty.js";
import { measureSentences } from "./measure-first-words.js";
import { studyPage } from "./study-page.js";

/** Decimals of an estimate: a millionth of a dollar, far below what chance leaves. */
const PLACES = 6;
const figure = (value: number): string => plain(roundHalfUp(fromDouble(value), PLACES));
const share = (value: number): string => plain(roundHalfUp(fromDouble(value), 9));

/** The simulation as a page of its own. */
export function simulationDoc(one: Simulation): SectionsDoc {
  return studyPage(one.study, uncertaintySection(one));
}

/** The result of `simulate`. Amounts are dollars of the measure; those from draws are estimates, rounded to a millionth. */
export function simulationJson(one: Simulation): Json {
  const { study, choice, convergence, measureFirst, repriced } = one;
  const id = (place: number): string => one.outcomes[place]?.model.id ?? "";
  const worth = ({ value, standardError }: InformationValue): { readonly [key: string]: Json } => ({
    value: figure(value),
    standardError: figure(standardError),
  });
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title },
    provenance: provenanceJson({ study, rates: ratesOf(one) }),
    measure: one.measure,
    months: one.months,
    draws: one.draws,
    seed: one.seed,
    spread: one.spread ? plain(one.spread) : null,
    variables: one.variables.map(({ name, kind, label, unit, base, distribution, origin, reaches, drawn, clamped }) => ({
      name,
      kind,
      label,
      unit,
      stated: plain(base),
      belief: distributionJson(distribution),
      origin,
      reaches,
      ...(drawn ? { p10: share(drawn.p10), p50: share(drawn.p50), p90: share(drawn.p90), mean: share(drawn.mean) } : {}),
      clamped,
    })),
    sharesLowered: one.sharesLowered,
    alternatives: one.outcomes.map(({ model, stated, summary }, place) => {
      const {
        cheapest = 0,
        cheapestOrTied = 0,
        cheapestStandardError = 0,
        infeasible = 0,
        expectedRegret,
        largestRegret,
      } = choice.alternatives[place] ?? {};
      return {
        id: model.id,
        title: model.title,
        stated: stated ? plain(stated) : null,
        cheapest: share(cheapest),
        cheapestOrTied: share(cheapestOrTied),
        cheapestStandardError: share(cheapestStandardError),
        infeasible: share(infeasible / one.draws),
        ...(summary
          ? {
              least: figure(summary.least),
              p10: figure(summary.p10),
              p50: figure(summary.p50),
              p90: figure(summary.p90),
              most: figure(summary.most),
              mean: figure(summary.mean),
              standardDeviation: figure(summary.standardDeviation),
              standardError: figure(summary.standardError),
            }
          : {}),
        ...(expectedRegret === undefined || largestRegret === undefined
          ? {}
          : { expectedRegret: figure(expectedRegret), largestRegret: figure(largestRegret) }),
      };
    }),
    nonePossible: share(choice.nonePossible / one.draws),
    tied: share(choice.tied / one.draws),
    convergence: convergence
      ? {
          first: id(convergence.first),
          second: id(convergence.second),
          meanDifference: figure(convergence.meanDifference),
          standardError: figure(convergence.standardError),
          halfWidth: figure(convergence.halfWidth),
          settled: convergence.settled,
          checkpoints: convergence.checkpoints.map((mark) => ({
            draws: mark.draws,
            first: figure(mark.first),
            second: figure(mark.second),
            meanDifference: figure(mark.meanDifference),
            halfWidth: figure(mark.halfWidth),
          })),
        }
      : null,
    informationValue: measureFirst
      ? {
          choice: id(measureFirst.choice),
          notCounted: share(measureFirst.skipped / one.draws),
          perfect: worth(measureFirst.perfect),
          variables: measureFirst.variables.map((variable) => ({
            name: variable.name,
            ...worth(variable),
            distinguishable: variable.distinguishable,
          })),
          text: measureSentences(one),
        }
      : null,
    check: { draws: repriced.draws, largestDifference: plain(fromDouble(repriced.largest)), pricedExactly: one.refused },
  };
}

/** Every rate that a draw may have used; one without a price was not needed. */
function ratesOf({ study }: Simulation): readonly Rate[] {
  const ids = [...new Set(study.models.flatMap((model) => model.charges.map((charge) => charge.rate)))];
  return ids.flatMap((id): Rate[] => {
    try {
      return [study.card.rate(id)];
    } catch (error) {
      if (error instanceof ProblemError) return [];
      throw error;
    }
  });
}

/** One row for each alternative. */
export function simulationCsv(one: Simulation): string {
  const rows = one.outcomes.map(({ model, stated, summary }, place) => {
    const { cheapest = 0, infeasible = 0, expectedRegret } = one.choice.alternatives[place] ?? {};
    const figures = summary
      ? [summary.p10, summary.p50, summary.p90, summary.mean, summary.standardError, expectedRegret ?? 0].map(figure)
      : Array.from({ length: 6 }, () => "");
    return [
      model.id,
      model.title,
      one.measure,
      String(one.months),
      String(one.draws),
      String(one.seed),
      stated ? plain(stated) : "",
      share(cheapest),
      share(infeasible / one.draws),
      ...figures,
    ];
  });
  return csvText([
    [
      "alternative",
      "title",
      "measure",
      "months",
      "draws",
      "seed",
      "stated_usd",
      "cheapest",
      "infeasible",
      "p10_usd",
      "p50_usd",
      "p90_usd",
      "mean_usd",
      "standard_error_usd",
      "regret_usd",
    ],
    ...rows,
  ]);
}
