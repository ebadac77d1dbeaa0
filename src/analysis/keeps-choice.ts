import type { Bounds } from "../engine/span.js";
import type { CostBounds } from "./cost-bounds.js";
import { scoreParts } from "./decide.js";
import type { Study } from "./study.js";

/** Totals of merit closer than this may be rounding. */
const SLACK = 1e-12;
/** What a rival is ahead by less than this, in dollars and in parts of the cost or of the total, over so many steps in a row, is no reason to change. */
const SLACK_USD = 1e-9;
const LASTING = 1000;

/**
 * Whether a choice surely stands at every value of an interval of one variable, by bounds of all costs: no rival's total comes above its
 * own. False says nothing. Ties stand, as in `pickKeeping`.
 *
 * With m the cheapest cost, a rival's total is ahead by w m (1/r - 1/c) less the lead in scores: w m (r - c) / (c r) is bounded through
 * the difference r - c, in which what both pay alike cancels. Without priorities the sign of the difference decides.
 * @param choice its place among the alternatives
 * @param step between two values of the variable that are told apart
 */
export function keepsChoice(one: Study, bounds: CostBounds, choice: number, step: number): (low: number, high: number) => boolean {
  const {
    models,
    scenario: { decision },
  } = one;
  const { cost: weight, scores } = scoreParts(models, decision);
  return (low, high) => {
    bounds.over(low, high);
    if (bounds.carried(choice) !== "everywhere") return false;
    const costs = models.map((_, place) => (bounds.carried(place) === "nowhere" ? undefined : bounds.cost(place)));
    const own = costs[choice];
    if (!own) return false;
    const cheapest: Bounds = {
      low: Math.min(...costs.map((cost) => cost?.low ?? Number.POSITIVE_INFINITY)),
      high: Math.min(
        ...costs.map((cost, place) => (cost && bounds.carried(place) === "everywhere" ? cost.high : Number.POSITIVE_INFINITY)),
      ),
    };
    const ties = high - low >= step * LASTING ? SLACK_USD : 0;
    return costs.every((cost, rival) => {
      if (rival === choice || !cost) return true;
      const lead = (scores[choice] ?? Number.NaN) - (scores[rival] ?? Number.NaN);
      const saved = bounds.apart(rival, choice);
      if (lead >= 0 && saved.low >= -ties * (1 + own.high)) return true;
      return weight * leastLead(saved, own, cost, cheapest) + lead > (ties > 0 ? -ties : SLACK);
    });
  };
}

/** The least that m (r - c) / (c r) can be, of r - c `saved` and m the cheapest of all, which is at most the lesser of c and r. */
function leastLead(saved: Bounds, own: Bounds, rival: Bounds, cheapest: Bounds): number {
  if (saved.low >= 0)
    return own.high > 0 && rival.high < Number.POSITIVE_INFINITY ? (Math.max(0, cheapest.low) * saved.low) / (own.high * rival.high) : 0;
  const dearer = Math.max(own.low, rival.low);
  if (!(dearer > 0)) return Number.NEGATIVE_INFINITY;
  return own.low > 0 && rival.low > 0 ? saved.low * Math.min(1 / dearer, cheapest.high / (own.low * rival.low)) : saved.low / dearer;
}
