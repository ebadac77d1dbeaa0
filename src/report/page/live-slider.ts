import type { InputControl } from "../live/input.js";

type SliderControl = Extract<InputControl, { kind: "log-slider" | "slider" }>;

/** Positions of a logarithmic slider. */
const STEPS = 600;
/** A slider names round values: two significant digits, three in the lower part of a decade. */
const DIGITS = 2;

/** How a slider is set up, and how its positions become values and back. */
export function sliderOf(control: SliderControl): { readonly min: number; readonly max: number; readonly step: number; readonly position: (value: number) => number; readonly text: (position: number) => string } {
  if (control.kind === "slider") {
    const places = Math.max(0, Math.ceil(-Math.log10(control.step)));
    return { min: control.least, max: control.most, step: control.step, position: (value) => Math.min(control.most, Math.max(control.least, value)), text: (position) => trimmed(position.toFixed(places)) };
  }
  const [low, high] = [Math.log10(control.least), Math.log10(control.most)];
  return {
    min: 0, max: STEPS, step: 1,
    position: (value) => Math.round(Math.min(1, Math.max(0, (Math.log10(Math.max(value, control.least)) - low) / (high - low))) * STEPS),
    text: (position) => String(rounded(10 ** (low + (position / STEPS) * (high - low)))),
  };
}

function rounded(value: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - (DIGITS - 1));
  const fine = value / unit < 40 ? unit / 2 : unit;
  return Math.round(Math.round(value / fine) * fine);
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
