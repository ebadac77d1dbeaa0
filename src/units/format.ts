import { type Decimal, plain } from "./decimal.js";

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ",");

/** Sign, whole digits and decimals of plain notation; a value that was rounded to zero has no sign. */
function partsOf(fixed: string): { readonly sign: string; readonly integer: string; readonly fraction: string } {
  const [, minus = "", integer = "", fraction = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(fixed) ?? [];
  return { sign: /[1-9]/.test(fixed) ? minus : "", integer, fraction };
}

/** A number as people read it: thousands separators, at most `places` decimals, no trailing zeros. */
export function formatNumber(value: Decimal, places = 6): string {
  const { sign, integer, fraction } = partsOf(plain(value.toDecimalPlaces(places)));
  return sign + grouped(integer) + fraction;
}

/** Dollars as people read them: $1,350.00; half-even to cents; a negative amount as -$5.00. */
export function formatUsd(value: Decimal, places = 2): string {
  const { sign, integer, fraction } = partsOf(value.toFixed(places));
  return `${sign}$${grouped(integer)}${fraction}`;
}

/** Dollars for tables that are read at a glance: no cents from $100 on. */
export function formatUsdShort(value: Decimal): string {
  return formatUsd(value, value.abs().gte(100) ? 0 : 2);
}

/** 50k, 1M, 2.5M: user counts on axes and in column heads. */
export function formatCount(value: Decimal): string {
  if (value.gte(1_000_000)) return `${formatNumber(value.div(1_000_000), 3)}M`;
  if (value.gte(1_000)) return `${formatNumber(value.div(1_000), 3)}k`;
  return formatNumber(value, 3);
}

/** "Company sign-in" of "company sign-in": for labels and the start of a sentence. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** "a", "a and b", "a, b and c" */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
