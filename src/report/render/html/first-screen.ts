import type { Headline, ReportDoc } from "../../report-doc.js";
import { chartHtml } from "./chart.js";
import type { Frame } from "./frame.js";
import { bullets, titleWords, words } from "./words.js";

const SYMBOLS: Readonly<Record<Headline["verdict"]["key"], string>> = { clear: "✓", conditional: "◐", "too-close": "≈", infeasible: "✕" };
/** More flips than this are read in their sections. */
const FLIPS_SHOWN = 2;

type Head = Omit<ReportDoc, "sections">;

/** What ten seconds are enough for: the answer, how firm it is, what would change it, the main chart, and why. */
export function firstScreen(doc: Head, frame: Frame, nextCanvas: () => number): string {
  const [said, turns, grounds] = ANSWER_PARTS.map((part) => part.html(doc));
  return `${masthead(doc)}
<section class="first" aria-label="The answer">
${said}
${turns}
${chartHtml(doc.headline.chart, nextCanvas, frame, "h2")}
${grounds}
</section>`;
}

/** The answer's words, each part in its own place beside the chart; a live report puts the inputs after the turns. */
export const ANSWER_PARTS: readonly { readonly name: string; readonly html: (doc: Head) => string }[] = [
  { name: "answer", html: answer },
  { name: "turns", html: ({ headline }) => listed("turns", "What would change the answer", headline.flips.slice(0, FLIPS_SHOWN)) },
  { name: "grounds", html: ({ headline }) => listed("grounds", "Why", headline.reasons) },
];

export function masthead({ title, subtitle }: Head): string {
  return `<header class="masthead"><h1>${titleWords(title)}</h1><p class="subtitle">${words(subtitle, 600)}</p></header>`;
}

function answer({ headline }: Head): string {
  const { verdict } = headline;
  return `<div class="answer">
<p class="verdict verdict-${verdict.key}"><span class="badge"><span aria-hidden="true">${SYMBOLS[verdict.key]}</span> ${titleWords(verdict.label)}</span> <span class="meaning">${words(verdict.meaning)}</span></p>
<p class="sentence">${words(headline.sentence, 480)}</p>
</div>`;
}

function listed(name: string, title: string, items: readonly string[]): string {
  return `<div class="${name}">${items.length === 0 ? "" : `<h2>${title}</h2>${bullets(items)}`}</div>`;
}
