/** The least and most that a value can be. */
export type Bounds = { readonly low: number; readonly high: number };

/** Doubles are off by less than this part of a value; bounds are widened by it wherever a step could be missed. */
const SLACK = 1e-11;
export const down = (value: number): number => (Number.isFinite(value) ? value - Math.abs(value) * SLACK : value);
export const up = (value: number): number => (Number.isFinite(value) ? value + Math.abs(value) * SLACK : value);
