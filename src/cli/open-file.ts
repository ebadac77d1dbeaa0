import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { note } from "./emit.js";
import { reason } from "./files.js";

/** What opens a file in its usual program, by platform. */
const OPENERS: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = { darwin: ["open"], win32: ["cmd", "/c", "start", ""] };
const OTHERWISE: readonly string[] = ["xdg-open"];
/** An opener that still runs after this many milliseconds has become the viewer itself. */
const PATIENCE = 3_000;

/** Opens a file in its usual program, and says so on standard error when that cannot be. Never throws. */
export async function openFile(path: string): Promise<void> {
  const [command = "", ...args] = OPENERS[process.platform] ?? OTHERWISE;
  const complaint = await started(command, [...args, resolve(path)]);
  if (complaint !== undefined) note(`${path} was not opened: ${complaint}`);
}

/** @returns why the command did not do it; nothing when it ended well, or runs on */
function started(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(undefined), PATIENCE);
    const end = (complaint: string | undefined): void => {
      clearTimeout(timer);
      done(complaint);
    };
    const child = spawn(command, args, { stdio: "ignore", detached: true });
    child.once("error", (error) =>
      end("code" in error && error.code === "ENOENT" ? `there is no ${command} here` : `${command}: ${reason(error)}`),
    );
    child.once("exit", (code) => end(code === 0 ? undefined : `${command} ended with ${code ?? "a signal"}`));
    child.unref();
  });
}
