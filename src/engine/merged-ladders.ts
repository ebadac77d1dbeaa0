import type { Atom, LadderAtom, Step, Term } from "./atom.js";
import type { Atoms } from "./atoms.js";
import { atomSum, NOTHING, type Sum, termsOf, total } from "./sum.js";

/** A term that is a ladder, or a ladder times another atom. */
type Climb = { readonly factor: number; readonly ladder: LadderAtom; readonly times: Atom | undefined };

/**
 * The same sum with all ladders over one value as one ladder, and all that multiply the same atom as one: to choose among nine
 * instance classes, each priced where it is chosen, becomes to look up the price of the class.
 */
export function mergedLadders(atoms: Atoms, sum: Sum): Sum {
  const groups = new Map<string, Climb[]>();
  const rest = new Map<Atom, number>();
  for (const term of termsOf(sum)) {
    const climb = climbOf(term);
    if (!climb) {
      rest.set(term.atom, term.factor);
      continue;
    }
    const key = `${climb.ladder.of.id} ${climb.times?.id}`;
    const group = groups.get(key);
    if (group) group.push(climb);
    else groups.set(key, [climb]);
  }
  return total([{ constant: sum.constant, terms: rest, by: 1 }, ...[...groups.values()].map((group) => together(atoms, group))]);
}

function climbOf({ factor, atom }: Term): Climb | undefined {
  if (atom.kind === "ladder") return { factor, ladder: atom, times: undefined };
  if (atom.kind !== "product") return undefined;
  if (atom.left.kind === "ladder") return { factor, ladder: atom.left, times: atom.right };
  return atom.right.kind === "ladder" ? { factor, ladder: atom.right, times: atom.left } : undefined;
}

function together(atoms: Atoms, group: readonly Climb[]): Sum {
  const [first] = group;
  if (!first) return NOTHING;
  const at = (value: number): number => group.reduce((total, { factor, ladder }) => total + factor * valueAt(ladder, value), 0);
  const bounds = new Map<number, Step>();
  for (const step of group.flatMap(({ ladder }) => ladder.steps)) bounds.set(step.upTo, moreCareful(step, bounds.get(step.upTo)));
  const steps = [...bounds.values()].sort((a, b) => a.upTo - b.upTo).map((step): Step => ({ ...step, value: at(step.upTo) }));
  const thereafter = at(Number.POSITIVE_INFINITY);
  const merged = atoms({ kind: "ladder", of: first.ladder.of, steps: withoutIdle(steps, thereafter), thereafter });
  return atomSum(first.times ? atoms({ kind: "product", left: merged, right: first.times }) : merged);
}

/** Of two steps at one bound what holds for both. */
const moreCareful = (one: Step, other: Step = one): Step => ({
  ...one,
  exact: one.exact && other.exact,
  width: Math.max(one.width, other.width),
});

const valueAt = (ladder: LadderAtom, value: number): number => ladder.steps.find((step) => value <= step.upTo)?.value ?? ladder.thereafter;

/** A bound at which nothing changes is no bound. */
function withoutIdle(steps: readonly Step[], thereafter: number): readonly Step[] {
  return steps.filter((step, index) => step.value !== (steps[index + 1]?.value ?? thereafter));
}
