import type { Steps } from "../analysis/steps.js";
import { endOfStep } from "./interrupt.js";

/** Runs work that goes in steps, each yielding the share that is done; signals are heard between them. */
export async function inSteps<T>(steps: Steps<T>, onProgress: (share: number) => void): Promise<T> {
  for (;;) {
    const step = steps.next();
    await endOfStep();
    if (step.done === true) return step.value;
    onProgress(step.value);
  }
}
