import { claimedAmount, type Measure } from "./claimed-amount.js";
import type { ClaimKind } from "./claims-schema.js";

type Maybe<T> = { readonly [Key in keyof T]?: T[Key] | undefined };
type Parts = Maybe<{
  charges: readonly Maybe<{ each: unknown }>[];
  point: unknown;
  costs: readonly Maybe<{ each: unknown; once: unknown }>[];
}>;

/** The keys of a claim whose combination is checked. */
export type ClaimShape = Parts & { readonly claimed: string } & Maybe<{
    kind: ClaimKind;
    parts: unknown;
    months: unknown;
    over: unknown;
    from: string;
    to: string;
    below: Parts;
    above: Parts;
    first: Parts;
    second: Parts;
  }>;
type Complain = (message: string, key: string, expected: string) => void;

/** Whether a side says what it is about: quantities of rates or a point, and costs, or costs alone. */
export const isFilled = (one: Parts): boolean => !(one.charges && one.point) && (one.charges ?? one.point ?? one.costs) !== undefined;

const MEASURES: Readonly<Record<ClaimKind, { readonly allowed: readonly Measure[]; readonly words: string }>> = {
  amount: { allowed: ["plain"], words: "dollars" },
  total: { allowed: ["plain"], words: "dollars" },
  difference: { allowed: ["plain"], words: "dollars" },
  "break-even": { allowed: ["plain"], words: "a count" },
  ratio: { allowed: ["plain", "times"], words: "a factor, such as 2x" },
  saving: { allowed: ["percent"], words: "per cent, such as 60%" },
};

/** Complains of keys that do not go together. */
export function claimProblems(one: ClaimShape, complain: Complain): void {
  const { kind = "amount" } = one;
  const measure = claimedAmount(one.claimed)?.measure ?? "plain";
  if (!MEASURES[kind].allowed.includes(measure))
    complain(
      `a claim of the kind ${kind} states ${MEASURES[kind].words}${measure === "plain" ? "" : `; for "${one.claimed}" the kind is ${measure === "times" ? "ratio" : "saving"}`}`,
      "claimed",
      MEASURES[kind].words,
    );
  if (kind === "break-even") {
    breakEvenProblems(one, complain);
    return;
  }
  if (one.over || one.from || one.to || one.below || one.above)
    complain("only a break-even has a range, below and above", "id", "kind: break-even");
  const isComparison = kind === "difference" || kind === "ratio" || kind === "saving";
  if (isComparison) comparisonProblems(one, kind, complain);
  else {
    if (one.first || one.second)
      complain("only a difference, a ratio or a saving compares a first with a second", "id", "kind: difference, ratio or saving");
    if (!isFilled(one)) complain("a claim says what it is about by charges, a point or costs", "id", "charges, point or costs");
  }
  const sides = isComparison ? [one.first ?? {}, one.second ?? {}] : [one];
  if (sides.some((side) => [...(side.charges ?? []), ...(side.costs ?? [])].some((part) => part.each !== undefined)))
    complain("only a break-even has something to count each of", "id", "kind: break-even");
  if (kind === "total" && !one.months) complain("a total says over how many months", "months", "months");
  const once = sides.some((side) => side.costs?.some((part) => part.once !== undefined));
  if (kind === "amount" && (one.months || once))
    complain("an amount is a month's: months and one-off costs belong to a total", "kind", "kind: total");
  if (isComparison && once && !one.months) complain("with one-off costs a comparison says over how many months", "months", "months");
}

function breakEvenProblems(one: ClaimShape, complain: Complain): void {
  if (!one.below || !one.above) complain("a break-even has two sides", one.below ? "above" : "below", "below and above");
  if (!one.over || !one.from || !one.to)
    complain(
      "a break-even says what it runs over, and from where to where",
      one.over ? (one.from ? "to" : "from") : "over",
      "over, from and to",
    );
  if (one.from && one.to && Number(one.from) >= Number(one.to)) complain("the range must rise", "to", `a count above ${one.from}`);
  if (one.charges || one.point || one.costs)
    complain("a break-even keeps its charges in its two sides", one.charges ? "charges" : one.point ? "point" : "costs", "below and above");
  if (one.first || one.second) complain("a break-even compares below with above", one.first ? "first" : "second", "below and above");
  if (one.parts) complain("a break-even is a count, not a sum of parts", "parts", "no parts");
  const once = [one.below, one.above].some((side) => side?.costs?.some((part) => part.once !== undefined));
  if (once && !one.months) complain("with one-off costs a break-even says over how many months", "months", "months");
}

function comparisonProblems(one: ClaimShape, kind: string, complain: Complain): void {
  if (!one.first || !one.second) complain(`a ${kind} has two sides`, one.first ? "second" : "first", "first and second");
  if (one.charges || one.point || one.costs)
    complain(`a ${kind} keeps its charges in its two sides`, one.charges ? "charges" : one.point ? "point" : "costs", "first and second");
  if (one.parts) complain(`a ${kind} is not a sum of parts`, "parts", "no parts");
}
