import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const SCENARIO = "scenarios/consumer-app.yaml";
const QUICK = ["--draws", "400"];
const place = scratch();
afterAll(place.remove);

type Result = {
  readonly measure: string; readonly draws: number; readonly seed: number; readonly spread: string | null;
  readonly variables: readonly { readonly name: string; readonly origin: string }[];
  readonly alternatives: readonly { readonly id: string; readonly stated: string; readonly cheapest: string; readonly p10: string; readonly p50: string; readonly p90: string; readonly mean: string; readonly expectedRegret: string }[];
  readonly informationValue: { readonly perfect: { readonly value: string }; readonly variables: readonly { readonly name: string; readonly value: string; readonly distinguishable: boolean }[] };
};
const json = (...flags: readonly string[]): Result => JSON.parse(authcost(["simulate", SCENARIO, "--format", "json", ...flags]).out);

describe("simulate", () => {
  it("prints a table that fits 80 columns, the answer, and what to measure first; nothing else", () => {
    const { out, err, code } = authcost(["simulate", SCENARIO, ...QUICK]);
    expect({ err, code }).toEqual({ err: "", code: 0 });
    expect(out).toMatch(/Alternative +Cheapest +P10 +P50 +P90 +Mean +Regret/);
    expect(out).toContain("What to measure first:");
    expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
  });

  it("gives the same bytes for the same seed, and other ones for another", () => {
    const text = (seed: string): string => authcost(["simulate", SCENARIO, ...QUICK, "--seed", seed, "--format", "json"]).out;
    expect(text("5")).toBe(text("5"));
    expect(text("5")).not.toBe(text("6"));
  });

  it("the shipped scenario has the outcomes that are on record", () => {
    // To the cent: `authcost simulate scenarios/consumer-app.yaml --format json`. A change here is a change of prices, of the scenario or of the draws.
    const cents = (text: string): number => Math.round(Number(text) * 100) / 100;
    const one = json();
    expect(one).toMatchObject({ measure: "month", draws: 20_000, seed: 1, spread: null });
    expect(one.alternatives.map(({ id, cheapest, stated, p10, p50, p90, mean, expectedRegret }) => [id, cheapest, ...[stated, p10, p50, p90, mean, expectedRegret].map(cents)])).toEqual(JSON.parse(readFileSync(join(ROOT, "test/fixtures/simulation-golden.json"), "utf8")));
    expect(one.informationValue.variables.filter(({ distinguishable }) => distinguishable).map(({ name }) => name)).toEqual(["cost Upkeep", "cost Upkeep of the copy", "mau"]);
  });

  it("takes draws, a seed, other drivers and a spread from flags", () => {
    expect(json("--draws", "100", "--seed", "4294967295")).toMatchObject({ draws: 100, seed: 4_294_967_295 });
    expect(json(...QUICK, "--spread", "0.2")).toMatchObject({ spread: "0.2" });
    expect(json(...QUICK, "--spread", "0.2").variables.filter(({ origin }) => origin === "assumed").length).toBeGreaterThan(5);
    expect(Number(json(...QUICK, "--set", "tokenRefreshesPerMau=3000").alternatives[2]?.mean)).toBeGreaterThan(Number(json(...QUICK).alternatives[2]?.mean));
  });

  it("writes CSV, samples, Markdown and HTML", () => {
    const csv = authcost(["simulate", SCENARIO, ...QUICK, "--format", "csv"]).out.trimEnd().split("\n");
    expect(csv).toHaveLength(6);
    const samples = authcost(["simulate", SCENARIO, ...QUICK, "--format", "csv", "--samples"]).out.trimEnd().split("\n");
    expect(samples).toHaveLength(401);
    expect(samples[0]).toBe("draw,mau,socialShare,signInsPerMau,hourlyRate,cost Upkeep,cost Upkeep of the copy,cognito_usd,cognito-lite_usd,postgresql_usd,dynamodb_usd,hybrid_usd");
    expect(authcost(["simulate", SCENARIO, ...QUICK, "--format", "markdown"]).out).toContain("## How sure");
    const html = authcost(["simulate", SCENARIO, ...QUICK, "--format", "html"]).out;
    expect(html).toContain("Content-Security-Policy");
    expect(html).toContain("What to measure first");
  });

  it("says all that is wrong with its flags at once", () => {
    const { err, code } = authcost(["simulate", SCENARIO, "--draws", "99", "--seed", "-1", "--spread", "0", "--samples"]);
    expect(code).toBe(1);
    expect(err.trimEnd().split("\n")).toEqual([
      'authcost: --draws: this value does not fit (found "99"; expected a whole number from 100 to 10000000)',
      'authcost: --seed: this value does not fit (found "-1"; expected a whole number from 0 to 4294967295)',
      'authcost: --spread: this value does not fit (found "0"; expected a part above 0, at most 1, such as 0.2 for 20 % less or more)',
      "authcost: --samples: samples are written as CSV (add --format csv)",
    ]);
  });

  it("a scenario that states nothing uncertain is told what to add", () => {
    const file = place.write("sure.yaml", "name: sure\nworkload: { mau: 3000 }\nalternatives: [cognito]\n");
    const { err, code } = authcost(["simulate", file]);
    expect(code).toBe(1);
    expect(err).toContain("uncertainty: { drivers: { mau: { triangular: [1500, 3000, 6000] } } }");
    expect(err).toContain("--spread 0.2");
    expect(authcost(["simulate", file, "--spread", "0.2", ...QUICK]).code).toBe(0);
  });

  it("stops at an interruption and leaves nothing behind", async () => {
    const folder = scratch();
    const child = spawn(process.execPath, [join(ROOT, "dist/cli/main.js"), "simulate", SCENARIO, "--draws", "3000000", "--format", "csv", "-o", join(folder.folder, "out.csv")], { cwd: ROOT, stdio: "ignore" });
    const ended = new Promise<number | null>((resolve) => { child.once("exit", (code) => resolve(code)); });
    await new Promise((resolve) => { setTimeout(resolve, 3000); });
    expect(child.exitCode).toBeNull();
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(folder.names()).toEqual([]);
    folder.remove();
  });
});
