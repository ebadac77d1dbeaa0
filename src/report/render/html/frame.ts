import type { ReportDoc } from "../../report-doc.js";
import { ARITHMETIC_ID, LIVE_DATA_ID, PAGE_DATA_ID, PROGRAM_ID } from "./page-data.js";

/** What every part of the page needs to know about the whole. */
export type Frame = {
  readonly alternatives: ReportDoc["alternatives"];
  /** position in the scenario, which picks colour and dash; undefined for a name that is no alternative */
  readonly placeOf: (alternative: string | undefined) => number | undefined;
  /** a fresh element id near the wished one, safe in markup and in an address */
  readonly id: (wish: string) => string;
  /** where it is there, the arithmetic of lines is put aside instead of standing under them */
  readonly aside: Aside | undefined;
};

/** Markup put aside, in the order of the empty elements that wait for it. */
export type Aside = string[];

/** Ids that the page itself uses. */
const PAGE_IDS: readonly string[] = ["report", PAGE_DATA_ID, LIVE_DATA_ID, PROGRAM_ID, ARITHMETIC_ID];

export function frameOf(doc: Pick<ReportDoc, "alternatives">, aside?: Aside): Frame {
  const places = new Map(doc.alternatives.map(({ id }, index) => [id, index]));
  const taken = new Set(PAGE_IDS);
  return {
    alternatives: doc.alternatives,
    aside,
    placeOf: (alternative) => (alternative === undefined ? undefined : places.get(alternative)),
    id: (wish) => {
      const name = slug(wish);
      let free = name;
      for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
      taken.add(free);
      return free;
    },
  };
}

/** Lower-case letters, digits and hyphens; starts with a letter. */
export function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return /^[a-z]/.test(plain) ? plain : `part-${plain}`;
}
