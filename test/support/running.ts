import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./command-line.js";

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null; readonly err: string };

/** The built command line while it runs: what it has said so far, and how it ended. */
export type Running = {
  readonly process: ChildProcess;
  /** resolves when the text has been said on standard error so many times; rejects when the process ends before */
  readonly said: (text: string, times?: number) => Promise<void>;
  readonly ended: Promise<Ended>;
};

/** Starts the command line of `root` (the project, or a copy of its dist/ and pricing/) without waiting for its end. */
export function start(args: readonly string[], options: { readonly env?: NodeJS.ProcessEnv; readonly root?: string } = {}): Running {
  return watching(spawn(process.execPath, [join(options.root ?? ROOT, "dist/cli/main.js"), ...args], { cwd: options.root ?? ROOT, stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, NO_COLOR: "1", ...options.env } }));
}

export function watching(child: ChildProcess): Running {
  let err = "";
  const waiting = new Set<() => void>();
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    err += chunk;
    for (const check of waiting) check();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal, err }));
  });
  const said = (text: string, times = 1): Promise<void> => new Promise((resolve, reject) => {
    const check = (): void => {
      if (err.split(text).length <= times) return;
      waiting.delete(check);
      resolve();
    };
    waiting.add(check);
    check();
    void ended.then(() => reject(new Error(`it ended without saying ${JSON.stringify(text)}: ${err}`)));
  });
  return { process: child, said, ended };
}
