import type { InputControl } from "../live/input.js";

type SliderControl = Extract<InputControl, { kind: "log-slider" | "slider" }>;

/** Positions of a logarithmic slider: each is 2.1 % above the one before, so that no two of them round to the same value. */
const STEPS_A_DECADE = 110;
/** What a slider's values are rounded to, in parts of their decade: 1.02, 1.04 … 2.5, 2.55 … 5, 5.1 … */
const ROUND_TO = [
  { below: 2.5, to: 0.02 },
  { below: 5, to: 0.05 },
  { below: 10, to: 0.1 },
] as const;

/** How a slider is set up, and how its positions become values and back. */
export function sliderOf(control: SliderControl): {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly position: (value: number) => number;
  readonly text: (position: number) => string;
} {
  if (control.kind === "slider") {
    const places = Math.max(0, Math.ceil(-Math.log10(control.step)));
    return {
      min: control.least,
      max: control.most,
      step: control.step,
      position: (value) => Math.min(control.most, Math.max(control.least, value)),
      text: (position) => trimmed(position.toFixed(places)),
    };
  }
  const [low, high] = [Math.log10(control.least), Math.log10(control.most)];
  const steps = Math.floor((high - low) * STEPS_A_DECADE);
  return {
    min: 0,
    max: steps,
    step: 1,
    position: (value) => Math.round(Math.min(1, Math.max(0, (Math.log10(Math.max(value, control.least)) - low) / (high - low))) * steps),
    text: (position) => String(rounded(10 ** (low + (position / steps) * (high - low)))),
  };
}

function rounded(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  const unit = decade * (ROUND_TO.find(({ below }) => value / decade < below)?.to ?? 1);
  return Math.round(Math.round(value / unit) * unit);
}

const trimmed = (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
