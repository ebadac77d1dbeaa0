// Writes the committed report of every shipped scenario.
import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
for (const name of readdirSync(`${root}/scenarios`).filter((one) => one.endsWith(".yaml"))) {
  execFileSync(process.execPath, ["dist/cli/main.js", "report", `scenarios/${name}`], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}
