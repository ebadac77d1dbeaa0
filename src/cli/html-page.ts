import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison } from "../analysis/compare.js";
import type { Catalogue } from "../prices/price-file.js";
import { reportHead, sectionBuilders } from "../report/document.js";
import { liveData } from "../report/live/live-data.js";
import { questionsOf } from "../report/questions.js";
import { costOverUsers } from "../report/sections/cost-over-users.js";
import { type LiveAssets, type PageAssets, renderHtml } from "../report/render/html.js";
import { type SectionsDoc, sectionsPage } from "../report/render/html/sections-page.js";
import type { Section } from "../report/report-doc.js";
import { progress } from "./emit.js";
import { endOfStep } from "./interrupt.js";

/** The report as one HTML file, made section by section; script and styles were bundled when authcost was built. */
export async function htmlPage(comparison: Comparison, catalogue: Catalogue): Promise<string> {
  const questions = questionsOf(comparison.study.scenario, catalogue, comparison);
  const sections: Section[] = [];
  for (const { title, build } of sectionBuilders(comparison, questions)) {
    progress(`drawing the report… ${title}`);
    await endOfStep();
    sections.push(build());
  }
  progress("");
  const { scenario, models } = comparison.study;
  return renderHtml(
    { ...reportHead(comparison, costOverUsers(comparison, questions.band?.())), sections },
    { ...pageAssets(), live: liveAssets() },
    liveData(scenario, models, catalogue),
  );
}

/** Sections that are not a whole report, as one HTML file. */
export function sectionsHtml(doc: SectionsDoc): string {
  return sectionsPage(doc, pageAssets());
}

/** What the build leaves for pages: script and styles, each with its hash. */
export function pageAssets(): PageAssets {
  return JSON.parse(asset("report-assets.json")) as PageAssets;
}

/** The same for the program of a live report. */
function liveAssets(): LiveAssets {
  return { ...(JSON.parse(asset("live-assets.json")) as LiveAssets), pack: (text) => gzipSync(text, { level: 9 }).toString("base64") };
}

const asset = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), "utf8");
