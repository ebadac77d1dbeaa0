import type { Sum } from "./sum.js";

/** Values of many rows: row i of every column belongs together. */
export type Column = Float64Array;

/** Goes over the first `count` rows and fills a column for each; allocates nothing. */
export type Loop = (count: number) => void;

/**
 * A way to compute sums over rows: `closureLoops` works everywhere, `generatedLoop` where a page allows code from text.
 * @param outs a column for each sum, as long as the inputs
 */
export type LoopMaker = (sums: readonly Sum[], inputs: readonly Column[], outs: readonly Column[]) => Loop;
