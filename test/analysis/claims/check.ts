import { type CheckedClaim, checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { catalogue } from "../../support/catalogue.js";

/** Checks the claims of a text; keys a test does not care about are filled in. */
export function checkText(claims: readonly object[], prices: object = { asOf: "2025-06-01" }): readonly CheckedClaim[] {
  const text = JSON.stringify({ title: "Test", source: { url: "test", date: "2025" }, prices, claims: claims.map((claim, index) => ({ id: `claim-${index}`, says: "a claim", ...claim })) });
  return checkClaims(parseClaims(text, { file: "test.yaml", hash: "" }), catalogue);
}

export function checkOne(claim: object, prices?: object): CheckedClaim {
  const [checked] = checkText([claim], prices);
  if (!checked) throw new Error("no claim was checked");
  return checked;
}

/** The kinds of an explanation in its order, without the rounding that every printed figure has. */
export const kindsOf = (one: CheckedClaim): readonly string[] => one.causes.map((cause) => cause.kind).filter((kind) => kind !== "rounding");
