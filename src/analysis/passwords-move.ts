import type { AlternativeModel } from "../engine/model.js";
import type { Ability, Fact } from "../scenario/traits.js";

/** Whether users keep their passwords because the hashes can be taken along, on request at the least. Where that is not known, it is not assumed. */
export function passwordsMove(from: AlternativeModel, to: AlternativeModel): boolean {
  return possible(from.traits.hashExport) && possible(to.traits.hashImport);
}

const possible = (fact: Fact<Ability>): boolean => fact.kind === "known" && fact.value !== "no";
