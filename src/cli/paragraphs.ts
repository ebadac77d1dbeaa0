import type { Study } from "../analysis/study.js";
import { priceBasis } from "../report/price-basis.js";
import { wrap } from "../report/render/plain-text.js";
import { capitalized } from "../units/format.js";
import { bold } from "./emit.js";

/** Characters of a terminal's line. */
export const WIDTH = 80;
/** A title this long has said enough on a terminal. */
const LONGEST_TITLE = 400;

/** A paragraph, broken into lines. */
export const paragraph = (text: string): readonly string[] => wrap(text, WIDTH);

/** An item of a list. */
export const bullet = (text: string): readonly string[] =>
  wrap(text, WIDTH - 2).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));

/** A heading and its items, after a blank line; nothing without items. */
export const listUnder = (heading: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ["", heading, ...items.flatMap(bullet)];

/** A title in bold. */
export const titleLines = (title: string): readonly string[] => paragraph(title.slice(0, LONGEST_TITLE)).map(bold);

/** How every result of a scenario begins: its title, what it speaks of, whose prices it uses. */
export function opening(study: Study, about = ""): readonly string[] {
  const basis = priceBasis(study);
  return [...titleLines(study.scenario.title), ...paragraph(about === "" ? capitalized(basis) : `${about}; ${basis}`)];
}
