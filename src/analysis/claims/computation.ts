import type { Catalogue } from "../../prices/price-file.js";
import { newestDay, type Rate } from "../../prices/rate-card.js";
import type { Decimal } from "../../units/decimal.js";
import type { Claim, ClaimsFile, Subject } from "./parse-claims.js";
import { type At, type Item, NOTHING_OPEN, type Side, sideOf } from "./side.js";

/** A changed reading of one rate; the key tells readings apart, so that results can be remembered. */
export type Reading = { readonly key: string; readonly read: (rate: Rate) => Rate };

/** To a multiple of `step`: half up, always up or always down. */
export type Rounding = { readonly step: Decimal; readonly to: "nearest" | "up" | "down" };

/** How a figure is computed. A misreading of prices is a changed computation. */
export type Computation = {
  readonly subject: Subject;
  readonly sides: readonly Side[];
  readonly at: At;
  readonly asOf: string;
  readonly region: string;
  readonly freeTier: boolean;
  /** pools priced on another day than `asOf`; here and below, keyed by pool */
  readonly days: ReadonlyMap<string, string>;
  /** those whose free part is left out */
  readonly unfree: ReadonlySet<string>;
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  /** wrong factors on the amount */
  readonly factors: ReadonlyMap<string, Decimal>;
  /** those of which every copy gets its own tiers and free part */
  readonly apart: ReadonlySet<string>;
  /** what is rounded on the way: each line, a month's amount before it is multiplied, the figure at the end */
  readonly rounded: ReadonlyMap<"line" | "month" | "figure", Rounding>;
};

/** @throws ProblemError when the claim names what does not exist */
export function computationOf(file: ClaimsFile, claim: Claim, catalogue: Catalogue, sought?: string): Computation {
  const { subject } = claim;
  const open = [...(subject.kind === "break-even" ? [subject.over] : []), ...(sought === undefined ? [] : [sought])];
  return {
    subject,
    at: NOTHING_OPEN,
    sides: subject.sides.map((side, index) => sideOf(file, claim, side, index, open)),
    asOf: claim.asOf ?? file.prices?.asOf ?? newestDay(catalogue),
    region: claim.region ?? file.prices?.region ?? "us-east-1",
    freeTier: claim.freeTier ?? file.prices?.freeTier ?? true,
    days: new Map(),
    unfree: new Set(),
    readings: new Map(),
    factors: new Map(),
    apart: new Set(),
    rounded: new Map(),
  };
}

export function itemsOf(computation: Computation): readonly Item[] {
  return computation.sides.flatMap((side) => side.items);
}

/** The pools at hand, each once, in the order of the items. */
export function poolsOf(computation: Computation): readonly string[] {
  return [...new Set(itemsOf(computation).map((item) => item.pool))];
}

/** A side of which nothing changes stays the same object, by which its amounts are remembered. */
export function withItems(computation: Computation, change: (item: Item) => Item | undefined): Computation {
  const changed = (side: Side): Side => {
    const items = side.items.flatMap((item) => change(item) ?? []);
    return items.length === side.items.length && items.every((item, index) => item === side.items[index]) ? side : { ...side, items };
  };
  return { ...computation, sides: computation.sides.map(changed) };
}

export function withReading(computation: Computation, pool: string, reading: Reading): Computation {
  return { ...computation, readings: new Map(computation.readings).set(pool, [...(computation.readings.get(pool) ?? []), reading]) };
}
