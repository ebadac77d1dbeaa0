import { decimal, isExact, plain } from "../../units/decimal.js";

/** JSON that says which of its values are decimals and maps. */
type Tagged = null | boolean | number | string | readonly Tagged[] | { readonly [key: string]: Tagged };

/**
 * Data with decimals and maps as JSON and back, without loss: a scenario travels in a report this way.
 * A decimal becomes {"$d": "0.05"}, a map {"$m": [[key, value], …]}; functions and undefined stay behind.
 */
export function toTagged(value: unknown): Tagged {
  if (isExact(value)) return { $d: plain(value) };
  if (value instanceof Map) return { $m: [...value].map(([key, one]) => [toTagged(key), toTagged(one)]) };
  if (Array.isArray(value)) return value.map(toTagged);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => one !== undefined && typeof one !== "function")
        .map(([key, one]) => [key, toTagged(one)]),
    );
  return value as Tagged;
}

export function fromTagged(value: Tagged): unknown {
  if (Array.isArray(value)) return value.map((one: Tagged) => fromTagged(one));
  if (value === null || typeof value !== "object") return value;
  const entries = value as { readonly [key: string]: Tagged };
  if (typeof entries.$d === "string") return decimal(entries.$d);
  if (Array.isArray(entries.$m)) return new Map((entries.$m as [Tagged, Tagged][]).map(([key, one]) => [fromTagged(key), fromTagged(one)]));
  return Object.fromEntries(Object.entries(entries).map(([key, one]) => [key, fromTagged(one)]));
}
