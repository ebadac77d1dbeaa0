import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { fromFragment, toFragment } from "../../src/report/live/fragment.js";
import { type WhatIf, whatIf } from "../../src/report/live/what-if.js";
import { lineItemsCsv } from "../../src/report/line-items-csv.js";
import { compareJson, jsonText } from "../../src/report/result-json.js";
import { ProblemError } from "../../src/problems/problem.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { liveOf, statesOf } from "../report/live/states.js";
import { catalogue } from "../support/catalogue.js";
import { authcost } from "../support/command-line.js";
import { shipped } from "../support/scenarios.js";
import { accessibilityFaults } from "./accessibility-faults.js";
import { launch } from "./launch.js";
import { liveReportHtml } from "./live-assets.js";

const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 900 };

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), "authcost-live-"));
const files = new Map<string, string>();
beforeAll(async () => { browser = await launch(); });
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The consumer app without what it holds uncertain: all inputs, and a page that is written and settles in a third of the time. */
const certain: Scenario = { ...shipped("consumer-app"), uncertainty: { ...shipped("consumer-app").uncertainty, drivers: new Map(), costs: new Map(), rates: new Map(), hourlyRate: undefined, correlations: [] } };
const SCENARIOS: Readonly<Record<string, Scenario>> = { certain, "b2b-saas": shipped("b2b-saas"), "original-document": shipped("original-document") };

/** Writes the live report of a scenario; one of SCENARIOS by its name. */
async function written(name: string, scenario?: Scenario): Promise<void> {
  const path = join(folder, `${name}.html`);
  writeFileSync(path, await liveReportHtml(scenario ?? SCENARIOS[name] ?? shipped(name)));
  files.set(name, path);
}

type Opened = { readonly page: Page; readonly complaints: readonly string[] };

/** Opens a live report from disk without a network; complaints are console messages, page errors, refused policies and requests. */
async function open(name: string, fragment = "", options: BrowserContextOptions = {}): Promise<Opened> {
  if (!files.has(name)) await written(name);
  const address = pathToFileURL(files.get(name) ?? "").href;
  const context = await browser.newContext({ viewport: DESKTOP, acceptDownloads: true, ...options });
  const complaints: string[] = [];
  await context.route("**/*", (route) => {
    if (route.request().url().split("#")[0] === address) return route.continue();
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
  await page.goto(`${address}${fragment === "" ? "" : `#${fragment}`}`);
  await page.waitForSelector("html[data-ready]");
  await settled(page, fragment);
  return { page, complaints };
}

/** Waits until the page shows the state of the fragment. */
async function settled(page: Page, fragment: string): Promise<void> {
  await page.waitForFunction((wanted) => document.documentElement.dataset.settled === wanted, fragment, { timeout: 60_000 });
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFile(await (await download).path(), "utf8");
}

const users = (page: Page) => page.getByRole("textbox", { name: "Active users" });
const sentence = (page: Page): Promise<string | null> => page.locator(".sentence").textContent();

/** The result without what says which file it was made from. */
function withoutHash(json: string): unknown {
  const { provenance: { scenarioHash: _, ...provenance }, ...rest } = JSON.parse(json) as { provenance: Record<string, unknown> };
  return { ...rest, provenance };
}

describe("a live report in a browser", () => {
  it("is one file that loads nothing, and opens from disk under its policy without a complaint", async () => {
    const { page, complaints } = await open("certain");
    const html = await readFile(files.get("certain") ?? "", "utf8");
    expect(/Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]).toMatch(/^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; form-action 'none'$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("follows a slider: headline, comparison and the line that says what changed; the address carries the state and Back undoes it", async () => {
    const { page, complaints } = await open("certain");
    const before = await sentence(page);
    await users(page).fill("1000000");
    await settled(page, "mau=1000000");
    expect(await sentence(page)).toBe(compare(whatIf(certain, liveOf(certain).inputs, new Map([["mau", "1000000"]])), catalogue).recommendation.sentence);
    expect(await page.locator(".live-bar").textContent()).toContain("Active users 1,000,000 (was 100,000)");
    expect(new URL(page.url()).hash).toBe("#mau=1000000");
    await page.goBack();
    await settled(page, "");
    expect(await sentence(page)).toBe(before);
    const slider = page.getByRole("slider", { name: "Sign-ins per user" });
    await slider.focus();
    await page.keyboard.press("ArrowRight");
    await settled(page, "signInsPerMau=9");
    expect(await slider.getAttribute("aria-valuetext")).toBe("9 a month");
    expect(await slider.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.getByRole("button", { name: "Reset" }).press("Enter");
    await settled(page, "");
    expect(new URL(page.url()).hash).toBe("");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("What if");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("keeps open lines, the place and the focus while figures change", async () => {
    const { page } = await open("certain");
    await page.evaluate(() => { for (const one of document.querySelectorAll<HTMLDetailsElement>("#bills .chart-data")) one.open = true; });
    await page.locator("#bill-postgresql tr.detail summary").nth(2).click();
    const line = page.locator("#bill-postgresql tbody:has(details[open])");
    const words = await line.locator("td, th").first().textContent();
    await users(page).fill("300000");
    await settled(page, "mau=300000");
    expect(await line.count()).toBe(1);
    expect(await line.locator("td, th").first().textContent()).toBe(words);
    expect(await users(page).evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it("gives every section of the new state once the reader comes to it, the same as a report of the exported scenario", async () => {
    const { page, complaints } = await open("consumer-app", "mau=60000&cognito-lite.plan=plus");
    const exported = parseScenario(await saved(page, "Scenario (YAML)"), { file: "exported.yaml", hash: "" });
    await written("exported", exported);
    await expect.poll(() => page.evaluate(() => {
      const waiting = [...document.querySelectorAll("[data-waiting]")];
      waiting[0]?.scrollIntoView();
      return waiting.length;
    }), { timeout: 60_000 }).toBe(0);
    const other = await open("exported");
    const texts = (from: Page): Promise<string[]> => from.locator("main > section.part-of-report").evaluateAll((all) => all.map((one) => {
      const copy = one.cloneNode(true) as HTMLElement;
      for (const tools of copy.querySelectorAll(".tools, noscript")) tools.remove();
      return copy.id === "sources" ? "" : (copy.textContent ?? "").replace(/\s+/g, " ").trim();
    }));
    expect(await texts(page)).toEqual(await texts(other.page));
    for (const part of [".first .description", ".first table"]) expect(await page.locator(part).textContent()).toBe(await other.page.locator(part).textContent());
    expect([...complaints, ...other.complaints]).toEqual([]);
    await other.page.context().close();
    await page.context().close();
  });

  it("tells in words what cannot be computed, greys the last good figures, and recovers", async () => {
    const { page, complaints } = await open("certain");
    const before = await sentence(page);
    await page.getByRole("combobox", { name: "Prices of" }).selectOption("2021-12-13");
    await settled(page, "as-of=2021-12-13");
    expect(await page.locator(".live-notice").textContent()).toContain("has no price on 2021-12-13");
    expect(await page.locator("main").getAttribute("data-stale")).toBe("");
    expect(await sentence(page)).toBe(before);
    await page.getByRole("button", { name: "Reset" }).click();
    await settled(page, "");
    expect(await page.locator(".live-notice").textContent()).toBe("");
    expect(await page.locator("main").getAttribute("data-stale")).toBeNull();
    await users(page).fill("12x");
    expect(await page.locator(".complaint").first().textContent()).toContain("Not a plain number");
    expect(await sentence(page)).toBe(before);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("leaves a hostile address out with a notice", async () => {
    const { page, complaints } = await open("original-document");
    for (const hostile of ["__proto__=1&mau=<img src=x onerror=pwned()>", "mau=1e9999&cognito.plan=%22%3E%3Cscript%3Epwned()%3C/script%3E", `mau=${"9".repeat(30_000)}`, "%E0%A4%A=%"]) {
      await page.evaluate((hash) => { location.hash = hash; }, hostile);
      await expect.poll(() => page.locator(".live-notice").textContent(), { message: hostile.slice(0, 40) }).toContain("left out");
      expect(await page.locator("main img, main script").count()).toBe(0);
      await page.evaluate(() => { location.hash = "mau=70000"; });
      await expect.poll(() => page.locator(".live-notice").textContent()).toBe("");
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("opens a link in its state and names the part of it that it does not understand", async () => {
    const address = "mau=300000&cost.monthly.Nothing=5";
    const { page } = await open("certain");
    await page.evaluate((hash) => { location.hash = hash; }, address);
    await settled(page, "mau=300000");
    expect(await page.locator(".live-notice").textContent()).toContain("cost.monthly.Nothing=5 (nothing here is called that)");
    expect(await users(page).inputValue()).toBe("300,000");
    await page.context().close();
  });

  it("runs no hostile name, in inputs either", async () => {
    const own = certain;
    const evil = `"><img src=x onerror=pwned()><script>pwned()</script>\u202e${"W".repeat(10_000)}`;
    const alternatives = own.alternatives.slice(0, 3).map((one) => ({ ...one, title: `${evil} ${one.id}`, costs: one.costs.map((cost) => ({ ...cost, name: `${evil} ${cost.name}` })) }));
    await written("hostile", { ...own, title: evil, name: evil, alternatives });
    expect(await readFile(files.get("hostile") ?? "", "utf8"), "so large that its arithmetic is packed").toContain('<div class="arithmetic"></div>');
    const { page, complaints } = await open("hostile", "mau=300000");
    expect(await page.locator(".arithmetic:empty").count()).toBe(0);
    for (const summary of [".more-inputs > summary", ".group:nth-child(2) > summary"]) await page.locator(summary).click();
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
    expect(await page.locator("main img").count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("has no accessibility fault in either theme, inputs open and something changed", async () => {
    const { page } = await open("certain", "mau=200000", { bypassCSP: true });
    await page.evaluate(() => { for (const one of document.querySelectorAll<HTMLDetailsElement>(".what-if details")) one.open = true; });
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await accessibilityFaults(page, ["color-contrast"]), "only colours differ").toEqual([]);
    await page.context().close();
  });

  it("fits a phone, where the inputs fold away, and prints the state without the inputs", async () => {
    const { page } = await open("certain", "mau=200000", { viewport: PHONE });
    expect(await page.locator(".main-inputs").isVisible()).toBe(false);
    await page.locator(".sheet > summary").click();
    await page.locator(".more-inputs > summary").click();
    expect(await users(page).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".what-if").isVisible()).toBe(false);
    expect(await page.locator(".live-bar").textContent()).toContain("200,000 (was 100,000)");
    expect(await page.locator(".live-bar").isVisible()).toBe(true);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator("[data-waiting]").count()).toBe(0);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.context().close();
  });

  it.each([
    { where: "in sight", height: 2_600, follows: true },
    { where: "out of sight", height: 800, follows: false },
  ])("the table of bills $where follows with the answer at once: $follows", async ({ height, follows }) => {
    const { page } = await open("certain", "", { viewport: { width: 1280, height } });
    const now = await page.evaluate(async () => {
      const [field, section] = [document.querySelector<HTMLInputElement>('.main-inputs input[type="text"]'), document.querySelector("#comparison-section")];
      if (!field || !section) throw new Error("no field or no table");
      field.value = "123456";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(requestAnimationFrame);
      return { answer: document.querySelector(".sentence")?.textContent ?? "", waits: section.hasAttribute("data-waiting"), heads: section.querySelector("thead")?.textContent ?? "" };
    });
    expect(now.answer).toContain("At 123,456 users");
    expect(now.waits).toBe(!follows);
    expect(now.heads.includes("123.456k")).toBe(follows);
    await settled(page, "mau=123456");
    expect(await page.locator("#comparison-section[data-waiting]").count()).toBe(0);
    expect(await page.locator("#comparison-section thead").first().textContent()).toContain("123.456k");
    await page.context().close();
  });

  it("inputs that are folded away show what they stand at when they are unfolded", async () => {
    const { page } = await open("certain", "passwordResetsPerMau=0.5&cognito.plan=plus");
    await page.locator(".more-inputs > summary").click();
    await expect.poll(() => page.getByRole("textbox", { name: "Password resets per user" }).inputValue()).toBe("0.5");
    const group = page.locator("details.group").filter({ has: page.locator("summary", { hasText: "Cognito Essentials" }) });
    await group.locator("summary").click();
    await expect.poll(() => group.getByRole("combobox", { name: "Plan" }).inputValue()).toBe("plus");
    expect(await group.locator(".input.is-changed").count()).toBe(1);
    await page.context().close();
  });

  it.each(["Active users", "Sign-ins per user", "Company sign-in"])("answers an input within a frame or two (printed, not judged): %s", async (name) => {
    const { page } = await open("consumer-app");
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(globalThis, { times });
      addEventListener("input", () => {
        const from = performance.now();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - from);
          port2.postMessage(0);
        });
      }, true);
    });
    const box = await page.getByRole("slider", { name }).boundingBox();
    if (!box) throw new Error("no slider");
    // A reader reads first; meanwhile the page rehearses.
    await page.waitForTimeout(1_500);
    await page.mouse.move(box.x + 100, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 0; step < 40; step++) {
      await page.mouse.move(box.x + 20 + ((step * 7) % (box.width - 40)), box.y + box.height / 2);
      await page.waitForTimeout(20);
    }
    await page.mouse.up();
    const times = (await page.evaluate(() => (globalThis as unknown as { times: number[] }).times)).sort((a, b) => a - b);
    console.log(`input to repaint, ${name}, ${times.length} inputs: median ${times[times.length >> 1]?.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`);
    expect(times.length).toBeGreaterThan(20);
    await page.context().close();
  });
});

describe("the page's figures are the command line's, to the last digit", () => {
  it.each([["consumer-app", 20], ["b2b-saas", 12], ["original-document", 12], ["machine-platform", 8], ["marketplace", 4]] as const)("%s, over %i states", async (name, count) => {
    const live = liveOf(SCENARIOS[name] ?? shipped(name));
    const { page, complaints } = await open(name);
    const states = [...fc.sample(statesOf(live), { numRuns: count, seed: 77 }), new Map() as WhatIf];
    let computed = 0;
    for (const state of states) {
      let expected: string | undefined;
      try {
        expected = jsonText(compareJson(compare(whatIf(live.scenario, live.inputs, state), catalogue)));
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
      }
      // As the page writes it: the scenario's own values are no change.
      const fragment = toFragment(live.inputs, fromFragment(toFragment(live.inputs, state), live.inputs).state);
      await page.evaluate((hash) => { location.hash = hash; }, fragment === "" ? "x" : fragment);
      await settled(page, fragment);
      if (expected === undefined) {
        expect(await page.locator(".live-notice").textContent()).not.toBe("");
        continue;
      }
      computed++;
      const yaml = await saved(page, "Scenario (YAML)");
      const json = await saved(page, "Result (JSON)");
      const read = compare(parseScenario(yaml, { file: "exported.yaml", hash: "" }), catalogue);
      expect(withoutHash(json)).toEqual(withoutHash(jsonText(compareJson(read))));
      if (computed === 1) {
        expect(await saved(page, "Line items (CSV)")).toBe(lineItemsCsv(read));
        const path = join(folder, "state.yaml");
        writeFileSync(path, yaml);
        expect(withoutHash(authcost(["compare", path, "--format", "json"]).out)).toEqual(withoutHash(json));
      }
      const shown = await page.locator('[data-table="comparison"] tbody tr').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.title || "–")));
      expect(shown.map((row) => row.slice(0, read.points.length))).toEqual(read.study.models.map((_, index) => read.points.map((point) => (point.alternatives[index]?.feasible ? `${point.alternatives[index]?.bill.monthly.toFixed()} USD` : "–"))));
      expect(await sentence(page)).toBe(read.recommendation.sentence);
    }
    expect(computed).toBeGreaterThan(count / 3);
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 240_000);
});
