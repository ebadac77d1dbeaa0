import { createReadStream, existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compare } from "../../src/analysis/compare.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { formatUsd } from "../../src/units/format.js";
import { catalogue } from "../support/catalogue.js";
import { ROOT } from "../support/command-line.js";
import { launch } from "./launch.js";

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css" };

let browser: Browser;
let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = join(ROOT, normalize(new URL(request.url ?? "/", "http://localhost").pathname));
    if (!path.startsWith(ROOT) || !existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain" });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

it("the library runs in a page of one's own: docs/examples/what-if.html", async () => {
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/docs/examples/what-if.html`);
  await page.waitForSelector('html[data-ready="100000"]');
  for (const mau of ["100000", "750000"]) {
    const expected = compare(parseScenario(`name: example\nworkload: { mau: ${mau}, signInsPerMau: 8 }\nalternatives: [cognito, postgresql, dynamodb]`, { file: "", hash: "" }), catalogue);
    await page.locator("#users").fill(mau);
    await page.locator("#users").dispatchEvent("change");
    await page.waitForSelector(`html[data-ready="${mau}"]`);
    expect(await page.locator(".sentence").first().textContent()).toBe(expected.recommendation.sentence);
    expect(await page.locator("#costs li").allTextContents()).toEqual(expected.points[0]?.alternatives.map(({ model, bill }) => `${model.title}: ${formatUsd(bill.monthly)} a month`));
    expect(await page.locator("#report canvas").first().evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL().length)).toBeGreaterThan(5_000);
  }
  expect(complaints).toEqual([]);
  await page.close();
});
