import { checkShape } from "../../problems/check-shape.js";
import { type Place, type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { readDocument } from "../../problems/read-document.js";
import { type ClaimData, claimsSchema, type ClaimsData } from "./claims-schema.js";

export type Claim = ClaimData & { readonly place: (path: readonly PropertyKey[]) => Place };
export type ClaimsFile = Omit<ClaimsData, "claims"> & { readonly file: string; readonly hash: string; readonly claims: readonly Claim[] };

/** Parses and checks a claims file. @throws ProblemError with all problems at once, each with line and column */
export function parseClaims(text: string, at: { readonly file: string; readonly hash: string }): ClaimsFile {
  const document = readDocument(text, at.file);
  const data = checkShape(document, claimsSchema);
  const claims = data.claims.map((claim, index): Claim => ({ ...claim, place: (path) => document.locate(["claims", index, ...path]) }));
  const seen = new Set<string>();
  const problems = claims.flatMap((claim): Problem[] => {
    if (!seen.has(claim.id)) {
      seen.add(claim.id);
      return [];
    }
    return [{ code: "duplicate", place: claim.place(["id"]), message: `two claims are called ${quoted(claim.id)}` }];
  });
  if (problems.length > 0) throw new ProblemError(problems);
  return { ...data, ...at, claims };
}
