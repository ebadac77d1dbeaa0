import type { Atom } from "./atom.js";

export type TierTable = { readonly starts: Float64Array; readonly bases: Float64Array; readonly rates: Float64Array };

/**
 * A price without jumps as a table: tier i holds quantities above starts[i], up to and including starts[i + 1], and costs
 * bases[i] + rates[i] for each unit above starts[i]. Tier 0 is what is free; Infinity ends the last.
 */
export function tierTable(atom: Extract<Atom, { kind: "tiers" }>): TierTable {
  const starts = [0, ...atom.starts, Number.POSITIVE_INFINITY];
  const rates = [0, ...atom.rates];
  const bases = [0];
  for (let tier = 1; tier < rates.length; tier++)
    bases.push((bases[tier - 1] ?? 0) + ((starts[tier] ?? 0) - (starts[tier - 1] ?? 0)) * (rates[tier - 1] ?? 0));
  return { starts: Float64Array.from(starts), bases: Float64Array.from(bases), rates: Float64Array.from(rates) };
}
