import type { Frame } from "./frame.js";
import { swatch } from "./swatch.js";
import { titleWords, words } from "./words.js";

/** Who is compared, each with the line that stands for it everywhere. */
export function alternativesList(frame: Frame): string {
  const cards = frame.alternatives.map(
    ({ title, summary }, place) =>
      `<li><h3 class="named">${swatch(place)}<span>${titleWords(title)}</span></h3><p>${words(summary, 300)}</p></li>`,
  );
  return `<section class="compared" aria-label="What is compared"><ul>${cards.join("")}</ul></section>`;
}
