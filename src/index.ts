/**
 * authcost as a library. Browser-safe: prices and scenarios come in as data, results go out as data.
 *
 *     PriceFile ──parse──▶ Catalogue ──at(date, region)──▶ RateCard ─────────────┐
 *     ScenarioFile ──parse──▶ Scenario ──point──▶ Workload ──architecture──▶ Usage (quantity per meter)
 *                                                                                ▼
 *                                 rate: pool → allowance → schedule ──▶ LineItem[] (with Slice[]) ──▶ Bill
 *     Bill × alternatives ──▶ Comparison ──▶ Recommendation ──▶ ReportDoc ──▶ json | csv | markdown | html
 *
 * @example
 * import { compare, parseScenario } from "authcost";
 * import { catalogue } from "authcost/catalogue";
 * const scenario = parseScenario("name: app\nworkload: { mau: 100000 }\nalternatives: [cognito, postgresql]", { file: "app.yaml", hash: "" });
 * compare(scenario, catalogue).recommendation.choice; // "postgresql"
 */
export { parsePriceFile } from "./prices/parse-price-file.js";
export type { Catalogue, PriceFile } from "./prices/price-file.js";
export { newestDay, type Rate, type RateCard, rateCard } from "./prices/rate-card.js";
export { rateIds } from "./prices/rate-ids.js";
export { rateQuantity, type Rated } from "./rating/rate-quantity.js";
export { ratePool } from "./rating/rate-pool.js";
export type { Slice } from "./rating/slice.js";
export { parseScenario } from "./scenario/parse-scenario.js";
export { override, type Overrides } from "./scenario/override.js";
export type { Scenario } from "./scenario/scenario.js";
export { DRIVERS } from "./scenario/drivers.js";
export type { DriverName } from "./scenario/driver-spec.js";
export { ARCHITECTURES } from "./architectures/registry.js";
export { type Bill, bill, type LineItem } from "./engine/bill.js";
export { checkNames } from "./engine/check-names.js";
export { type ComparedPoint, type Comparison, compare } from "./analysis/compare.js";
export { type LookAhead, lookAhead } from "./analysis/look-ahead.js";
export { type Simulation, type SimulationOptions, simulate, simulation } from "./analysis/simulate.js";
export { type Sensitivity, sensitivity, type SensitivityOptions } from "./analysis/sensitivity.js";
export { type CrossoverMap, crossoverMap, type MapOptions } from "./analysis/crossover-map.js";
export { type UnitEconomics, unitEconomics } from "./analysis/unit-economics.js";
export { analyseCriteria, type CriteriaAnalysis } from "./analysis/criteria.js";
export type { Flip } from "./analysis/flips-over-users.js";
export type { Recommendation, Verdict } from "./analysis/recommend.js";
export { type CheckedClaim, checkClaims } from "./analysis/claims/check-claims.js";
export { parseClaims } from "./analysis/claims/parse-claims.js";
export { reportDocument } from "./report/document.js";
export type { ReportDoc } from "./report/report-doc.js";
export { type PageAssets, renderHtml } from "./report/render/html.js";
export { renderMarkdown } from "./report/render/markdown.js";
export { horizonJson } from "./report/horizon-report.js";
export { compareJson, priceJson } from "./report/result-json.js";
export { sensitivityJson } from "./report/sensitivity-report.js";
export { mapJson } from "./report/map-report.js";
export { unitEconomicsJson } from "./report/unit-report.js";
export { simulationJson } from "./report/simulation-report.js";
export { lineItemsCsv } from "./report/line-items-csv.js";
export { type Decimal, decimal } from "./units/decimal.js";
export { formatUsd } from "./units/format.js";
export { type Problem, ProblemError, problemText } from "./problems/problem.js";
export { VERSION } from "./units/version.js";
