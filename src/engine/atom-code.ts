import type { Atom, LadderAtom, Term } from "./atom.js";
import { GUARD } from "./guard.js";
import { halved } from "./sum.js";
import { tierTable } from "./tier-table.js";

/**
 * The JavaScript statement that gives v<id> an atom's value in the current row: i<slot> are the inputs, h<id> is what decides
 * next to a step (see `helpOf`). The same operations in the same order as `atomLoop`.
 */
export function codeOfAtom(atom: Atom): string {
  const own = `v${atom.id}`;
  switch (atom.kind) {
    case "input":
      return `const ${own} = i${atom.slot}[row];`;
    case "fixed":
      return `const ${own} = ${number(atom.value)};`;
    case "sum":
      return `const ${own} = ${codeOfSum(atom.constant, atom.terms)};`;
    case "positive":
      return `const half${atom.id} = ${codeOfSum(atom.constant / 2, halved(atom.terms))}; const ${own} = half${atom.id} + Math.abs(half${atom.id});`;
    case "product":
      return `const ${own} = v${atom.left.id} * v${atom.right.id};`;
    case "min":
    case "max":
      return `const ${own} = Math.${atom.kind}(v${atom.left.id}, v${atom.right.id});`;
    case "ceil":
      return codeOfCeil(own, `v${atom.of.id}`, atom.id, 1 / atom.by);
    case "ladder":
      return `const ${own} = ${codeOfLadder(`v${atom.of.id}`, atom)};`;
    case "tiers":
      return `const ${own} = ${codeOfTiers(`v${atom.of.id}`, atom)};`;
    case "price":
      return `const ${own} = h${atom.id}(v${atom.of.id});`;
    default:
      return atom satisfies never;
  }
}

export function codeOfSum(constant: number, terms: readonly Term[]): string {
  const parts = terms.map(({ factor, atom }) => (factor === 1 ? `v${atom.id}` : `${number(factor)} * v${atom.id}`));
  return (constant === 0 && parts.length > 0 ? parts : [number(constant), ...parts]).join(" + ");
}

/** Digits that read back as the same double. */
const number = (value: number): string => (value < 0 ? `(${value})` : String(value));

function codeOfCeil(own: string, of: string, id: number, perUnit: number): string {
  return [
    `const steps${id} = ${of} * ${number(perUnit)};`, `const whole${id} = Math.ceil(steps${id});`, `const rest${id} = whole${id} - steps${id};`, `const guard${id} = ${GUARD} * whole${id};`,
    `const ${own} = (rest${id} > guard${id} && rest${id} < 1 - guard${id}) || ${of} === 0 ? whole${id} : h${id}(${of});`,
  ].join(" ");
}

/** From the lowest step up; above the guard of the step before, a value stands on its step for sure. */
function codeOfLadder(of: string, { id, steps, thereafter }: LadderAtom): string {
  const sure = (index: number, value: number): string => {
    const before = steps[index - 1];
    return before === undefined || before.width === 0 ? number(value) : `(${of} > ${number(before.upTo + before.width)} ? ${number(value)} : h${id}(${of}))`;
  };
  const climbed = steps.map((step, index) => `${of} <= ${number(step.upTo - step.width)} ? ${sure(index, step.value)} : `).join("");
  const last = steps[steps.length - 1];
  return last ? `${climbed}${of} > ${number(last.upTo + last.width)} ? ${number(thereafter)} : h${id}(${of})` : number(thereafter);
}

function codeOfTiers(of: string, atom: Extract<Atom, { kind: "tiers" }>): string {
  const { starts, bases, rates } = tierTable(atom);
  const price = (tier: number): string => `${number(bases[tier] ?? 0)} + (${of} - ${number(starts[tier] ?? 0)}) * ${number(rates[tier] ?? 0)}`;
  return [...rates].map((_, tier) => (tier + 1 < rates.length ? `${of} <= ${number(starts[tier + 1] ?? 0)} ? ${price(tier)} : ` : price(tier))).join("");
}
