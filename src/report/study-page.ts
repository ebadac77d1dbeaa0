import type { Study } from "../analysis/study.js";
import { capitalized } from "../units/format.js";
import { priceBasis } from "./price-basis.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import type { Section } from "./report-doc.js";

/** One answer about a scenario as a page of its own. */
export function studyPage(study: Study, section: Section): SectionsDoc {
  return { title: study.scenario.title, lead: [`${capitalized(priceBasis(study))}.`], alternatives: study.models, sections: [section] };
}
