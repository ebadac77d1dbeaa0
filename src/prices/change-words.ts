import { decimal } from "../units/decimal.js";
import { formatNumber } from "../units/format.js";
import { type PriceChange, priceShape } from "./history.js";
import type { PriceData } from "./price-file-schema.js";

/** What a change is to its reader: a price that moved, one that the provider began, one that was only read for the first time, one that ended. */
export type ChangeKind = "changed" | "ended" | "begun" | "first read";

export function changeKind({ kind, before, after }: PriceChange): ChangeKind {
  if (kind === "added") return after?.basis === "first-seen" ? "first read" : "begun";
  return kind === "changed" && before !== undefined && after !== undefined && readFurther(before.price, after.price) ? "first read" : kind;
}

/** Whether the tiers that were known stand, and only what lies above them was read. */
function readFurther(before: PriceData, after: PriceData): boolean {
  if (!("tiers" in before) || !("tiers" in after) || before.thereafter !== "unread" || before.schedule !== after.schedule) return false;
  const same = { ...before, tiers: after.tiers, thereafter: after.thereafter };
  return (
    priceShape(same) === priceShape(after) && JSON.stringify(after.tiers.slice(0, before.tiers.length)) === JSON.stringify(before.tiers)
  );
}

const COUNTED: readonly (readonly [ChangeKind, string])[] = [
  ["changed", "changed"],
  ["ended", "ended"],
  ["begun", "begun"],
  ["first read", "read for the first time"],
];

/** "2 changed, 21 begun, 85 read for the first time"; how many of each, in order of weight. */
export function changeCounts(changes: readonly PriceChange[]): string {
  const kinds = changes.map(changeKind);
  const parts = COUNTED.flatMap(([kind, words]) => {
    const count = kinds.filter((one) => one === kind).length;
    return count === 0 ? [] : [`${formatNumber(decimal(String(count)))} ${words}`];
  });
  return parts.join(", ");
}

/** By how much a plain rate moved, as in "-50 %"; nothing where a price is more than one number. */
export function changeShare({ before, after }: PriceChange): string | undefined {
  const [old, now] = [before?.price, after?.price];
  if (old === undefined || now === undefined || !("rate" in old) || !("rate" in now) || "size" in old || "size" in now) return undefined;
  const [from, to] = [old, now].map((price) => decimal(price.rate).div(decimal(price.per ?? "1")));
  if (from === undefined || to === undefined || from.isZero()) return undefined;
  const share = to.div(from).minus(1).times(100);
  return share.isZero() ? undefined : `${share.isPositive() ? "+" : ""}${formatNumber(share, 1)} %`;
}

/** Moved prices first, what was only read last. */
export function byWeight(left: PriceChange, right: PriceChange): number {
  const place = (change: PriceChange): number => COUNTED.findIndex(([kind]) => kind === changeKind(change));
  return place(left) - place(right);
}
