import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authcost, scratch } from "../support/command-line.js";
import { cellsLeft } from "./cells-left.js";
import { launch } from "./launch.js";

const place = scratch();
let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(async () => {
  await browser?.close();
  place.remove();
});

const OFFLINE = { viewport: { width: 1280, height: 800 } };

type Alternative = { readonly id: string; readonly monthly: string; readonly lines: readonly { readonly amount: string }[] };

describe("the report that the command line writes", () => {
  it.each(["consumer-app", "marketplace"])("%s opens from disk without network or complaint, and shows the figures of result.json", async (name) => {
    const folder = join(place.folder, name);
    expect(authcost(["report", `scenarios/${name}.yaml`, "-o", folder]).code).toBe(0);
    const result: { points: { mau: string; alternatives: Alternative[] }[]; recommendation: { sentence: string } } = JSON.parse(readFileSync(join(folder, "result.json"), "utf8"));
    const context = await browser.newContext(OFFLINE);
    const file = pathToFileURL(join(folder, "report.html")).href;
    const complaints: string[] = [];
    await context.route("**/*", (route) => {
      if (route.request().url() === file) return route.continue();
      complaints.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(file);
    await page.waitForSelector("html[data-ready]");

    const exact = await page.locator('[data-table="comparison"] tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td[title]")].map((cell) => cell.getAttribute("title"))));
    const expected = result.points[0]?.alternatives.map((_, index) => result.points.map((point) => `${point.alternatives[index]?.monthly} USD`)) ?? [];
    expect(exact.map((row) => row.slice(0, result.points.length))).toEqual(expected);
    expect(await page.locator("h1, h2, p").filter({ hasText: result.recommendation.sentence }).count()).toBeGreaterThan(0);
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await cellsLeft(page), `${width} pixels wide`).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it("keeps long names in their cells on a phone: settings of an architecture, prices that would flip the choice", async () => {
    const scenario = place.write("long.yaml", "name: long\nworkload: { mau: 30000, federatedShare: 0.25 }\nalternatives: [{ id: lite, architecture: cognito, settings: { plan: lite } }, { id: plus, architecture: cognito, settings: { plan: plus } }]\n");
    const settings = join(place.folder, "settings.html");
    expect(authcost(["architectures", "cognito", "--format", "html", "-o", settings]).code).toBe(0);
    expect(authcost(["report", scenario, "-o", join(place.folder, "long")]).code).toBe(0);
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    for (const file of [settings, join(place.folder, "long/report.html")]) {
      await page.goto(pathToFileURL(file).href);
      expect(await page.locator("table").count()).toBeGreaterThan(1);
      expect(await cellsLeft(page), file).toEqual([]);
    }
    await page.close();
  });
});
