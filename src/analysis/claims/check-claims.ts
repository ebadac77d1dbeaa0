import type { Catalogue } from "../../prices/price-file.js";
import { collect } from "../../problems/collect.js";
import { ProblemError } from "../../problems/problem.js";
import { type Decimal, sum, ZERO } from "../../units/decimal.js";
import { formatUsd } from "../../units/format.js";
import { agrees, type ClaimedAmount, type ClaimedSpan, claimedAmount, comparedToClaim, figureProblem } from "./claimed-amount.js";
import { type Computation, computationOf } from "./computation.js";
import { type Cause, explain } from "./explain.js";
import { goalSeek } from "./goal-seek.js";
import type { Solved } from "./solved.js";
import type { Claim, ClaimsFile } from "./parse-claims.js";
import { type Pricer, pricer } from "./pricer.js";
import { rangeOf } from "./range-of.js";

export type { Cause } from "./explain.js";

export type CheckedClaim = {
  readonly claim: Claim;
  readonly claimed: ClaimedAmount;
  /** dollars, or a count for a break-even; undefined when there is no break-even in the range */
  readonly computed: Decimal | undefined;
  /** claimed - computed; for a range from its nearer end */
  readonly difference: Decimal | undefined;
  readonly verdict: "holds" | "differs";
  readonly causes: readonly Cause[];
  /** whether the causes are the only ones that fit; never for a rough figure */
  readonly certain: boolean;
  /** other explanations that fit as well: then none of them is certain */
  readonly alsoFits: readonly (readonly Cause[])[];
  /** what would have to be true for the claim to hold */
  readonly solved: readonly Solved[];
};

/**
 * Re-computes every claim of a file at the date and prices that it speaks of, and splits each difference into causes.
 *
 *     ClaimsFile ──computationOf──▶ Computation ──pricer──▶ figure ──explain──▶ causes that add up to claimed - computed
 *
 * @throws ProblemError for every claim that cannot be computed
 */
export function checkClaims(file: ClaimsFile, catalogue: Catalogue): readonly CheckedClaim[] {
  const prices = pricer(catalogue);
  return collect(file.claims, (claim) => checkClaim(file, claim, catalogue, prices));
}

export function checkClaim(file: ClaimsFile, claim: Claim, catalogue: Catalogue, prices: Pricer = pricer(catalogue)): CheckedClaim {
  const claimed = claimedAmount(claim.claimed);
  if (!claimed) throw new ProblemError([{ code: "wrong-type", place: claim.place(["claimed"]), message: figureProblem(claim.claimed) }]);
  const computation = computationOf(file, claim, catalogue);
  const computed = prices.figure(computation, claim.place);
  const solved = claim.solve.map((solve) => goalSeek(file, claim, solve, claimed, catalogue, prices));
  if (computed === undefined)
    return { claim, claimed, computed, difference: undefined, verdict: "differs", causes: [], certain: false, alsoFits: [], solved };
  const stated = nearEnd(claimed, computed);
  const difference = claimed.kind === "bound" && agrees(claimed, computed) ? ZERO : stated.value.minus(computed);
  return { claim, claimed, computed, difference, ...judged(claim, stated, computed, difference, computation, prices), solved };
}

const UNKNOWN = "no misreading that authcost knows gives this figure, alone or together with others";
const CROWDED = "so many misreadings, or combinations of them, come as near that they would fit almost any figure: none can be told";

/** A range is as far off as its nearer end; inside it nothing is off. */
function nearEnd(claimed: ClaimedAmount, computed: Decimal): ClaimedAmount {
  if (claimed.kind !== "range") return claimed;
  return { ...claimed, value: agrees(claimed, computed) ? computed : computed.lt(claimed.low) ? claimed.low : claimed.high };
}

type Judgement = Pick<CheckedClaim, "verdict" | "causes" | "certain" | "alsoFits">;

function judged(
  claim: Claim,
  claimed: ClaimedAmount,
  computed: Decimal,
  difference: Decimal,
  computation: Computation,
  prices: Pricer,
): Judgement {
  const holds = (causes: readonly Cause[]): Judgement => ({ verdict: "holds", causes, certain: true, alsoFits: [] });
  if (agrees(claimed, computed))
    return holds(difference.isZero() ? [] : [{ kind: "rounding", amount: difference, explain: `${claim.claimed} is a rounded figure` }]);
  const range = rangeOf(computation, prices, computed);
  if (!range.low.eq(range.high) && comparedToClaim(claimed, range.low) <= 0 && comparedToClaim(claimed, range.high) >= 0) {
    return holds([
      {
        kind: "within-range",
        amount: difference,
        explain: `the source gives ranges; with them anything from ${formatUsd(range.low)} to ${formatUsd(range.high)} agrees`,
      },
    ]);
  }
  if (claimed.kind === "bound")
    return {
      verdict: "differs",
      causes: [{ kind: "unexplained", amount: difference, explain: "a bound is met by too many misreadings to tell one" }],
      certain: false,
      alsoFits: [],
    };
  const parts = partsOf(claim);
  const slips = parts !== undefined && !agrees(parts, claimed.value);
  const target = slips ? parts : claimed;
  const slip: readonly Cause[] = slips
    ? [
        {
          kind: "arithmetic-slip",
          amount: claimed.value.minus(parts.value),
          explain: `its own parts add up to ${formatUsd(parts.value)}, not ${claim.claimed}`,
        },
      ]
    : [];
  const rest = target.value.minus(computed);
  if (agrees(target, computed))
    return {
      verdict: "differs",
      causes: [...slip, ...(rest.isZero() ? [] : [{ kind: "rounding" as const, amount: rest, explain: "the parts are rounded figures" }])],
      certain: true,
      alsoFits: [],
    };
  const { fits, certain, crowded, cut } = explain(computation, target, computed, prices);
  const [best, ...others] = fits.map((causes) => [...slip, ...causes]);
  const unexplained: Cause = {
    kind: "unexplained",
    amount: rest,
    explain: crowded ? CROWDED : cut ? `${UNKNOWN}; with so many parts only the likelier combinations were tried` : UNKNOWN,
  };
  return { verdict: "differs", causes: best ?? [...slip, unexplained], certain: best !== undefined && certain, alsoFits: others };
}

/** What the source's own parts add up to; each may be off by its own rounding. */
function partsOf(claim: Claim): ClaimedSpan | undefined {
  const parts = claim.parts?.map(claimedAmount).filter((part) => part !== undefined && part.kind !== "bound");
  if (!parts) return undefined;
  const total = (of: (part: ClaimedSpan) => Decimal): Decimal => sum(parts.map(of));
  const value = total((part) => part.value);
  return {
    text: formatUsd(value),
    measure: "plain",
    value,
    low: total((part) => part.low),
    high: total((part) => part.high),
    kind: parts.every((part) => part.kind === "exact") ? "exact" : "about",
  };
}
