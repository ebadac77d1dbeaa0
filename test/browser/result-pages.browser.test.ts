import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authcost, scratch } from "../support/command-line.js";
import { launch } from "./launch.js";

const place = scratch();
let browser: Browser;
beforeAll(async () => { browser = await launch(); });
afterAll(async () => {
  await browser?.close();
  place.remove();
});

const PAGES: readonly { readonly args: readonly string[]; readonly heading: RegExp; readonly tables: number; readonly charts: number }[] = [
  { args: ["price", "aws.cognito.lite.mau", "950000"], heading: /^Lite plan/, tables: 2, charts: 0 },
  { args: ["explain", "scenarios/consumer-app.yaml", "-a", "hybrid"], heading: /^Hybrid .* at 100,000 users: \$/, tables: 10, charts: 0 },
  { args: ["breakeven", "scenarios/marketplace.yaml"], heading: /^Who is cheapest over mau/, tables: 2, charts: 1 },
  { args: ["prices", "show", "aws.dynamodb.on-demand.write"], heading: /^On-demand write/, tables: 1, charts: 0 },
  { args: ["compare", "scenarios/consumer-app.yaml", "--as-of", "2024-11-22", "--against", "2026-10-01"], heading: /^Consumer app/, tables: 2, charts: 0 },
];

describe.each(PAGES)("the page of $args", ({ args, heading, tables, charts }) => {
  it.each([1100, 390])("at %i pixels shows its tables without network, complaint or sideways scrolling, readable for all", async (width) => {
    const path = join(place.folder, `${args.join("-").replaceAll(/[^a-z]+/g, "-")}.html`);
    expect(authcost([...args, "--format", "html", "-o", path]).code).toBe(0);
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    const address = pathToFileURL(path).href;
    const complaints: string[] = [];
    await context.route("**/*", (route) => {
      if (route.request().url() === address) return route.continue();
      complaints.push(route.request().url());
      return route.abort();
    });
    const page = await context.newPage();
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address);
    if (charts > 0) await page.waitForSelector("html[data-ready]");

    expect(await page.locator("h1").innerText()).toMatch(heading);
    expect(await page.locator("table").count()).toBeGreaterThanOrEqual(tables);
    expect(await page.locator("canvas").count()).toBe(charts);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const faults = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => ({ id, where: nodes[0]?.html.slice(0, 200) }));
    });
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
