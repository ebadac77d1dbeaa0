// CPU of a cold command against `node -e 0`, in one run: user and system time of child processes, the median of several.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const RUNS = 15;

/** CPU milliseconds of one child, from the growth of this process's children usage. */
function cpu(args) {
  const result = spawnSync("bash", ["-c", `TIMEFORMAT='%U %S'; time "$0" "$@" >/dev/null`, process.execPath, ...args], { cwd: root, encoding: "utf8" });
  if (result.status !== 0) throw new Error(`node ${args.join(" ")} failed: ${result.stderr}`);
  const [user, system] = result.stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return (user + system) * 1000;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const COMMANDS = [
  ["compare", ["dist/cli/main.js", "compare", "scenarios/consumer-app.yaml"]],
  ["price", ["dist/cli/main.js", "price", "aws.cognito.lite.mau", "950000"]],
  ["--help", ["dist/cli/main.js", "--help"]],
];
// In turns: a machine that grows slower, or busier, does so for all of them.
const turns = Array.from({ length: RUNS }, () => [["-e", "0"], ...COMMANDS.map(([, args]) => args)].map(cpu));
const [empty, ...used] = turns[0].map((_, column) => median(turns.map((turn) => turn[column])));
const rows = COMMANDS.map(([name], index) => [`\`authcost ${name}\``, `${used[index].toFixed(0)} ms`, `${(used[index] / empty).toFixed(2)} ×`]);
const table = { title: "Start-up: CPU of a cold command against `node -e 0`", head: ["", "CPU", "times `node -e 0`"], rows, note: `\`node -e 0\` takes ${empty.toFixed(0)} ms. \`compare\` must stay below 4 ×.` };
console.log(process.argv.includes("--json") ? JSON.stringify([table]) : rows.map((row) => row.join("   ")).join("\n"));
