import type { Decimal } from "../units/decimal.js";
import type { Node } from "../units/node.js";
import type { Qty } from "../units/quantity.js";
import type { Unit } from "../units/unit.js";

/** One thing that is billed: a meter (an expression in a unit) and the rate id that prices it. No money here. */
export type Charge = {
  readonly component: string;
  readonly name: string;
  readonly rate: string;
  readonly unit: Unit;
  readonly quantity: Node;
  /** why the line stands, shown where it costs nothing */
  readonly note?: string;
  /** one of several choices of which only one is used: left out of the bill at quantity 0 */
  readonly choice: boolean;
};

/** A bound that the alternative cannot pass: above it it is infeasible, and the bill says why. */
export type Limit = { readonly name: string; readonly value: Node; readonly unit: Unit; readonly most: Decimal; readonly because: string };

/** What a component contributes: charges and limits, as expressions over the workload. */
export type Usage = { readonly charges: readonly Charge[]; readonly limits: readonly Limit[] };

type ChargeExtras = { readonly note?: string; readonly choice?: boolean };

/** Makes the charges of one component; the unit of the meter must be the unit of the rate. */
export function chargesOf(component: string) {
  return function charge<U extends Unit>(name: string, rate: string, unit: U, quantity: Qty<U>, extras: ChargeExtras = {}): Charge {
    const { choice = false, ...rest } = extras;
    return { component, name, rate, unit, quantity: quantity.node, choice, ...rest };
  };
}

export function limit<U extends Unit>(name: string, unit: U, value: Qty<U>, most: Decimal, because: string): Limit {
  return { name, unit, value: value.node, most, because };
}

export function usage(charges: readonly Charge[], limits: readonly Limit[] = []): Usage {
  return { charges, limits };
}

export function together(usages: readonly Usage[]): Usage {
  return { charges: usages.flatMap((one) => one.charges), limits: usages.flatMap((one) => one.limits) };
}
