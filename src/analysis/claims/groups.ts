import { type Decimal, ONE, sum } from "../../units/decimal.js";
import { remembered } from "./remembered.js";
import type { Item } from "./side.js";

/** A quantity and its text, by which its amount is remembered. */
export type Amassed = { readonly quantity: Decimal; readonly key: string };
/** The items of one pool and what they use together. */
export type Group = {
  readonly pool: string;
  readonly members: readonly (Amassed & { readonly copies: Decimal })[];
  readonly together: Amassed;
};

/** Items that use something, pool by pool. */
export function groups(items: readonly Item[], quantityOf: (item: Item) => Amassed): readonly Group[] {
  const byPool = new Map<string, Group["members"][number][]>();
  for (const item of items) {
    const used = quantityOf(item);
    if (!used.quantity.isZero() && !item.copies.isZero()) remembered(byPool, item.pool, () => []).push({ ...used, copies: item.copies });
  }
  return [...byPool].map(([pool, members]) => ({ pool, members, together: togetherOf(members) }));
}

function togetherOf(members: Group["members"]): Amassed {
  const [only] = members;
  return only && members.length === 1 && only.copies.eq(ONE)
    ? only
    : amassed(sum(members.map((member) => member.quantity.times(member.copies))));
}

export const amassed = (quantity: Decimal): Amassed => ({ quantity, key: quantity.toFixed() });
