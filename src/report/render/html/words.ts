import { visible } from "../plain-text.js";
import { escapeHtml } from "./escape.js";

/** Longer titles are clamped to a few lines; the whole text stays in the page and in the tooltip. */
export const LONGEST_TITLE = 160;
const LONGEST_TEXT = 1_500;

const RIGHT_TO_LEFT = /[\p{Bidi_Control}\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Text of an element: markup escaped, right-to-left text isolated from its neighbours, overlong text clamped. */
export function words(text: string, longest = LONGEST_TEXT): string {
  const escaped = escapeHtml(text);
  const isolated = RIGHT_TO_LEFT.test(text) ? `<bdi>${escaped}</bdi>` : escaped;
  return text.length > longest ? `<span class="long" title="${attribute(text)}">${isolated}</span>` : isolated;
}

export function titleWords(text: string): string {
  return words(text, LONGEST_TITLE);
}

/** Text of an attribute: reading-direction marks are made visible, for no element can isolate them there. */
export function attribute(text: string): string {
  return escapeHtml(visible(text));
}

export function bullets(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${words(item)}</li>`).join("")}</ul>`;
}
