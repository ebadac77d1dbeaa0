import { recommend, type Recommendation } from "../../src/analysis/recommend.js";
import { study } from "../../src/analysis/study.js";
import { catalogue } from "./catalogue.js";
import { scenarioOf } from "./models.js";

/** An alternative of costs given by hand alone. */
export const hand = (id: string, cost: Readonly<Record<string, string>>, more: Readonly<Record<string, unknown>> = {}) => ({ id, costs: [{ name: "all", ...cost }], ...more });

/** The recommendation at a number of users. */
export function recommended(mau: number, alternatives: readonly unknown[], decision: Readonly<Record<string, unknown>> = {}): Recommendation {
  return recommend(study(scenarioOf({ workload: { mau: String(mau) }, alternatives, decision }), catalogue));
}
export const flipsOf = (one: Recommendation): readonly string[] => one.flips.map((flip) => `${flip.driver} ${flip.direction} ${flip.at.toFixed()}: ${flip.to}`);
