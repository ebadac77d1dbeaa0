import type { Decimal } from "../../units/decimal.js";
import type { Computation } from "./computation.js";
import type { CauseKind, Misreading } from "./misreadings/misreading.js";
import { misreadingsOf } from "./misreadings/misreadings.js";
import type { Pricer } from "./pricer.js";
import { remembered } from "./remembered.js";

/** Misreadings one after the other, and the figure after each. */
export type Trial = { readonly chain: readonly Misreading[]; readonly steps: readonly Decimal[]; readonly total: Decimal };

/** Combinations of so many misreadings that are tried at most. */
const MOST_TRIALS = 20_000;
/** A break-even is a search of its own, so fewer are tried. */
const MOST_BREAK_EVENS = 2_000;
/** With more misreadings than these, as a whole architecture has, only the likelier ones are combined. */
const MOST_COMBINED = 120;

/** Causes that come in so many variants that some variant is near any figure. */
export const LOOSE: ReadonlySet<CauseKind> = new Set(["wrong-meter", "other-region", "other-quantity", "other-months"]);
/** Two of these together explain nothing, but for two wrong meters. */
const bothLoose = (one: Misreading, other: Misreading): boolean =>
  LOOSE.has(one.kind) && LOOSE.has(other.kind) && !(one.kind === "wrong-meter" && other.kind === "wrong-meter");

/** Of three mistakes at once at most one is of these: otherwise there are so many combinations that they fit anything. */
const RARE: ReadonlySet<CauseKind> = new Set([...LOOSE, "unit-slip"]);
/** Explains a small difference by itself; beside another cause its effect is within what rounding leaves anyway. */
const ALONE: CauseKind = "other-rounding";

/** Those that put other rates in place have one order: the date first, then the Region, then meters one after the other. */
const RATE_ORDER: readonly CauseKind[] = ["other-date", "other-region", "wrong-meter"];
function follows(first: Misreading, second: Misreading): boolean {
  if (!second.changesRates) return true;
  const [before, after] = [RATE_ORDER.indexOf(first.kind), RATE_ORDER.indexOf(second.kind)];
  return after > before || (second.kind === "wrong-meter" && first.kind === "wrong-meter" && second.slot > first.slot);
}

/** Whether both change the same thing; a star stands for everything of its sort. */
function clash(first: Misreading, second: Misreading): boolean {
  const covers = (star: string, slot: string): boolean => star.endsWith(":*") && slot.startsWith(star.slice(0, -1));
  return first.slot === second.slot || covers(first.slot, second.slot) || covers(second.slot, first.slot);
}

type Base = { readonly computation: Computation; readonly computed: Decimal; readonly prices: Pricer };

export type Chains = (
  length: 1 | 2 | 3,
  skip: ReadonlySet<string>,
  tell: (trial: Trial) => void,
) => { readonly tried: number; readonly cut: boolean };

/** Chains of misreadings of one computation. Pairs begin like singles, and threes like pairs: their beginnings are worked out once. */
export function chainsOf(base: Base): Chains {
  const misreadings = new WeakMap<Computation, readonly Misreading[]>();
  const changes = new WeakMap<Misreading, WeakMap<Computation, Computation>>();
  return (length, skip, tell) =>
    tryChains(
      {
        ...base,
        misread: (one) => remembered(misreadings, one, () => misreadingsOf(one, base.prices)),
        after: (one, next) =>
          next.changesRates
            ? remembered(
                remembered(changes, next, () => new WeakMap<Computation, Computation>()),
                one,
                () => next.apply(one),
              )
            : next.apply(one),
      },
      length,
      skip,
      tell,
    );
}

type Search = Base & {
  readonly misread: (computation: Computation) => readonly Misreading[];
  readonly after: (computation: Computation, next: Misreading) => Computation;
};

/**
 * Tries every chain of `length` misreadings, each of which shows in the figure, and tells of it.
 * @param skip what some misreadings say: they are left out, since they explain the figure on their own
 * @returns how many were tried, and whether that was not all
 */
function tryChains(
  base: Search,
  length: 1 | 2 | 3,
  skip: ReadonlySet<string>,
  tell: (trial: Trial) => void,
): { readonly tried: number; readonly cut: boolean } {
  const { computed, prices, misread, after } = base;
  const most = base.computation.subject.kind === "break-even" ? MOST_BREAK_EVENS : MOST_TRIALS;
  let tried = 0;
  let cut = false;
  const combined = (candidates: readonly Misreading[]): readonly Misreading[] => {
    if (length === 1 || candidates.length <= MOST_COMBINED) return candidates;
    cut = true;
    return candidates.filter((one) => !RARE.has(one.kind)).slice(0, MOST_COMBINED);
  };
  const extend = (computation: Computation, before: Trial | undefined, candidates: readonly Misreading[]): void => {
    const chain = before?.chain ?? [];
    for (const [index, next] of candidates.entries()) {
      if (tried >= most) {
        cut = true;
        return;
      }
      if (
        skip.has(next.explain) ||
        (length > 1 && next.kind === ALONE) ||
        chain.some((one) => clash(one, next) || bothLoose(one, next)) ||
        (length === 3 && RARE.has(next.kind) && chain.filter((one) => RARE.has(one.kind)).length > 1)
      )
        continue;
      const changed = after(computation, next);
      const total = prices.tried(changed);
      if (total === undefined || total.eq(before?.total ?? computed) || (before && total.eq(computed))) continue;
      const trial: Trial = { chain: [...chain, next], steps: [...(before?.steps ?? []), total], total };
      if (trial.chain.length === length) {
        tried++;
        tell(trial);
      } else {
        extend(
          changed,
          trial,
          next.changesRates ? combined(misread(changed).filter((one) => follows(next, one))) : candidates.slice(index + 1),
        );
      }
    }
  };
  extend(base.computation, undefined, combined(misread(base.computation)));
  return { tried, cut };
}
