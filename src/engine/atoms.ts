import type { Atom, AtomKind, Term } from "./atom.js";

/** The atom of a kind: the one made before when there is an equal one. */
export type Atoms = (kind: AtomKind) => Atom;

export function atomStore(): Atoms {
  const known = new Map<string, Atom>();
  return (kind) => {
    const key = keyOf(kind);
    const before = known.get(key);
    if (before) return before;
    const made: Atom = { ...kind, id: known.size };
    known.set(key, made);
    return made;
  };
}

/** A text for each atom; equal texts are equal values. */
function keyOf(atom: AtomKind): string {
  switch (atom.kind) {
    case "input":
      return `input ${atom.slot}`;
    case "fixed":
      return `fixed ${atom.value}`;
    case "sum":
    case "positive":
      return `${atom.kind} ${atom.constant} ${keyOfTerms(atom.terms)}`;
    case "product":
    case "min":
    case "max":
      return `${atom.kind} ${Math.min(atom.left.id, atom.right.id)} ${Math.max(atom.left.id, atom.right.id)}`;
    case "ceil":
      return `ceil ${atom.of.id} ${atom.by} ${atom.exact}`;
    case "ladder":
      return `ladder ${atom.of.id} ${atom.steps.map((step) => `${step.upTo} ${step.width} ${step.exact} ${step.value}`).join(",")} ${atom.thereafter}`;
    case "tiers":
      return `tiers ${atom.of.id} ${atom.starts.join(",")} ${atom.rates.join(",")}`;
    case "price":
      return `price ${atom.of.id} ${atom.by} ${atom.name}`;
    default:
      return atom satisfies never;
  }
}

const keyOfTerms = (terms: readonly Term[]): string => terms.map(({ factor, atom }) => `${factor} ${atom.id}`).join(",");
