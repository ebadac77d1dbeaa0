import type { Input } from "../live/input.js";
import { percentText, shareText } from "../live/money-inputs.js";
import { decimal, isDecimal } from "../../units/decimal.js";
import { formatNumber } from "../../units/format.js";
import { visible } from "../render/plain-text.js";

/** All digits that an input can take. */
const ALL_PLACES = 30;

/** A value as its field shows it: shares in percent, thousands apart. */
export function fieldText(input: Input, text: string): string {
  if (input.control.kind === "choice" || !isDecimal(text)) return text;
  return formatNumber(decimal(input.isShare ? percentText(text) : text), ALL_PLACES);
}

/** What was typed, as the value's text. */
export function typedText(input: Input, typed: string): string {
  const plain = typed.replace(/[,\s$%]/g, "");
  return input.isShare && isDecimal(plain) ? shareText(plain) : plain;
}

/** The same without a unit that the label says: "200,000", "25 %" */
export function changedText(input: Input, text: string): string {
  return input.unit === "%" || input.unit.startsWith("$") ? spokenText(input, text) : spokenText({ ...input, unit: "" }, text);
}

/** "200,000 users", "25 %", "plus" */
export function spokenText(input: Input, text: string): string {
  const { control, unit } = input;
  if (control.kind === "choice") return visible(control.options.find((option) => option.value === text)?.label ?? text);
  return unit.startsWith("$") ? `$${fieldText(input, text)}${unit.slice(1)}` : `${fieldText(input, text)} ${unit}`.trim();
}
