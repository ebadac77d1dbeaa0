import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PageAssets, renderHtml } from "../../src/report/render/html.js";
import type { ReportDoc, Table } from "../../src/report/report-doc.js";
import { accessibilityFaults } from "./accessibility-faults.js";
import { hostileDoc, withWords } from "./hostile-doc.js";
import { launch } from "./launch.js";
import { pageAssets } from "./page-assets.js";
import { mapSample, tornadoSample } from "./sample-charts.js";
import { sampleDoc } from "./sample-doc.js";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
const WIDE = { width: 1760, height: 1000 };

let browser: Browser;
let assets: PageAssets;
let folder: string;

beforeAll(async () => {
  [browser, assets, folder] = await Promise.all([launch(), pageAssets(), mkdtemp(join(tmpdir(), "authcost-report-"))]);
});
afterAll(async () => {
  await browser?.close();
  if (folder) await rm(folder, { recursive: true });
});

type Opened = { readonly page: Page; readonly complaints: readonly string[] };

/** Opens a report from disk with the network cut off; complaints are console messages, page errors, refused policies and requests. */
async function open(doc: ReportDoc, options: BrowserContextOptions & { readonly script?: boolean } = {}): Promise<Opened> {
  const { script = true, ...rest } = options;
  const file = join(folder, `${Math.random().toString(36).slice(2)}.html`);
  await writeFile(file, renderHtml(doc, assets));
  const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: script, ...rest });
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    if (route.request().url() === pathToFileURL(file).href) return route.continue();
    complaints.push(`request ${route.request().url()}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    Object.assign(globalThis, { pwned: () => console.error("a hostile name ran") });
    addEventListener("securitypolicyviolation", (event) => console.error(`refused: ${event.violatedDirective}`));
  });
  await page.goto(pathToFileURL(file).href);
  if (script) await page.waitForSelector("html[data-ready]", { timeout: 5_000 });
  return { page, complaints };
}

/** How many different colours each canvas shows; a blank one shows one. */
const coloursDrawn = (page: Page): Promise<number[]> => page.evaluate(() => [...document.querySelectorAll("canvas")].map((canvas) => {
  const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return new Set(Array.from({ length: pixels.length / 4 }, (_, index) => `${pixels[index * 4]},${pixels[index * 4 + 1]},${pixels[index * 4 + 2]},${pixels[index * 4 + 3]}`)).size;
}));

const overflow = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Cell texts of a table as the page holds them, without marks. */
const figures = (page: Page, id: string): Promise<string[][]> => page.evaluate((table) => [...document.querySelectorAll(`[data-table="${table}"] tbody tr:not(.detail)`)].map((row) =>
  [...row.children].map((cell) => (cell.querySelector(".figure") ?? cell).textContent?.trim() ?? "")), id);

const textsOf = (table: Table): string[][] => table.rows.map(({ cells }) => cells.map(({ text }) => text));

/** Texts of the drawings as they stand on the page, those that touch another text of their drawing, and those that leave the page. */
const lettering = (page: Page): Promise<{ count: number; touching: string[]; outside: string[] }> => page.evaluate(() => {
  const touching: string[] = [];
  const outside: string[] = [];
  let count = 0;
  for (const drawing of document.querySelectorAll(".drawing")) {
    const seen = [...drawing.querySelectorAll("text, span:not(:has(*)):not(.ghost)")].map((text) => ({ words: text.textContent ?? "", box: text.getBoundingClientRect() })).filter(({ words, box }) => words !== "" && box.width > 0);
    count += seen.length;
    seen.forEach(({ words, box }, index) => {
      if (box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5) outside.push(words);
      // Letters are lower than their box: neighbours above each other may share a few pixels of it.
      for (const other of seen.slice(index + 1)) {
        if (box.left < other.box.right && other.box.left < box.right && box.top + 3 < other.box.bottom && other.box.top + 3 < box.bottom) touching.push(`${words} / ${other.words}`);
      }
    });
  }
  return { count, touching, outside };
});

describe("the report in a browser", () => {
  it("draws its charts, loads nothing and complains about nothing", async () => {
    const { page, complaints } = await open(sampleDoc);
    expect(await coloursDrawn(page)).toSatisfy((counts: number[]) => counts.length === 3 && counts.every((count) => count > 20));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("holds the document's figures, also without scripts", async () => {
    const { page } = await open(sampleDoc);
    const tables = [sampleDoc.headline.chart.table, ...sampleDoc.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "table" ? [block.table] : block.kind === "chart" ? [block.chart.table] : [])))];
    for (const table of tables) expect(await figures(page, table.id)).toEqual(textsOf(table));
    await page.context().close();
    const still = await open(sampleDoc, { script: false });
    expect(await still.page.locator(".sentence").textContent()).toBe(sampleDoc.headline.sentence);
    expect(await still.page.locator("canvas").first().isVisible()).toBe(false);
    for (const kind of ["tornado", "spread", "map"]) expect(await still.page.locator(`.drawing.${kind} svg`).first().isVisible()).toBe(true);
    await still.page.locator("tr.detail summary").first().click();
    expect(await still.page.locator("tr.detail .arithmetic").first().isVisible()).toBe(true);
    await still.page.context().close();
  });

  it.each([["the sample", sampleDoc], ["words of 2,000 letters", withWords((text) => `${"W".repeat(2_000)} ${text}`)], ["titles of 10,000 characters", withWords((text) => `${text} `.repeat(Math.ceil(10_000 / (text.length + 1))))]])(
    "does not scroll sideways on a phone, a desktop or a wide one: %s", async (_, doc) => {
      const { page, complaints } = await open(doc, { viewport: PHONE });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(DESKTOP);
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize(WIDE);
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

  it("shows each chart of a section beside its table in a wide window, and its table folded below it in others", async () => {
    const places = (page: Page): Promise<{ beside: boolean; shown: boolean }[]> => page.evaluate(() => [...document.querySelectorAll(".part-of-report > .chart:has(> .chart-data)")].map((chart) => {
      const [picture, table] = [chart.querySelector(".canvas, .drawing")?.getBoundingClientRect(), chart.querySelector(".chart-data table")];
      const box = table?.getBoundingClientRect();
      return { beside: picture !== undefined && box !== undefined && box.left >= picture.right && box.top < picture.bottom, shown: table?.checkVisibility({ contentVisibilityAuto: false }) ?? false };
    }));
    const { page, complaints } = await open(sampleDoc, { viewport: WIDE, bypassCSP: true });
    expect(await places(page)).toEqual(Array.from({ length: 4 }, () => ({ beside: true, shown: true })));
    expect(await overflow(page)).toBe(0);
    expect((await lettering(page)).touching).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect((await places(page)).filter(({ beside }) => beside)).toEqual([]);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.setViewportSize(DESKTOP);
    expect(await places(page)).toEqual(Array.from({ length: 4 }, () => ({ beside: false, shown: false })));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("has no accessibility fault in either theme, tables and a line open", async () => {
    const { page } = await open(sampleDoc, { bypassCSP: true });
    await page.evaluate(() => { for (const one of document.querySelectorAll<HTMLDetailsElement>(".chart-data")) one.open = true; });
    await page.locator("tr.detail summary").first().click();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFaults(page, ["color-contrast"]), "only colours differ").toEqual([]);
    await page.context().close();
  });

  it("runs no hostile name", async () => {
    const { page, complaints } = await open(hostileDoc());
    await page.mouse.move(800, 400);
    expect(await coloursDrawn(page)).toSatisfy((counts: number[]) => counts.every((count) => count > 20));
    expect(await page.evaluate(() => document.querySelectorAll("img, iframe, body script:not([type])").length)).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("recolours its charts with the theme and for paper", async () => {
    const { page, complaints } = await open(sampleDoc);
    const picture = (): Promise<string> => page.evaluate(() => document.querySelector("canvas")?.toDataURL() ?? "");
    const light = await picture();
    await page.emulateMedia({ colorScheme: "dark" });
    await expect.poll(picture).not.toBe(light);
    const dark = await picture();
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--page").trim())).toMatch(/^#fff/);
    expect(await picture()).not.toBe(dark);
    // A4 less its margins: drawn wider, a chart would be shrunk with its words.
    const widths = await page.evaluate(() => [...document.querySelectorAll<HTMLElement>(".canvas > canvas")].map((canvas) => Math.round(canvas.getBoundingClientRect().width / 9.6 * 2.54)));
    expect(new Set(widths)).toEqual(new Set([184]));
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await expect.poll(picture).toBe(dark);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("opens lines by key and by click, and saves a table with its exact figures", async () => {
    const { page } = await open(sampleDoc);
    await page.locator("tr.detail summary").first().press("Enter");
    expect(await page.locator("tr.detail details[open]").count()).toBe(1);
    await page.locator("tr.row-opens").nth(1).locator("td").first().click();
    expect(await page.locator("tr.detail details[open]").count()).toBe(2);
    const bill = page.locator("#bill-postgresql");
    await bill.getByRole("button", { name: "Open all lines" }).click();
    expect(await bill.locator("tr.detail details[open]").count()).toBe(30);
    const saved = page.waitForEvent("download");
    await page.locator("#comparison").getByRole("button", { name: "CSV" }).click();
    const csv = await readFile(await (await saved).path(), "utf8");
    expect(csv.replace("\ufeff", "").split("\r\n").slice(0, 2)).toEqual(["Alternative,500 users,5k users,50k users,100k users,1M users,10M users", "Cognito Essentials,0,0,600,1350,14850,149850"]);
    await page.context().close();
  });
});

describe("drawings that need no script", () => {
  it.each([["a desktop", DESKTOP], ["a tablet", { width: 768, height: 1024 }], ["a phone", PHONE]])("keep their letters apart and on the page: %s", async (_, viewport) => {
    const { page } = await open(sampleDoc, { viewport, script: false });
    const { count, touching, outside } = await lettering(page);
    expect(count).toBeGreaterThan(60);
    expect([touching, outside]).toEqual([[], []]);
    await page.context().close();
  });

  it.each([["a desktop", DESKTOP], ["a phone", PHONE]])("end their tornado bars where the figures say: %s", async (_, viewport) => {
    const { page } = await open(sampleDoc, { viewport });
    const rows = await page.locator("#drivers-of-difference .plot:has(g)").evaluateAll((plots) => plots.map((plot) => {
      const { left, width } = plot.getBoundingClientRect();
      const edges = [...plot.querySelectorAll("[class^=bar-]")].flatMap((bar) => { const box = bar.getBoundingClientRect(); return [box.left, box.right]; });
      return edges.length === 0 ? null : [(Math.min(...edges) - left) / width, (Math.max(...edges) - left) / width];
    }));
    const values = [0, tornadoSample.base.value, ...tornadoSample.rows.flatMap(({ low, high }) => [low.value ?? 0, high.value ?? 0])];
    const [min, max] = [Math.min(...values), Math.max(...values)];
    const shares = tornadoSample.rows.map(({ low, high }) => [low.value ?? tornadoSample.base.value, high.value ?? tornadoSample.base.value].sort((a, b) => a - b).map((value) => (value - min) / (max - min)));
    const expected = shares.filter(([from = 0, to = 0]) => to > from).sort(([a = 0, b = 0], [c = 0, d = 0]) => d - c - (b - a));
    const drawn = rows.filter((row) => row !== null);
    expect(drawn).toHaveLength(expected.length);
    drawn.forEach((row, index) => { for (const side of [0, 1]) expect(row[side]).toBeCloseTo(expected[index]?.[side] ?? Number.NaN, 3); });
    await page.context().close();
  });

  it("show each place of the map in the colour of its cheapest alternative, and the scenario's own place", async () => {
    const { page } = await open(sampleDoc);
    await page.locator(".map-plot").scrollIntoViewIfNeeded();
    const { xs, ys, cells, point } = mapSample;
    const places = [1, 8, 15, 22, 29, 36, 39].flatMap((column) => [1, 8, 15, 22, 29].map((row) => ({ column, row, x: column / (xs.length - 1), y: 1 - row / (ys.length - 1) })));
    const found = await page.evaluate((all) => {
      const box = document.querySelector(".map-plot")?.getBoundingClientRect() ?? new DOMRect();
      return all.map(({ x, y }) => document.elementsFromPoint(box.left + x * box.width, box.top + y * box.height).find((element) => element.matches(".fills path"))?.getAttribute("class") ?? "nothing");
    }, places);
    const placeOf = (alternative: string | null | undefined): string => (alternative === null ? "none" : `alt-${sampleDoc.alternatives.findIndex(({ id }) => id === alternative)}`);
    expect(found).toEqual(places.map(({ column, row }) => placeOf(cells[row]?.[column]?.alternative)));
    expect(new Set(found).size).toBe(5);
    const own = await page.evaluate(() => {
      const [plot, ring] = [".map-plot", ".own"].map((name) => document.querySelector(name)?.getBoundingClientRect() ?? new DOMRect());
      return plot && ring ? [(ring.left + ring.width / 2 - plot.left) / plot.width, (ring.top + ring.height / 2 - plot.top) / plot.height] : [];
    });
    expect(own[0]).toBeCloseTo(Math.log10(point.x / 1_000) / 4, 2);
    expect(own[1]).toBeCloseTo(1 - Math.log10(point.y / 10) / 3, 2);
    await page.context().close();
  });

  it("take the theme's colours, and the light ones for paper", async () => {
    const { page } = await open(sampleDoc, { colorScheme: "dark" });
    const colours = (): Promise<string[]> => page.evaluate(() => [".bar-low", ".spread-line", ".fills .alt-1", ".zero"].map((name) => { const style = getComputedStyle(document.querySelector(name) ?? document.body); return `${style.fill} ${style.stroke}`; }));
    const dark = await colours();
    await page.emulateMedia({ media: "print" });
    const paper = await colours();
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    expect(await colours()).toEqual(paper);
    paper.forEach((colour, index) => { expect(colour).not.toBe(dark[index]); });
    await page.context().close();
  });
});
