import { type Decimal, decimal, smallest, ZERO } from "../../units/decimal.js";
import { agrees, type ClaimedAmount } from "./claimed-amount.js";
import { type Computation, withItems } from "./computation.js";
import { inventedTiers } from "./misreadings/invented-tiers.js";
import { CAUSE_KINDS, type CauseKind, fileFinder, type Misreading } from "./misreadings/misreading.js";
import { misreadingsOf } from "./misreadings/misreadings.js";
import type { Pricer } from "./pricer.js";

/** A part of the difference between claimed and computed; the parts add up to the whole. */
export type Cause = { readonly kind: CauseKind; readonly amount: Decimal; readonly explain: string };

/** Explanations that give the figure, the best first, and whether the first is the only one that can be. */
export type Explained = { readonly fits: readonly (readonly Cause[])[]; readonly certain: boolean };

/** Pairs that are tried at most; a claim that allows more is never explained with certainty. */
const MOST_PAIRS = 20_000;
/** A figure is rough when its own precision is more than this part of the difference: pairs would fit it by chance. */
const ROUGH = 0.05;
/** Money comes in cents: a figure in whole dollars that is met to the cent is as good as one in cents. */
const CENT = decimal("0.01");
/** More expected chance hits than this leave doubt. */
const CHANCE = 0.1;
/** A figure of fewer digits is met by another rate or row too easily. */
const LEAST_DIGITS = 3;
/** Explanations this many times further off than the figure's precision come too close for certainty. */
const CLOSE = 10;

/** Causes that come in so many variants that some variant is near any figure. */
const LOOSE: ReadonlySet<CauseKind> = new Set(["wrong-meter", "other-quantity"]);

type Trial = { readonly chain: readonly Misreading[]; readonly steps: readonly Decimal[] };

/**
 * Counterfactual search: what each single misreading gives, and each two together. Fewer causes explain better, and among
 * equally many the likelier kind. An explanation is certain when no other fits, none comes close, and the figure is precise.
 */
export function explain(asked: Computation, claimed: ClaimedAmount, computed: Decimal, prices: Pricer): Explained {
  const base = asked.subject.kind === "break-even" ? asked : withItems(asked, (item) => (item.quantityAt(asked.at).isZero() ? undefined : item));
  const files = fileFinder(prices);
  const slack = claimed.high.minus(claimed.low);
  const isRoughBy = (precision: Decimal): boolean => claimed.kind !== "exact" || precision.gt(claimed.value.minus(computed).abs().times(ROUGH));
  const singles = misreadingsOf(base, prices, files);
  const fits: Trial[] = [];
  let close = 0;
  const judge = (trial: Trial): void => {
    const total = trial.steps.at(-1);
    if (total === undefined) return;
    // A rough figure fits many neighbouring rates and rows by chance: unless met to the cent, they are no explanation of it.
    const byChance = isRoughBy(slack) && !total.eq(claimed.value) && trial.chain.some((one) => LOOSE.has(one.kind));
    if (agrees(claimed, total) && !byChance) fits.push(trial);
    else if (total.minus(claimed.value).abs().lte(slack.times(CLOSE))) close++;
  };
  const tried = singles.flatMap((first): { readonly first: Misreading; readonly changed: Computation; readonly total: Decimal }[] => {
    const changed = first.apply(base);
    const total = prices.tried(changed);
    if (total === undefined || total.eq(computed)) return [];
    judge({ chain: [first], steps: [total] });
    return [{ first, changed, total }];
  });
  const met = fits.some((fit) => fit.steps.at(-1)?.eq(claimed.value));
  const isRough = isRoughBy(met ? smallest([slack, CENT]) : slack);
  let pairs = 0;
  if (!isRough) {
    const complete = new Set(fits.flatMap((fit) => fit.chain));
    for (const [index, { first, changed, total }] of tried.entries()) {
      if (complete.has(first)) continue;
      const seconds = first.changesRates ? misreadingsOf(changed, prices, files).filter((second) => follows(first, second)) : tried.slice(index + 1).map((one) => one.first);
      for (const second of seconds) {
        if (complete.has(second) || clash(first, second) || pairs > MOST_PAIRS) continue;
        pairs++;
        const both = prices.tried(second.apply(changed));
        if (both !== undefined && !both.eq(total) && !both.eq(computed)) judge({ chain: [first, second], steps: [total, both] });
      }
    }
  }
  const apart = distinct(fits);
  if (apart.length === 0) return { fits: inventedTiers(base, prices, claimed).flatMap((one) => finished([one], [prices.tried(one.apply(base))], claimed, computed)), certain: false };
  const causes = apart.sort((a, b) => weight(a) - weight(b)).flatMap(({ chain, steps }) => finished(chain, steps, claimed, computed));
  const [best] = apart;
  const isAlone = best !== undefined && causes.length === 1 && close === 0 && pairs <= MOST_PAIRS;
  return { fits: causes, certain: isAlone && !isRough && !mayBeChance(best, claimed, computed, best.chain.length === 1 ? tried.length : tried.length + pairs) };
}

/** How likely one of so many trials meets the figure by chance: as often as the figure's precision goes into the difference. */
function mayBeChance(best: Trial, claimed: ClaimedAmount, computed: Decimal, trials: number): boolean {
  const isMet = best.steps.at(-1)?.eq(claimed.value) === true;
  if (best.chain.some((one) => LOOSE.has(one.kind)) && claimed.value.sd() < LEAST_DIGITS) return true;
  const slack = claimed.high.minus(claimed.low);
  return (isMet ? smallest([slack, CENT]) : slack).times(trials).gt(claimed.value.minus(computed).abs().times(CHANCE));
}

/** Two misreadings that put other rates in place have one order: the date first, then meters one after the other. */
function follows(first: Misreading, second: Misreading): boolean {
  return !second.changesRates || (second.kind === "wrong-meter" && (first.kind !== "wrong-meter" || second.slot > first.slot));
}

/** Whether both change the same thing; a star stands for everything of its sort. */
function clash(first: Misreading, second: Misreading): boolean {
  const [one = "", other = ""] = [first.slot, second.slot];
  const covers = (star: string, slot: string): boolean => star.endsWith(":*") && slot.startsWith(star.slice(0, -1));
  return one === other || covers(one, other) || covers(other, one);
}

/** Causes that add up: each step's effect, and what rounding leaves. */
function finished(chain: readonly Misreading[], steps: readonly (Decimal | undefined)[], claimed: ClaimedAmount, computed: Decimal): readonly (readonly Cause[])[] {
  const causes = chain.map((one, index): Cause => ({ kind: one.kind, explain: one.explain, amount: (steps[index] ?? ZERO).minus(steps[index - 1] ?? computed) }));
  const total = steps.at(-1);
  if (total === undefined || !agrees(claimed, total)) return [];
  const rest = claimed.value.minus(total);
  return [rest.isZero() ? causes : [...causes, { kind: "rounding", amount: rest, explain: `${claimed.text} is a rounded figure` }]];
}

const kindsOf = (trial: Trial): string => [...new Set(trial.chain.map((one) => one.kind))].sort().join("+");

/** Leaves out a pair that says no more than one misreading of the same kind does, and one explanation found twice. */
function distinct(trials: readonly Trial[]): Trial[] {
  const seen = new Set<string>();
  return trials.filter((trial) => {
    const total = trial.steps.at(-1)?.toFixed() ?? "";
    const words = trial.chain.map((one) => one.explain).join(" + ");
    const single = `${kindsOf(trial)} ${total}`;
    if (seen.has(words) || (trial.chain.length > 1 && seen.has(single))) return false;
    seen.add(words);
    if (trial.chain.length === 1) seen.add(single);
    return true;
  });
}

/** Fewer causes first, then the likelier kinds. */
function weight(trial: Trial): number {
  return trial.chain.length * CAUSE_KINDS.length * 2 + trial.chain.reduce((total, one) => total + CAUSE_KINDS.indexOf(one.kind), 0);
}
