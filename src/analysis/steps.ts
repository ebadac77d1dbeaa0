/** Work in steps, each yielding the share that is done, so that callers can show progress and let other work in between. */
export type Steps<T> = Generator<number, T, void>;

/** All steps in one go. @param onProgress hears the share of the work that is done */
export function allSteps<T>(steps: Steps<T>, onProgress?: (share: number) => void): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
}

/** The steps of a part of some work, which begins and ends at these shares of the whole. */
export function* partOf<T>(from: number, to: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}

/** One step for each. */
export function* eachInTurn<T, U>(all: readonly T[], work: (one: T, index: number) => U): Steps<readonly U[]> {
  const made: U[] = [];
  for (const [index, one] of all.entries()) {
    made.push(work(one, index));
    yield (index + 1) / all.length;
  }
  return made;
}
