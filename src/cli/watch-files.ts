import { statSync } from "node:fs";

/** Milliseconds between two looks. Looking works on every file system, and with editors that replace a file instead of writing it. */
const BETWEEN_LOOKS = 200;

/**
 * Does the work, and again whenever one of the files changes, comes or goes. Several changes in a row are one: the work
 * waits until two looks see the same. A change while the work runs makes it run again. Never returns.
 * @param files asked at every look, so that new ones are seen
 */
export async function watchFiles(files: () => readonly string[], work: () => Promise<void>): Promise<never> {
  let seen = look(files());
  await work();
  for (;;) {
    await pause();
    let now = look(files());
    if (now === seen) continue;
    for (let before = seen; now !== before; now = look(files())) {
      before = now;
      await pause();
    }
    seen = now;
    await work();
  }
}

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, BETWEEN_LOOKS);
  });

/** What a change of any file changes. */
function look(paths: readonly string[]): string {
  return paths.map((path) => `${path} ${stateOf(path)}`).join("\n");
}

function stateOf(path: string): string {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return "gone";
  }
}
