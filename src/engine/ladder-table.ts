import type { LadderAtom } from "./atom.js";

/**
 * A ladder as a table: a value above highs[i] stands on a rung above i; up to lows[i] it stands on rung i for sure, with values[i].
 * Infinity ends the last.
 */
export type LadderTable = { readonly lows: Float64Array; readonly highs: Float64Array; readonly values: Float64Array };

export function ladderTable({ steps, thereafter }: LadderAtom): LadderTable {
  return {
    lows: Float64Array.from([...steps.map((step) => step.upTo - step.width), Number.POSITIVE_INFINITY]),
    highs: Float64Array.from([...steps.map((step) => step.upTo + step.width), Number.POSITIVE_INFINITY]),
    values: Float64Array.from([...steps.map((step) => step.value), thereafter]),
  };
}
