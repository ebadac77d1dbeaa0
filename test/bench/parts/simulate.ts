import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { costModel } from "../../../src/analysis/cost-model.js";
import { drawing } from "../../../src/analysis/drawing.js";
import { simulatedVariables } from "../../../src/analysis/simulated-variables.js";
import { closureLoops } from "../../../src/engine/closure-loops.js";
import { generatedLoop } from "../../../src/engine/generated-loop.js";
import { simulateByHand } from "../peers/hand-written-horizon.js";
import { print, time, times } from "./measure.js";
import { benchScenario } from "./model.js";

// 100,000 draws x 5 alternatives x 36 months, each contestant in a process of its own: time, and the peak of its memory.

const DRAWS = 100_000;
const CONTESTANTS = ["drawing alone", "hand-written", "authcost, generated code", "authcost, closures"] as const;
type Contestant = (typeof CONTESTANTS)[number];
type Ran = { readonly first: number; readonly best: number; readonly megabytes: number; readonly means: readonly number[] };

async function work(contestant: Contestant): Promise<Ran> {
  const { scenario, catalogue } = await benchScenario();
  const variables = simulatedVariables(scenario, catalogue, "horizon", undefined).filter(({ origin }) => origin === "stated");
  const { columns, draw } = drawing(scenario, variables, DRAWS, 1);
  draw(0, DRAWS);
  const model = costModel(scenario, catalogue, variables.map(({ name }) => name), "horizon", contestant === "authcost, generated code" ? generatedLoop : closureLoops);
  const simulate = contestant === "hand-written" ? () => simulateByHand(columns, DRAWS) : contestant === "drawing alone" ? () => [] : () => model.fast(columns, DRAWS).costs;
  const spent: number[] = [];
  let costs: readonly Float64Array[] = [];
  for (let round = 0; round < 6; round++) {
    const started = performance.now();
    costs = simulate();
    spent.push((performance.now() - started) * 1e6);
    if (round === 0) memory = process.resourceUsage().maxRSS / 1024;
  }
  return { first: spent[0] ?? Number.NaN, best: Math.min(...spent), megabytes: memory, means: costs.map((column) => column.reduce((total, cost) => total + cost, 0) / DRAWS) };
}
let memory = 0;

function apart(contestant: Contestant): Ran {
  const ran = spawnSync(process.execPath, [fileURLToPath(import.meta.url), contestant], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (ran.status !== 0) process.exit(1);
  return JSON.parse(ran.stdout) as Ran;
}

/** The whole command as people run it: reading, drawing, pricing, statistics, the exact check of a sample. */
function command(): { readonly spent: number; readonly megabytes: number } {
  const report = `data:text/javascript,${encodeURIComponent('process.on("exit", () => process.stderr.write("PEAK " + process.resourceUsage().maxRSS + "\\n"))')}`;
  const started = performance.now();
  const ran = spawnSync(process.execPath, ["--import", report, "dist/cli/main.js", "simulate", "test/bench/scenario.yaml", "--draws", String(DRAWS), "--format", "json"], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return { spent: (performance.now() - started) * 1e6, megabytes: Number(/PEAK (\d+)/.exec(ran.stderr)?.[1]) / 1024 };
}

const [, , asked] = process.argv;
if (asked !== undefined) process.stdout.write(JSON.stringify(await work(asked as Contestant)));
else {
  const ran = new Map(CONTESTANTS.map((name) => [name, apart(name)]));
  const hand = ran.get("hand-written");
  const idle = ran.get("drawing alone");
  if (!hand || !idle) throw new Error("a contestant is missing");
  for (const [name, { means }] of ran) {
    means.forEach((mean, index) => { if (!(Math.abs(mean - (hand.means[index] ?? Number.NaN)) <= 1e-9 * mean)) throw new Error(`${name} differs from the hand-written simulation: ${means.join(", ")} instead of ${hand.means.join(", ")}`); });
  }
  const whole = command();
  const priced = CONTESTANTS.filter((name) => name !== "drawing alone").map((name) => ({ name, ...(ran.get(name) ?? hand) }));
  print([{
    title: "100,000 draws × 5 alternatives × 36 months on one core",
    head: ["", "first run", "best run", "peak memory", "against the hand-written loop: first", "best"],
    rows: [
      ...priced.map(({ name, first, best, megabytes }) => [name, time(first), time(best), `${megabytes.toFixed(0)} MB`, times(hand.first, first), times(hand.best, best)]),
      ["`authcost simulate`, the whole command", time(whole.spent), "", `${whole.megabytes.toFixed(0)} MB`, "", ""],
    ],
    note: `The last columns: how many times the speed of the hand-written simulation, which gives the same means. A process that only draws peaks at ${idle.megabytes.toFixed(0)} MB.`,
  }]);
}
