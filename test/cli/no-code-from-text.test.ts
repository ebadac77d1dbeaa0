import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FORBIDDEN = "--disallow-code-generation-from-strings";
const run = (flags: readonly string[], args: readonly string[]) => spawnSync(process.execPath, [...flags, "dist/cli/main.js", ...args], { cwd: ROOT, encoding: "utf8" });

it("where code from text is forbidden, searches and simulations give the same bytes", () => {
  const commands = [["compare", "scenarios/consumer-app.yaml", "--format", "json"], ["breakeven", "scenarios/consumer-app.yaml"], ["simulate", "scenarios/consumer-app.yaml", "--draws", "600", "--format", "json", "--spread", "0.3"]];
  for (const args of commands) {
    const [allowed, forbidden] = [run([], args), run([FORBIDDEN], args)];
    expect(forbidden.stderr).toBe(allowed.stderr);
    expect(forbidden.status).toBe(0);
    expect(forbidden.stdout).toBe(allowed.stdout);
    expect(forbidden.stdout.length).toBeGreaterThan(100);
  }
});

it("it is really forbidden there, and simulations do make code where it is not", () => {
  const makes = "let made = 0; const { Function: Own } = globalThis; globalThis.Function = new Proxy(Own, { construct(target, args) { if (/outs/.test(args.at(-1))) made++; return Reflect.construct(target, args); } }); process.on('exit', () => console.error('made', made));";
  const preload = `--import=data:text/javascript,${encodeURIComponent(makes)}`;
  expect(spawnSync(process.execPath, [FORBIDDEN, "-e", "new Function('')"]).status).not.toBe(0);
  expect(run([preload], ["simulate", "scenarios/consumer-app.yaml", "--draws", "600", "--spread", "0.3"]).stderr).toMatch(/made [1-9]/);
  expect(run([preload], ["compare", "scenarios/consumer-app.yaml"]).stderr).toMatch(/made 0/);
});
