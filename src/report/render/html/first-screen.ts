import type { Headline, ReportDoc } from "../../report-doc.js";
import { chartHtml } from "./chart.js";
import type { Frame } from "./frame.js";
import { bullets, titleWords, words } from "./words.js";

const SYMBOLS: Readonly<Record<Headline["verdict"]["key"], string>> = { clear: "✓", conditional: "◐", "too-close": "≈", infeasible: "✕" };
/** More flips than this are read in their sections. */
const FLIPS_SHOWN = 2;

type Head = Omit<ReportDoc, "sections">;

/** What ten seconds are enough for: the answer, how firm it is, why, what would change it, and the main chart. */
export function firstScreen(doc: Head, frame: Frame, nextCanvas: () => number): string {
  return `${masthead(doc)}
<section class="first" aria-label="The answer">
${answer(doc)}
${chartHtml(doc.headline.chart, nextCanvas, frame, "h2")}
</section>`;
}

export function masthead({ title, subtitle }: Head): string {
  return `<header class="masthead"><h1>${titleWords(title)}</h1><p class="subtitle">${words(subtitle, 600)}</p></header>`;
}

export function answer({ headline }: Head): string {
  const { verdict } = headline;
  const flips = headline.flips.slice(0, FLIPS_SHOWN);
  return `<div class="answer">
<p class="verdict verdict-${verdict.key}"><span class="badge"><span aria-hidden="true">${SYMBOLS[verdict.key]}</span> ${titleWords(verdict.label)}</span> <span class="meaning">${words(verdict.meaning)}</span></p>
<p class="sentence">${words(headline.sentence, 480)}</p>
${flips.length === 0 ? "" : `<h2>What would change the answer</h2>${bullets(flips)}`}
${headline.reasons.length === 0 ? "" : `<h2>Why</h2>${bullets(headline.reasons)}`}
</div>`;
}
