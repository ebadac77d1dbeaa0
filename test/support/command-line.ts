import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MAIN = join(ROOT, "dist/cli/main.js");

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

/** Runs the built command line in a child process, from the project's folder unless another is named. */
export function authcost(args: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}): Ran {
  const ran = spawnSync(process.execPath, [MAIN, ...args], { cwd: options.cwd ?? ROOT, encoding: "utf8", input: options.input ?? "", env: { ...process.env, NO_COLOR: "1" } });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** An empty folder for one test, and a way to be rid of it. */
export function scratch(): { readonly folder: string; readonly write: (name: string, text: string) => string; readonly names: () => readonly string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "authcost-"));
  return {
    folder,
    write: (name, text) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    names: () => readdirSync(folder).sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
