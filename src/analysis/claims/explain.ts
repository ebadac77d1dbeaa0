import { type Decimal, decimal, largest, smallest, whole, ZERO } from "../../units/decimal.js";
import { agrees, type ClaimedSpan } from "./claimed-amount.js";
import { type Computation, withItems } from "./computation.js";
import { inventedTiers } from "./misreadings/invented-tiers.js";
import { CAUSE_KINDS, type CauseKind, type Misreading } from "./misreadings/misreading.js";
import { roundedFigure } from "./misreadings/rounding.js";
import { isMoney } from "./parse-claims.js";
import type { Pricer } from "./pricer.js";
import { chainsOf, LOOSE, type Trial } from "./search.js";
import type { At } from "./side.js";

/** A part of the difference between claimed and computed; the parts add up to the whole. */
export type Cause = { readonly kind: CauseKind; readonly amount: Decimal; readonly explain: string };

/** Explanations that give the figure, the best first, and whether the first is the only one that can be. `crowded`: so many fit that they would fit almost any figure, and none is told. `cut`: not every combination was tried. */
export type Explained = {
  readonly fits: readonly (readonly Cause[])[];
  readonly certain: boolean;
  readonly crowded: boolean;
  readonly cut: boolean;
};

/** A figure is rough when its own precision is more than this part of the difference: pairs would fit it by chance. */
const ROUGH = 0.05;
/** Money comes in cents: a figure in whole dollars that is met to the cent is as good as one in cents. */
const CENT = decimal("0.01");
/** More expected chance hits than this leave doubt. */
const CHANCE = 0.1;
/** More than this, and two mistakes that do not meet the figure to the cent, or three at once, explain nothing. */
const CROWDED_PAIRS = 0.25;
const CROWDED = 0.05;
/** A rough figure, a count or a share that more explanations than these fit tells none of them. */
const MOST_FITS = 8;
/** Chance hits are reckoned from the combinations within this part of the figure, or so many times its precision. */
const NEAR = 0.02;
const NEAR_SLACKS = 50;
/** A figure of fewer digits is met by another rate or row too easily. */
const LEAST_DIGITS = 3;
/** Explanations this many times further off than the figure's precision come too close for certainty. */
const CLOSE = 10;

/**
 * Counterfactual search: what each single misreading gives, then each two together, then, when nothing fits, each three. Fewer causes
 * explain better, and among equally many the likelier kind. An explanation is certain when no other fits, none comes close, and the figure is precise.
 */
export function explain(asked: Computation, claimed: ClaimedSpan, computed: Decimal, prices: Pricer): Explained {
  const computation = withItems(asked, (item) => (placesOf(asked).every((at) => item.quantityAt(at).isZero()) ? undefined : item));
  const tryChains = chainsOf({ computation, computed, prices });
  const slack = claimed.high.minus(claimed.low);
  const apartBy = claimed.value.minus(computed).abs();
  const isRoughBy = (precision: Decimal): boolean => claimed.kind !== "exact" || precision.gt(apartBy.times(ROUGH));
  const window = largest([claimed.value.abs().times(NEAR), slack.times(NEAR_SLACKS)]);
  const fits: Trial[] = [];
  let close = 0;
  let near = 0;
  const judge = (trial: Trial): void => {
    const off = trial.total.minus(claimed.value).abs();
    if (off.lte(window)) near++;
    // A rough figure fits many neighbouring rates and rows by chance: unless met to the cent, they are no explanation of it.
    const byChance = isRoughBy(slack) && !off.isZero() && trial.chain.some((one) => LOOSE.has(one.kind));
    if (agrees(claimed, trial.total) && !byChance) fits.push(trial);
    else if (off.lte(slack.times(CLOSE))) close++;
  };
  /** The precision that a fit shows: that of the figure, or a cent where money in whole dollars is met to the cent. */
  const precisionOf = (isMet: boolean): Decimal => (isMet && isMoney(asked.subject) ? smallest([slack, CENT]) : slack);

  const singles = tryChains(1, new Set(), judge);
  for (const one of roundedFigure(claimed)) {
    const total = prices.tried(one.apply(computation));
    if (total?.eq(claimed.value)) fits.push({ chain: [one], steps: [total], total });
  }
  const isRough = isRoughBy(precisionOf(fits.some((fit) => fit.total.eq(claimed.value))));
  const none = { tried: 0, cut: false };
  const pairs = isRough ? none : tryChains(2, new Set(fits.flatMap((fit) => fit.chain.map((one) => one.explain))), judge);
  /** Whether as many combinations lie near the figure that some would fit any. */
  const isCrowded = (expected: number): boolean => fits.length > 0 && slack.times(near).gt(window.times(2 * expected));
  let crowded = fits.every((fit) => fit.chain.length > 1 && !fit.total.eq(claimed.value)) && isCrowded(CROWDED_PAIRS);
  const isCount = asked.subject.kind === "break-even";
  if (!isRough && !isCount && fits.length === 0) {
    tryChains(3, new Set(), judge);
    crowded = isCrowded(CROWDED);
  }
  if (crowded) fits.length = 0;
  const [likeliest] = fits;
  const invented =
    (likeliest?.chain.length ?? 3) < 3
      ? []
      : inventedTiers(computation, prices, claimed).flatMap((one) =>
          finished([one], [prices.tried(one.apply(computation))], claimed, computed),
        );
  const apart = distinct(fits).sort((a, b) => weight(a) - weight(b));
  if ((isRough || !isMoney(asked.subject)) && apart.length > MOST_FITS) return { fits: [], certain: false, crowded: true, cut: pairs.cut };
  const [best] = apart;
  const causes = [...invented, ...apart.flatMap(({ chain, steps }) => finished(chain, steps, claimed, computed))];
  if (!best || invented.length > 0) return { fits: causes, certain: false, crowded, cut: pairs.cut };
  const isAlone = best.chain.length < 3 && causes.length === 1 && close === 0 && !singles.cut && !pairs.cut;
  const isFewDigits = best.chain.some((one) => LOOSE.has(one.kind)) && claimed.value.sd() < LEAST_DIGITS;
  // One of so many trials meets the figure by chance as often as the figure's precision goes into the difference.
  const mayBeChance =
    isFewDigits ||
    precisionOf(best.total.eq(claimed.value))
      .times(best.chain.length === 1 ? singles.tried : singles.tried + pairs.tried)
      .gt(apartBy.times(CHANCE));
  return { fits: causes, certain: isAlone && !isRough && !mayBeChance, crowded, cut: pairs.cut };
}

/** Where a quantity shows whether it is used at all: where it is asked, or at both ends of a break-even. */
function placesOf({ subject, at }: Computation): readonly At[] {
  return subject.kind === "break-even" ? [subject.from, subject.to].map((count) => new Map(at).set(subject.over, whole(count))) : [at];
}

/** Causes that add up: each step's effect, and what rounding leaves. */
function finished(
  chain: readonly Misreading[],
  steps: readonly (Decimal | undefined)[],
  claimed: ClaimedSpan,
  computed: Decimal,
): readonly (readonly Cause[])[] {
  const causes = chain.map(
    (one, index): Cause => ({ kind: one.kind, explain: one.explain, amount: (steps[index] ?? ZERO).minus(steps[index - 1] ?? computed) }),
  );
  const total = steps.at(-1);
  if (total === undefined || !agrees(claimed, total)) return [];
  const rest = claimed.value.minus(total);
  return [
    rest.isZero()
      ? causes
      : [
          ...causes,
          {
            kind: "rounding",
            amount: rest,
            explain: claimed.kind === "range" ? `anything in ${claimed.text} agrees` : `${claimed.text} is a rounded figure`,
          },
        ],
  ];
}

const kindsOf = (trial: Trial): string => [...new Set(trial.chain.map((one) => one.kind))].sort().join("+");

/** Leaves out a pair that says no more than one misreading of the same kind does, a part where the whole gives the same, and one explanation found twice. */
function distinct(trials: readonly Trial[]): Trial[] {
  const seen = new Set<string>();
  const isWhole = (kind: CauseKind, part: Trial): boolean =>
    trials.some(
      (one) => one.chain.length <= part.chain.length && one.total.eq(part.total) && one.chain.some((cause) => cause.kind === kind),
    );
  return trials
    .filter((trial) => !trial.chain.some((one) => one.partOf && isWhole(one.partOf, trial)))
    .filter((trial) => {
      const words = trial.chain.map((one) => one.explain).join(" + ");
      const single = `${kindsOf(trial)} ${trial.total.toFixed()}`;
      if (seen.has(words) || (trial.chain.length > 1 && seen.has(single))) return false;
      seen.add(words);
      if (trial.chain.length === 1) seen.add(single);
      return true;
    });
}

/** Fewer causes first, then the likelier kinds. */
function weight(trial: Trial): number {
  return trial.chain.length * CAUSE_KINDS.length * 3 + trial.chain.reduce((total, one) => total + CAUSE_KINDS.indexOf(one.kind), 0);
}
