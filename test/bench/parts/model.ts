import { readFileSync } from "node:fs";
import { randomStream } from "../../../src/analysis/statistics/random-stream.js";
import { type Study, study } from "../../../src/analysis/study.js";
import { readCatalogue } from "../../../src/cli/load-catalogue.js";
import { type ColumnPlan, compileColumnPlan, type LoopMaker } from "../../../src/engine/plan.js";
import type { Catalogue } from "../../../src/prices/price-file.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../../src/scenario/scenario.js";
import type { DriverName } from "../../../src/scenario/driver-spec.js";
import { ZERO } from "../../../src/units/decimal.js";
import type { Workload } from "../peers/hand-written.js";
import { DRIVERS } from "../peers/pricer.js";

/** The bench scenario and its prices; paths count from the project's root, where the bench runs. */
export async function benchScenario(text: (text: string) => string = (same) => same): Promise<{ readonly scenario: Scenario; readonly catalogue: Catalogue }> {
  const scenario = parseScenario(text(readFileSync("test/bench/scenario.yaml", "utf8")), { file: "test/bench/scenario.yaml", hash: "" });
  return { scenario, catalogue: await readCatalogue("pricing/") };
}

/** The scenario for one month, without a horizon and what grows over it. */
export const oneMonth = (text: string): string => text.replace(/^horizon:.*\n/m, "").replace(/^ {2}growth:.*\n/m, "");

/** Sizes from a thousand to fifty million users, and everything else in a wide range. */
export function workloads(rows: number): readonly Workload[] {
  const of = (name: string): ((row: number) => number) => randomStream(1, name).at;
  const drawn = Object.fromEntries(DRIVERS.map((name) => [name, of(name)])) as Readonly<Record<(typeof DRIVERS)[number], (row: number) => number>>;
  return Array.from({ length: rows }, (_, row): Workload => {
    const mau = Math.round(1000 * 50_000 ** drawn.mau(row));
    return {
      mau, registeredUsers: Math.round(mau * (1 + 3 * drawn.registeredUsers(row))), federatedShare: 0.3 * drawn.federatedShare(row), socialShare: 0.5 * drawn.socialShare(row), signUpsPerMonth: 0.1 * mau * drawn.signUpsPerMonth(row),
      signInsPerMau: 1 + 20 * drawn.signInsPerMau(row), tokenRefreshesPerMau: 60 * drawn.tokenRefreshesPerMau(row), profileReadsPerSignIn: 4 * drawn.profileReadsPerSignIn(row), profileWritesPerSignIn: 2 * drawn.profileWritesPerSignIn(row),
      profileBytes: Math.round(200 + 4000 * drawn.profileBytes(row)), passwordResetsPerMau: 0.1 * drawn.passwordResetsPerMau(row), emailsPerMau: 2 * drawn.emailsPerMau(row), smsPerMau: 0.3 * drawn.smsPerMau(row),
      m2mTokenRequests: Math.round(400_000 * drawn.m2mTokenRequests(row)), peakToAverage: 3 + 12 * drawn.peakToAverage(row),
    };
  });
}

/** A plan of some alternatives over workloads, every driver an input. */
export function planOver(given: readonly Workload[], one: Study, loops: LoopMaker, models = one.models): ColumnPlan {
  const inputs = DRIVERS.map((name) => Float64Array.from(given, (workload) => workload[name]));
  return compileColumnPlan(models, one.card, { slots: new Map(DRIVERS.map((name, slot) => [name, slot])), inputs, rows: given.length, fixed: (name) => one.scenario.workload.get(name as DriverName) ?? ZERO, loops });
}

export { study };
