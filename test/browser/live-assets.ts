import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, type Metafile } from "esbuild";
import { compare } from "../../src/analysis/compare.js";
import { reportDocument } from "../../src/report/document.js";
import { liveData } from "../../src/report/live/live-data.js";
import { questionsOf } from "../../src/report/questions.js";
import { type LiveAssets, renderHtml } from "../../src/report/render/html.js";
import type { Scenario } from "../../src/scenario/scenario.js";
import { catalogue } from "../support/catalogue.js";
import { pageAssets } from "./page-assets.js";

const PAGE = fileURLToPath(new URL("../../src/report/page/", import.meta.url));

/** The program of a live report as scripts/build.mjs makes it, unpacked, and what went into it. */
export async function liveProgram(entry = "live.ts"): Promise<{ readonly text: string; readonly parts: Metafile["outputs"][string]["inputs"] }> {
  const { outputFiles, metafile } = await build({ entryPoints: [PAGE + entry], bundle: true, write: false, minify: true, format: "iife", target: "es2022", platform: "browser", legalComments: "none", metafile: true });
  return { text: (outputFiles[0]?.text ?? "").trim(), parts: Object.values(metafile.outputs)[0]?.inputs ?? {} };
}

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64");

let assets: Promise<LiveAssets> | undefined;

async function liveAssets(): Promise<LiveAssets> {
  const [program, unpack] = await Promise.all([liveProgram(), liveProgram("unpack.ts")]);
  return { program: gzipSync(program.text, { level: 9 }).toString("base64"), programHash: hash(program.text), unpack: unpack.text, unpackHash: hash(unpack.text), pack: (text) => gzipSync(text, { level: 9 }).toString("base64") };
}

/** The live report of a scenario, as the command line writes it. */
export async function liveReportHtml(scenario: Scenario): Promise<string> {
  assets ??= liveAssets();
  const comparison = compare(scenario, catalogue);
  return renderHtml(reportDocument(comparison, questionsOf(scenario, catalogue, comparison)), { ...(await pageAssets()), live: await assets }, liveData(scenario, comparison.study.models, catalogue));
}
