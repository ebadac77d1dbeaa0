import type { Atom, LadderAtom, Term } from "./atom.js";
import { GUARD } from "./guard.js";
import { halved } from "./sum.js";
import { tierTable } from "./tier-table.js";

/**
 * The JavaScript statements that give v<id> an atom's value in the current row: i<slot> are the inputs, p<id> is the function of a
 * price. The same operations in the same order as `atomLoop`, but next to a step it is NaN without a second look.
 *
 * Comparisons and prices of tiers are written out before the choice among them: what has never run when the engine's optimiser comes
 * is not part of optimised code, and would throw it away when it runs at last. The optimiser itself moves each to where it is used.
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
      return `const half${atom.id} = ${codeOfSum(atom.constant / 2, halved(atom.terms))}, ${own} = half${atom.id} + Math.abs(half${atom.id});`;
    case "product":
      return `const ${own} = v${atom.left.id} * v${atom.right.id};`;
    case "min":
    case "max":
      return `const ${own} = Math.${atom.kind}(v${atom.left.id}, v${atom.right.id});`;
    case "ceil":
      return codeOfCeil(own, atom);
    case "ladder":
      return codeOfLadder(own, `v${atom.of.id}`, atom);
    case "tiers":
      return codeOfTiers(own, `v${atom.of.id}`, atom);
    case "price":
      return `const ${own} = p${atom.id}(v${atom.of.id} / ${number(atom.by)});`;
    default:
      return atom satisfies never;
  }
}

export function codeOfSum(constant: number, terms: readonly Term[]): string {
  const parts = terms.map(({ factor, atom }) => (factor === 1 ? `v${atom.id}` : `${number(factor)} * v${atom.id}`));
  // 0 + x is x, unless x is -0.
  const idle = constant === 0 && terms.length > 0 && terms.every(({ factor }) => factor > 0);
  return (idle ? parts : [number(constant), ...parts]).join(" + ");
}

/** Digits that read back as the same double. */
const number = (value: number): string => (value < 0 ? `(${value})` : String(value));

/** Sure between two whole numbers, away from both; 0 first, since most of what is rounded up is what lies above a free part. */
function codeOfCeil(own: string, { id, of: atom, by }: Extract<Atom, { kind: "ceil" }>): string {
  const [of, steps, whole, rest, guard] = [`v${atom.id}`, `steps${id}`, `whole${id}`, `rest${id}`, `guard${id}`];
  const computed = `${steps} = ${of} * ${number(1 / by)}, ${whole} = Math.ceil(${steps}), ${rest} = ${whole} - ${steps}, ${guard} = ${GUARD} * Math.max(1, ${whole})`;
  return `const ${computed}, ${own} = ${atom.kind === "sum" ? "" : `${of} === 0 ? 0 : `}${rest} > ${guard} && ${rest} < 1 - ${guard} ? ${whole} : NaN;`;
}

/** From the lowest step up; above the guard of the step before, a value stands on its step for sure. */
function codeOfLadder(own: string, of: string, { id, steps, thereafter }: LadderAtom): string {
  const compared = steps.map(
    ({ upTo, width }, index) =>
      `low${id}_${index} = ${of} <= ${number(upTo - width)}, high${id}_${index} = ${of} > ${number(upTo + width)}`,
  );
  const sure = (index: number, value: number): string =>
    index === 0 ? number(value) : `(high${id}_${index - 1} ? ${number(value)} : NaN)`;
  const choices = steps.map((step, index) => `low${id}_${index} ? ${sure(index, step.value)} : `);
  return `const ${compared.join(", ")}, ${own} = ${choices.join("")}${sure(steps.length, thereafter)};`;
}

function codeOfTiers(own: string, of: string, atom: Extract<Atom, { kind: "tiers" }>): string {
  const { starts, bases, rates } = tierTable(atom);
  const last = rates.length - 1;
  const priced = [...rates].map(
    (rate, tier) =>
      `upTo${atom.id}_${tier} = ${of} <= ${number(starts[tier + 1] ?? 0)}, price${atom.id}_${tier} = ${number(bases[tier] ?? 0)} + (${of} - ${number(starts[tier] ?? 0)}) * ${number(rate)}`,
  );
  const choices = [...rates.keys()].slice(0, last).map((tier) => `upTo${atom.id}_${tier} ? price${atom.id}_${tier} : `);
  return `const ${priced.join(", ")}, ${own} = ${choices.join("")}price${atom.id}_${last};`;
}
