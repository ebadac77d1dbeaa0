import type { Catalogue } from "../../prices/price-file.js";
import { collect } from "../../problems/collect.js";
import { ProblemError } from "../../problems/problem.js";
import { type Decimal, sum, ZERO } from "../../units/decimal.js";
import { formatUsd } from "../../units/format.js";
import { agrees, type ClaimedAmount, claimedAmount } from "./claimed-amount.js";
import { compute, computationOf, type Computation, rangeOf } from "./computation.js";
import { type CauseKind, type Misreading, misreadingsOf } from "./misreadings.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";

/** A part of the difference between claimed and computed; the parts add up to the whole. */
export type Cause = { readonly kind: CauseKind; readonly amount: Decimal; readonly explain: string };

export type CheckedClaim = {
  readonly claim: Claim;
  readonly claimed: ClaimedAmount;
  readonly computed: Decimal;
  /** claimed - computed */
  readonly difference: Decimal;
  readonly verdict: "holds" | "differs";
  readonly causes: readonly Cause[];
  /** other explanations that fit as well: then none of them is certain */
  readonly alsoFits: readonly (readonly Cause[])[];
};

/** Re-computes every claim of a file at the date and prices that it speaks of. @throws ProblemError for every claim that cannot be computed */
export function checkClaims(file: ClaimsFile, catalogue: Catalogue): readonly CheckedClaim[] {
  return collect(file.claims, (claim) => checkClaim(file, claim, catalogue));
}

export function checkClaim(file: ClaimsFile, claim: Claim, catalogue: Catalogue): CheckedClaim {
  const claimed = claimedAmount(claim.claimed);
  if (!claimed) throw new ProblemError([{ code: "wrong-type", place: claim.place(["claimed"]), message: "this is not a figure" }]);
  const computation = computationOf(file, claim, catalogue);
  const computed = compute(computation, catalogue, claim.place);
  const difference = claimed.kind === "range" && agrees(claimed, computed.total) ? ZERO : claimed.value.minus(computed.total);
  const result = (verdict: CheckedClaim["verdict"], causes: readonly Cause[], alsoFits: CheckedClaim["alsoFits"] = []): CheckedClaim => ({ claim, claimed, computed: computed.total, difference, verdict, causes, alsoFits });
  if (agrees(claimed, computed.total)) return result("holds", difference.isZero() ? [] : [{ kind: "rounding", amount: difference, explain: `${claim.claimed} is a rounded figure` }]);
  const range = rangeOf(computed);
  if (!range.low.eq(range.high) && range.low.lte(claimed.high) && range.high.gte(claimed.low)) {
    return result("holds", [{ kind: "within-range", amount: difference, explain: `the source gives ranges; with them anything from ${formatUsd(range.low)} to ${formatUsd(range.high)} agrees` }]);
  }
  const slip = arithmeticSlip(claim, claimed, computed.total);
  if (slip) return result("differs", slip);
  const [best, ...others] = explanations(computation, claimed, computed.total, catalogue);
  return result("differs", best ?? [{ kind: "unexplained", amount: difference, explain: "no single misreading of the prices, nor any two together, gives this figure" }], others);
}

/** The source's own parts are right, or explained, but do not add up to its total. */
function arithmeticSlip(claim: Claim, claimed: ClaimedAmount, computed: Decimal): readonly Cause[] | undefined {
  const parts = claim.parts?.map((text) => claimedAmount(text)?.value ?? ZERO);
  if (!parts) return undefined;
  const total = sum(parts);
  if (agrees(claimed, total)) return undefined;
  const slip: Cause = { kind: "arithmetic-slip", amount: claimed.value.minus(total), explain: `its own parts add up to ${formatUsd(total)}, not ${claim.claimed}` };
  const rest = total.minus(computed);
  return rest.isZero() ? [slip] : [slip, { kind: "unexplained", amount: rest, explain: "the parts themselves differ from the computed figure" }];
}

/**
 * Counterfactual search: each single misreading, then each pair, that gives the claimed figure. Fewer causes explain better,
 * so pairs are tried only when no single one fits.
 */
function explanations(computation: Computation, claimed: ClaimedAmount, computed: Decimal, catalogue: Catalogue): readonly (readonly Cause[])[] {
  // A figure that is only "about" right fits many neighbouring rates by chance: another meter is no explanation of it.
  const misreadings = misreadingsOf(computation, catalogue).filter((one) => claimed.kind === "exact" || one.kind !== "wrong-meter");
  const total = (changed: Computation): Decimal | undefined => {
    try {
      return compute(changed, catalogue).total;
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  };
  const causesOf = (chain: readonly Misreading[]): readonly Cause[] | undefined => {
    let changed = computation;
    let before = computed;
    const causes: Cause[] = [];
    for (const one of chain) {
      changed = one.apply(changed);
      const after = total(changed);
      if (after === undefined || after.eq(before)) return undefined;
      causes.push({ kind: one.kind, amount: after.minus(before), explain: one.explain });
      before = after;
    }
    if (!agrees(claimed, before)) return undefined;
    const rest = claimed.value.minus(before);
    return rest.isZero() ? causes : [...causes, { kind: "rounding", amount: rest, explain: `${claimed.text} is a rounded figure` }];
  };
  const fitting = (chains: readonly (readonly Misreading[])[]): readonly (readonly Cause[])[] => distinct(chains.flatMap((chain) => {
    const causes = causesOf(chain);
    return causes ? [causes] : [];
  }));
  const singles = fitting(misreadings.map((one) => [one]));
  if (singles.length > 0) return singles;
  return fitting(misreadings.flatMap((first, index) => misreadings.slice(index + 1).filter((second) => second.kind !== first.kind).map((second) => [first, second])));
}

/** One explanation for each set of kinds: ten dates that agree are one cause. */
function distinct(found: readonly (readonly Cause[])[]): readonly (readonly Cause[])[] {
  const kinds = new Map<string, readonly Cause[]>();
  for (const causes of found) {
    const key = causes.map((cause) => cause.kind).join("+");
    if (!kinds.has(key)) kinds.set(key, causes);
  }
  return [...kinds.values()];
}
