import type { AlternativeModel } from "../engine/model.js";

/** Alternatives whose password hashes are rows in a database of your own. */
const OWN_STORES: ReadonlySet<string | undefined> = new Set(["postgresql", "dynamodb", "keycloak-self-hosted"]);

/** Whether users keep their passwords because the hashes can be taken along. Where that is not known, it is not assumed. */
export function passwordsMove(from: AlternativeModel, to: AlternativeModel): boolean {
  return OWN_STORES.has(from.architecture) && OWN_STORES.has(to.architecture);
}
