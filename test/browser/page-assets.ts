import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { PageAssets } from "../../src/report/render/html.js";

const PAGE = fileURLToPath(new URL("../../src/report/page/", import.meta.url));

/** The page's script and style, bundled as scripts/build.mjs bundles them. */
export async function pageAssets(): Promise<PageAssets> {
  const [script, style] = await Promise.all([bundle("page.ts"), bundle("page.css")]);
  return { script, scriptHash: hash(script), style, styleHash: hash(style) };
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [PAGE + entry], bundle: true, write: false, minify: true, format: "iife", target: "es2022", charset: "utf8", legalComments: "none" });
  return (outputFiles[0]?.text ?? "").trimEnd();
}

const hash = (text: string): string => createHash("sha256").update(text, "utf8").digest("base64");
