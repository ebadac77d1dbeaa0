import type { Location } from "./areas.js";

/** Where a fact was read, on which day, and how far it is to be trusted (as in price files). */
export type TraitSource = { readonly url: string; readonly retrieved: string; readonly confidence: "high" | "medium" | "low" };

/** A fact about an alternative with its ground; what no source confirms stays unknown and is never taken for granted. */
export type Fact<V> =
  | { readonly kind: "known"; readonly value: V; readonly because: string; readonly source?: TraitSource }
  | { readonly kind: "unknown"; readonly because: string };

/** on-request: the operator does it when asked, at a time of its own */
export type Ability = "yes" | "on-request" | "no";

/** Where user data can be kept: in these places, or in any Region of AWS, each with its own prices. */
export type Residency = readonly Location[] | "any-region";

/** A monthly uptime that its operator promises, in percent, for one part that a sign-in passes through. */
export type SlaPart = {
  readonly part: string;
  readonly percent: string;
  readonly source?: TraitSource;
  /** counts only where a setting stands so */
  readonly when?: { readonly setting: string; readonly is: "on" | "off" };
};

/** What an alternative can and cannot do besides money. */
export type Traits = {
  readonly hashExport: Fact<Ability>;
  readonly hashImport: Fact<Ability>;
  readonly totpExport: Fact<Ability>;
  readonly residency: Fact<Residency>;
  /** no parts: nothing is promised under this plan */
  readonly sla: Fact<readonly SlaPart[]>;
};

export const TRAITS = {
  hashExport: "export of password hashes",
  hashImport: "import of password hashes",
  totpExport: "export of TOTP secrets",
  residency: "place of user data",
  sla: "promised uptime",
} as const satisfies Record<keyof Traits, string>;
export const TRAIT_NAMES = Object.keys(TRAITS) as readonly (keyof Traits)[];

export function known<const V>(value: V, because: string, source?: TraitSource): Fact<V> {
  return { kind: "known", value, because, ...(source === undefined ? {} : { source }) };
}

export function unknown(because: string): { readonly kind: "unknown"; readonly because: string } {
  return { kind: "unknown", because };
}

/** Nothing is known: for costs given by hand whose scenario states no traits. */
export function unknownTraits(because: string): Traits {
  return {
    hashExport: unknown(because),
    hashImport: unknown(because),
    totpExport: unknown(because),
    residency: unknown(because),
    sla: unknown(because),
  };
}
