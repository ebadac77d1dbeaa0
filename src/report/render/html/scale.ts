import type { Axis } from "../../report-doc.js";
import { decades } from "./log-axis.js";

/** Where a value stands on an axis: 0 at its foot, 1 at its head, never beyond. */
export type Scale = { readonly share: (value: number) => number; readonly ticks: readonly number[] };

/** At most so many steps between ticks. */
const STEPS = 5;

export function linearScale(min: number, max: number, ticks = linearTicks(min, max, STEPS)): Scale {
  const room = max > min ? max - min : 1;
  return { share: (value) => within((value - min) / room), ticks };
}

/** From a positive foot to a head above it; what lies below the foot stands on it. */
export function logScale(min: number, max: number, ticks = decades(min, max)): Scale {
  const room = max > min ? Math.log(max / min) : 1;
  return { share: (value) => (value <= min ? 0 : within(Math.log(value / min) / room)), ticks };
}

export function scaleOf(scale: Axis["scale"], min: number, max: number): Scale {
  return scale === "log" && min > 0 ? logScale(min, max) : linearScale(min, max);
}

/** Round values within a range, both ends included: steps of 1, 2 or 5 times a power of ten. */
export function linearTicks(min: number, max: number, most: number): readonly number[] {
  const step = roundStep((max - min) / most);
  if (!(step > 0)) return [min];
  const [first, last] = [Math.ceil(min / step - 1e-9), Math.floor(max / step + 1e-9)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The least of 1, 2, 5 times a power of ten that is not below the wished step. */
export function roundStep(wished: number): number {
  if (!(wished > 0) || !Number.isFinite(wished)) return 0;
  const power = Math.floor(Math.log10(wished));
  const step = [1, 2, 5, 10].find((one) => one * 10 ** power >= wished * (1 - 1e-9)) ?? 10;
  return Number(`${step}e${power}`);
}

/** What is not a number stands at the foot. */
const within = (share: number): number => (share > 0 ? Math.min(1, share) : 0);
