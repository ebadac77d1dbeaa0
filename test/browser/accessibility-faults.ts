import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

type Fault = { readonly id: string; readonly impact: string; readonly where: readonly string[] };
type Axe = { run(options: { readonly runOnly?: readonly string[] }): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };

/**
 * Everything that axe-core finds wrong with the page as it stands, by all its rules or those named.
 * The page must have been opened with `bypassCSP`.
 */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<readonly Fault[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run(runOnly ? { runOnly } : {})).violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 3).map(({ html }) => html.slice(0, 200)) }));
  }, rules);
}
