import type { ReportDoc } from "../../report-doc.js";
import { alternativesList } from "./alternatives.js";
import { firstScreen } from "./first-screen.js";
import { type Aside, frameOf } from "./frame.js";
import { sectionHtml } from "./section.js";
import { titleWords } from "./words.js";

/**
 * The report's content without the page around it: what a live report replaces when an input changes.
 * @param aside takes the arithmetic of lines, which otherwise stands under them
 */
export function reportBody(doc: ReportDoc, aside?: Aside): string {
  const frame = frameOf(doc, aside);
  let canvases = 0;
  const nextCanvas = (): number => {
    canvases += 1;
    return canvases - 1;
  };
  const ids = doc.sections.map((section) => frame.id(section.id));
  const contents = doc.sections.map((section, index) => `<li><a href="#${ids[index] ?? ""}">${titleWords(section.title)}</a></li>`);
  return `${firstScreen(doc, frame, nextCanvas)}
${alternativesList(frame)}
${contents.length === 0 ? "" : `<nav class="contents" aria-label="Contents"><ol>${contents.join("")}</ol></nav>`}
${doc.sections.map((section, index) => sectionHtml(section, ids[index] ?? "", frame, nextCanvas)).join("\n")}`;
}
