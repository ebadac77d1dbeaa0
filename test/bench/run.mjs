// All benchmarks in one run: `npm ci --prefix test/bench && npm run bench`, with `-- --write` to renew docs/benchmarks.md.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
process.chdir(root);
const PEERS = Object.keys(JSON.parse(readFileSync("test/bench/package.json", "utf8")).dependencies);
if (!PEERS.every((name) => existsSync(`test/bench/node_modules/${name}`))) {
  console.error("the peers are not installed: npm ci --prefix test/bench");
  process.exit(1);
}
if (!existsSync("dist/cli/main.js")) {
  console.error("the command line is not built: npm run build");
  process.exit(1);
}

/** Each part runs in a process of its own: no contestant finds the heap or the compiled code of another part. */
const BUILT = ["evaluate", "sample", "simulate", "breakeven"];
const PARTS = [...BUILT, "startup"];
const wanted = process.argv.slice(2).filter((name) => PARTS.includes(name));
mkdirSync("test/bench/dist", { recursive: true });
await build({
  entryPoints: BUILT.map((name) => `test/bench/parts/${name}.ts`), outdir: "test/bench/dist", outExtension: { ".js": ".mjs" }, bundle: true, splitting: false, platform: "node", format: "esm", target: "node20.19", external: PEERS, logLevel: "warning",
  banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
});

const tables = [];
for (const name of wanted.length > 0 ? wanted : PARTS) {
  process.stderr.write(`${name}…\n`);
  const ran = spawnSync(process.execPath, BUILT.includes(name) ? [`test/bench/dist/${name}.mjs`] : [`test/bench/${name}.mjs`, "--json"], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 26 });
  if (ran.status !== 0) process.exit(1);
  const found = JSON.parse(ran.stdout);
  tables.push(...found);
  console.log(found.map(textOf).join("\n"));
}
if (process.argv.includes("--write")) {
  const [before, , after] = readFileSync("docs/benchmarks.md", "utf8").split(/<!-- (?:tables|end) -->\n/);
  writeFileSync("docs/benchmarks.md", `${before}<!-- tables -->\n${tables.map(markdownOf).join("\n")}<!-- end -->\n${after}`);
}

function textOf({ title, head, rows, note }) {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join("   ");
  return [title, "", ...all.map(line), "", note, ""].join("\n");
}

function markdownOf({ title, head, rows, note }) {
  const line = (row) => `| ${row.join(" | ")} |`;
  return [`## ${title}`, "", line(head), `|${head.map((_, column) => (column === 0 ? "---" : "---:")).join("|")}|`, ...rows.map(line), "", note, ""].join("\n");
}
