// Builds dist/: the library, the command line, the compiled price catalogue, the report's page assets, the types.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const at = (...parts) => join(root, ...parts);
process.chdir(root);
rmSync(at("dist"), { recursive: true, force: true });
mkdirSync(at("dist"), { recursive: true });

const common = { bundle: true, format: "esm", target: "es2022", logLevel: "warning", legalComments: "none" };

/**
 * A text segmenter loads half a megabyte of tables, and the set of all emoji takes longer to build than Node to start.
 * Only help texts with other than plain letters need them: they are made when they are first asked for.
 */
const LATE = [
  {
    eager: "const segmenter = new Intl.Segmenter();",
    late: "let segmenterMade; const segmenter = { segment: (text) => (segmenterMade ??= new Intl.Segmenter()).segment(text) };",
  },
  {
    eager: "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;",
    late: "let emojiMade; const rgiEmojiRegex = { test: (text) => (emojiMade ??= /^\\p{RGI_Emoji}$/v).test(text) };",
    from: 8,
  },
];
const lateWidths = {
  name: "late-widths",
  setup: (on) =>
    on.onLoad({ filter: /[\\/]string-width[\\/]index\.js$/ }, ({ path }) => {
      const major = Number.parseInt(JSON.parse(readFileSync(join(path, "..", "package.json"), "utf8")).version, 10);
      const contents = LATE.filter(({ from = 0 }) => major >= from).reduce(
        (text, { eager, late }) => {
          if (!text.includes(eager)) throw new Error(`${path} has no "${eager}" any more: this plugin must follow`);
          return text.replace(eager, () => late);
        },
        readFileSync(path, "utf8"),
      );
      return { contents, loader: "js" };
    }),
};
/** What a comparison as a table never asks for: other commands, completion, and what main.ts sends elsewhere (other formats, a second day). */
const NOT_FOR_A_TABLE =
  /\/(?:commands\/(?!compare\.js)[^/]+|complete|compare-dates|html-page|result-json|line-items-csv|markdown|document)\.js$/;
/** Leaves such modules out of a bundle where they would be loaded when needed; whatever else is loaded late comes along. */
const without = (paths) => ({
  name: "without",
  setup: (on) =>
    on.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path }) =>
      kind === "dynamic-import" && paths.test(path) ? { path, external: true } : undefined,
    ),
});

/** The command line carries its packages with it, split so that a command loads only what it needs. */
const commandLine = {
  ...common,
  platform: "node",
  target: "node20.19",
  minify: true,
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
};
await build({
  ...commandLine,
  entryPoints: [at("src/cli/main.ts")],
  outdir: at("dist/cli"),
  splitting: true,
  external: ["./run-compare.js"],
  plugins: [lateWidths],
});
// The command that runs most, in editors and pipelines, comes as one file, since opening forty small ones takes a tenth of its time,
// and without what only other formats need, a quarter of the file.
await build({
  ...commandLine,
  entryPoints: [at("src/cli/run-compare.ts")],
  outfile: at("dist/cli/run-compare.js"),
  plugins: [lateWidths, without(NOT_FOR_A_TABLE)],
});
chmodSync(at("dist/cli/main.js"), 0o755);

/** The library leaves its packages to the host and touches nothing of Node. What its two doors share is there once: one kind of decimal. */
await build({
  ...common,
  entryPoints: [at("src/index.ts"), at("src/report.ts")],
  outdir: at("dist"),
  chunkNames: "shared/[name]-[hash]",
  splitting: true,
  platform: "neutral",
  packages: "external",
});

/** What the page needs, with the hashes that its Content-Security-Policy allows. */
const bundled = async (entry) =>
  (
    await build({ ...common, entryPoints: [at(entry)], format: "iife", minify: true, write: false, platform: "browser" })
  ).outputFiles[0].text.trim();
const hash = (text) => createHash("sha256").update(text).digest("base64");
const script = (await bundled("src/report/page/page.ts")).replaceAll("</script", "<\\/script");
const program = await bundled("src/report/page/live.ts");
const unpack = await bundled("src/report/page/unpack.ts");
const style = (
  await build({ entryPoints: [at("src/report/page/page.css")], minify: true, write: false, loader: { ".css": "css" }, bundle: true })
).outputFiles[0].text.trim();
writeFileSync(at("dist/report-assets.json"), JSON.stringify({ script, scriptHash: hash(script), style, styleHash: hash(style) }));
writeFileSync(at("dist/report.css"), style);
// Packed here, once: every report of this build carries the same bytes.
const packed = gzipSync(program, { level: 9 }).toString("base64");
writeFileSync(
  at("dist/live-assets.json"),
  JSON.stringify({ program: packed, programHash: hash(program), unpack, unpackHash: hash(unpack) }),
);

/** All price files, parsed once: the command line takes this form as long as the files are unchanged. */
await build({
  ...common,
  entryPoints: [at("src/cli/load-catalogue.ts")],
  outfile: at("dist/.build/load-catalogue.mjs"),
  platform: "node",
  packages: "external",
});
const { compiledName, newestDayOf, readCatalogue } = await import(pathToFileURL(at("dist/.build/load-catalogue.mjs")).href);
const catalogue = await readCatalogue(at("pricing")).catch((error) => {
  console.error(error.problems ? error.message : error);
  process.exit(1);
});
for (const file of catalogue.files) for (const rate of Object.values(file.rates)) delete rate.examples;
mkdirSync(at("dist/catalogue"));
for (const file of catalogue.files) writeFileSync(at("dist/catalogue", compiledName(file.path)), JSON.stringify(file));
const index = {
  newestDay: newestDayOf(catalogue.files),
  files: catalogue.files.map(({ path, service, effective, hash }) => {
    const { size, mtimeMs } = statSync(at("pricing", path));
    return { path, service, effective, hash, size, modified: mtimeMs };
  }),
};
writeFileSync(at("dist/catalogue/index.json"), JSON.stringify(index));
writeFileSync(at("dist/catalogue.js"), `export const catalogue = JSON.parse(${JSON.stringify(JSON.stringify(catalogue))});\n`);
rmSync(at("dist/.build"), { recursive: true });

execFileSync(process.execPath, [at("node_modules/typescript/bin/tsc"), "-p", at("tsconfig.types.json")], { stdio: "inherit" });
