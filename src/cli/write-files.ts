import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ProblemError } from "../problems/problem.js";
import { endingBetweenSteps, endOfStep } from "./interrupt.js";
import { reason } from "./files.js";
import { isInput } from "./inputs.js";

/** Where a file of the output goes: `path` as it was named, `real` behind links. */
type Target = { readonly name: string; readonly path: string; readonly real: string; readonly existing: Stats | undefined };

/**
 * Runs the work that makes the texts of an output and writes them: beside their places first, renamed when all are complete.
 * That the folder can be written is seen before the work; nothing is on disk until it is done, so work that fails or is
 * interrupted leaves nothing behind, and existing files as they were.
 * @param folder made when it does not exist
 * @returns the paths that were written
 */
export async function writeTogether(
  folder: string,
  names: readonly string[],
  work: () => Promise<ReadonlyMap<string, string>>,
): Promise<readonly string[]> {
  const targets = names.map((name) => complaining(join(folder, name), () => targetIn(folder, name)));
  return endingBetweenSteps(async () => {
    const texts = await work();
    await endOfStep();
    targets.forEach(refuseInput);
    return complaining(folder, () => commit(folder, targets, texts));
  });
}

/** What a result was worked out from is not lost for it: `-o app.yaml` beside `compare app.yaml` is a slip. */
function refuseInput({ path, existing }: Target): void {
  if (existing?.isFile() === true && isInput(existing))
    throw new ProblemError([
      {
        code: "cannot-write",
        place: { file: path },
        message: "the result would take the place of the file it is worked out from",
        hint: "choose another name",
      },
    ]);
}

function complaining<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError([{ code: "cannot-write", place: { file: path }, message: `cannot be written: ${reason(error, "written")}` }]);
  }
}

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

/** The folder, or the nearest one above it that is there, must take new files. */
function checkFolder(folder: string): void {
  let nearest = resolve(folder);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) throw systemError("ENOTDIR");
  accessSync(nearest, constants.W_OK | constants.X_OK);
}

/** A link is followed, so that it goes on to point where it did; a device or pipe is written as it is. */
function targetIn(folder: string, name: string): Target {
  const path = join(folder, name);
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing?.isDirectory()) throw systemError("EISDIR");
  if (existing) accessSync(path, constants.W_OK);
  const target = { name, path, real: existing?.isFile() === true ? realpathSync(path) : path, existing };
  if (isPlain(target)) checkFolder(dirname(target.real));
  return target;
}

/** Not a device or a pipe: written beside its place and renamed. */
const isPlain = ({ existing }: Target): boolean => existing === undefined || existing.isFile();

/**
 * Makes a folder and those above it that are missing.
 * One by one: in a place that takes no folders, such as /proc, Node's own `recursive` tries for ever.
 * @returns the topmost that was made
 */
function makeFolders(folder: string): string | undefined {
  const missing: string[] = [];
  for (let nearest = folder; !existsSync(nearest); nearest = dirname(nearest)) missing.unshift(nearest);
  missing.forEach((one, index) => {
    try {
      mkdirSync(one);
    } catch (error) {
      if (index > 0) rmSync(missing[0] ?? one, { recursive: true, force: true });
      throw error;
    }
  });
  return missing[0];
}

/** Synchronous throughout: no signal comes in between. */
function commit(folder: string, targets: readonly Target[], texts: ReadonlyMap<string, string>): readonly string[] {
  const made = makeFolders(resolve(folder));
  const plain = targets
    .filter(isPlain)
    .map((target, index) => ({ ...target, temporary: join(dirname(target.real), `.authcost-${process.pid}-${index}.tmp`) }));
  try {
    for (const { name, temporary, existing } of plain) {
      writeFileSync(temporary, texts.get(name) ?? "");
      if (existing) chmodSync(temporary, existing.mode & 0o7777);
    }
    for (const { temporary, real } of plain) renameSync(temporary, real);
  } catch (error) {
    for (const { temporary } of plain) rmSync(temporary, { force: true });
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    throw error;
  }
  for (const { name, real } of targets.filter((target) => !isPlain(target))) writeFileSync(real, texts.get(name) ?? "");
  return targets.map(({ path }) => path);
}
