import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { catalogue } from "../support/catalogue.js";
import { ROOT } from "../support/command-line.js";
import { launch } from "./launch.js";
import { simulatedText } from "./simulation-entry.js";

const ENTRY = fileURLToPath(new URL("simulation-entry.ts", import.meta.url));
let browser: Browser;
let script: string;
beforeAll(async () => {
  const [launched, bundled] = await Promise.all([launch(), build({ entryPoints: [ENTRY], bundle: true, write: false, format: "iife", globalName: "authcostSimulation", platform: "browser", target: "es2022" })]);
  browser = launched;
  script = bundled.outputFiles[0]?.text ?? "";
});
afterAll(async () => { await browser?.close(); });

/** Every kind of distribution, a correlation, growth, a move of users. */
const EVERYTHING = `
name: everything
workload: { mau: 40000, smsPerMau: 0.1 }
horizon: { months: 18, growth: { compound: 0.02 }, seasonality: [1, 1.1, 0.9] }
migration: { from: cognito }
alternatives: [cognito, { id: lite, architecture: cognito, settings: { plan: lite } }, { id: own, architecture: postgresql, costs: [{ name: Upkeep, hoursPerYear: 70 }, { name: Build, hoursOnce: 200 }] }, dynamodb, hybrid]
uncertainty:
  draws: 2000
  seed: 4294967295
  drivers: { mau: { lognormal: { p10: 9000, p90: 250000 } }, federatedShare: { beta: { alpha: 1.5, beta: 6 } }, signInsPerMau: { empirical: [3, 5, 8, 8, 13] }, m2mTokenRequests: { discrete: { 0: 9, 40000: 1 } } }
  hourlyRate: { normal: { mean: 100, sd: 20 } }
  growth: { uniform: [0, 0.05] }
  costs: { Upkeep: { triangular: [20, 70, 300] }, Build: { lognormal: { p10: 120, p90: 900 } } }
  correlations: [{ between: [cost Upkeep, cost Build], rho: 0.6 }, { between: [mau, growth], rho: -0.3 }]
`;

describe("a simulation in a browser", () => {
  it.each([
    { name: "consumer-app", text: readFileSync(join(ROOT, "scenarios/consumer-app.yaml"), "utf8") },
    { name: "every kind of distribution over a horizon", text: EVERYTHING },
  ])("gives the bytes that Node gives: $name", async ({ text }) => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const found = await page.evaluate(({ scenario, prices }) => (globalThis as unknown as { authcostSimulation: { simulatedText: typeof simulatedText } }).authcostSimulation.simulatedText(scenario, prices), { scenario: text, prices: JSON.parse(JSON.stringify(catalogue)) as typeof catalogue });
    await page.close();
    expect(found.length).toBeGreaterThan(2000);
    expect(found).toBe(simulatedText(text, catalogue));
  });
});
