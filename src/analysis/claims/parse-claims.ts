import { checkShape } from "../../problems/check-shape.js";
import { type Place, type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { readDocument } from "../../problems/read-document.js";
import { type Decimal, decimal, ONE } from "../../units/decimal.js";
import { type ClaimData, type ClaimKind, claimsSchema, type ClaimsData, type SideData, type SolveData } from "./claims-schema.js";

/** What a claim is about, whatever keys say it: one side to add up, two to compare, or two to compare over a count. */
export type Subject =
  | { readonly kind: Exclude<ClaimKind, "break-even">; readonly months: Decimal; readonly sides: readonly SideData[] }
  | {
      readonly kind: "break-even";
      readonly months: Decimal;
      readonly sides: readonly SideData[];
      readonly over: string;
      readonly from: number;
      readonly to: number;
    };

export type Claim = Omit<ClaimData, "solve" | "kind"> & {
  readonly subject: Subject;
  readonly solve: readonly SolveData[];
  readonly place: (path: readonly PropertyKey[]) => Place;
};
export type ClaimsFile = Omit<ClaimsData, "claims"> & { readonly file: string; readonly hash: string; readonly claims: readonly Claim[] };

/** Parses and checks a claims file. @throws ProblemError with all problems at once, each with line and column */
export function parseClaims(text: string, at: { readonly file: string; readonly hash: string }): ClaimsFile {
  const document = readDocument(text, at.file);
  const data = checkShape(document, claimsSchema);
  const claims = data.claims.map(
    (claim, index): Claim => ({
      ...claim,
      subject: subjectOf(claim),
      solve: claim.solve === undefined ? [] : Array.isArray(claim.solve) ? claim.solve : [claim.solve],
      place: (path) => document.locate(["claims", index, ...path]),
    }),
  );
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

function subjectOf(claim: ClaimData): Subject {
  const months = claim.months === undefined ? ONE : decimal(claim.months);
  const {
    kind = "amount",
    charges,
    point,
    costs,
    below = {},
    above = {},
    first = {},
    second = {},
    over = "",
    from = "0",
    to = "0",
  } = claim;
  if (kind === "break-even") return { kind, months, sides: [below, above], over, from: Number(from), to: Number(to) };
  if (kind === "difference" || kind === "ratio" || kind === "saving") return { kind, months, sides: [first, second] };
  return { kind, months, sides: [{ charges, point, costs }] };
}

/** Whether the figure is dollars: then cents are its finest digit. */
export const isMoney = ({ kind }: Subject): boolean => kind === "amount" || kind === "total" || kind === "difference";

/** What the figure of a claim counts. */
export function unitOf(subject: Subject): string {
  if (subject.kind === "break-even") return subject.over;
  return subject.kind === "ratio" ? "times" : subject.kind === "saving" ? "percent" : "USD";
}
