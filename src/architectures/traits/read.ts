import { type TraitSource, unknown } from "../../scenario/traits.js";

/** The day on which most vendors' pages were read. */
const READ = "2026-11-23";

export const read = (url: string, confidence: TraitSource["confidence"], retrieved = READ): TraitSource => ({ url, retrieved, confidence });
export const NOT_FOUND = unknown("no public statement found; ask the vendor");
