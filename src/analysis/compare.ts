import type { Bill } from "../engine/bill.js";
import { driverAssumptions } from "../engine/assemble.js";
import type { AlternativeModel, Assumption } from "../engine/model.js";
import { collect } from "../problems/collect.js";
import type { Rate, RateCard } from "../prices/rate-card.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Decimal } from "../units/decimal.js";
import { type PlanChoice, planChoices } from "./requirement-costs.js";
import { judgeOf } from "./judge.js";
import { type Recommendation, recommend } from "./recommend.js";
import { type Study, study } from "./study.js";

export type ComparedAlternative = { readonly model: AlternativeModel; readonly bill: Bill; readonly feasible: boolean };
export type ComparedPoint = {
  readonly mau: Decimal;
  readonly alternatives: readonly ComparedAlternative[];
  readonly cheapest: ComparedAlternative | undefined;
};

/** Every alternative side by side at each user count, and the choice that follows. */
export type Comparison = {
  readonly study: Study;
  readonly points: readonly ComparedPoint[];
  readonly recommendation: Recommendation;
  /** drivers and settings left at their defaults */
  readonly assumptions: readonly Assumption[];
  /** which plan the scenario's requirements picked, and what each requirement costs */
  readonly planChoices: readonly PlanChoice[];
  /** every rate that a bill used */
  readonly rates: readonly Rate[];
};

/** A comparison without the choice. */
export type SideBySide = Omit<Comparison, "recommendation">;

/** The choice without the bills at other sizes. */
export type Answer = Pick<Comparison, "study" | "recommendation">;

/** Only the choice: what `compare` says of it, without pricing the other user counts. @throws ProblemError like `compare`, for what the choice needs */
export function answer(one: Study, catalogue: Catalogue): Answer {
  return { study: one, recommendation: recommend(one, judgeOf(one.scenario, catalogue, one)) };
}

/**
 * Compares the alternatives of a scenario.
 *
 *     Scenario × Catalogue ──study──▶ models, rate card ──bill at each user count──▶ points ──recommend──▶ Comparison
 *
 * @throws ProblemError with every unknown name and every missing price
 * @example compare(parseScenario(text, { file: "app.yaml", hash: "" }), catalogue).recommendation.choice
 */
export function compare(scenario: Scenario, catalogue: Catalogue): Comparison {
  const side = sideBySide(study(scenario, catalogue));
  return { ...side, ...answer(side.study, catalogue) };
}

/** The bills at each user count. @throws ProblemError like `compare` */
export function sideBySide(one: Study): SideBySide {
  const { scenario } = one;
  const tasks = scenario.points.flatMap((mau) => one.models.map((model) => ({ mau, model })));
  collect(tasks, ({ mau, model }) => one.billAt(model, mau));
  const points = scenario.points.map((mau) => pointAt(one, mau));
  const used = new Map(
    points.flatMap((point) =>
      point.alternatives.flatMap(({ bill }) => bill.lines.flatMap((line) => (line.rate ? [[line.rate.id, line.rate] as const] : []))),
    ),
  );
  const rates = [...used.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    study: one,
    points,
    planChoices: planChoices(one),
    rates,
    assumptions: [
      ...driverAssumptions(new Set(scenario.workload.keys())),
      ...one.models.flatMap((model) => model.assumptions),
      ...standInAssumptions(one.card, rates),
    ],
  };
}

function standInAssumptions({ region }: RateCard, rates: readonly Rate[]): readonly Assumption[] {
  return rates
    .filter((rate) => rate.region !== region)
    .map((rate) => ({
      kind: "price",
      name: rate.id,
      value: `the price of ${rate.region}`,
      meaning: rate.title,
      because: `no price is known in ${region}`,
    }));
}

export function pointAt(one: Study, mau: Decimal): ComparedPoint {
  const alternatives = one.models.map((model): ComparedAlternative => {
    const bill = one.billAt(model, mau);
    return { model, bill, feasible: bill.obstacles.length === 0 };
  });
  return { mau, alternatives, cheapest: cheapestOf(alternatives) };
}

/** The feasible alternative with the least monthly cost; the first named wins a tie. */
export function cheapestOf(alternatives: readonly ComparedAlternative[]): ComparedAlternative | undefined {
  return alternatives
    .filter((one) => one.feasible)
    .reduce<ComparedAlternative | undefined>(
      (best, one) => (best === undefined || one.bill.monthly.lt(best.bill.monthly) ? one : best),
      undefined,
    );
}
