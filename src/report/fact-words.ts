import { slaText, sourceText } from "../engine/check-constraints.js";
import { weakestPart } from "../engine/sla-settings.js";
import { locationText } from "../scenario/areas.js";
import { type Ability, type Fact, type Residency, type SlaPart, TRAIT_NAMES, type Traits, type TraitSource } from "../scenario/traits.js";

const ABILITIES: Record<Ability, string> = { yes: "yes", "on-request": "on request", no: "no" };
/** More places than this are counted, not listed. */
const MOST_PLACES = 3;

const inShort = <V>(fact: Fact<V>, say: (value: V) => string): string => (fact.kind === "unknown" ? "not known" : say(fact.value));

/** A fact in a word or two: "yes", "us, eu", "99.95 %", "not known". */
export function factText(traits: Traits, trait: keyof Traits): string {
  switch (trait) {
    case "residency":
      return inShort(traits.residency, placesText);
    case "sla":
      return inShort(traits.sla, (parts) => (parts.length === 0 ? "none" : `${weakestPart(parts)?.percent} %`));
    default:
      return inShort(traits[trait], (ability) => ABILITIES[ability]);
  }
}

function placesText(places: Residency): string {
  if (places === "any-region") return "any Region";
  return places.length > MOST_PLACES ? `${places.length} places` : places.join(", ");
}

/** The ground of a fact, with its source. */
export function groundText(traits: Traits, trait: keyof Traits): string {
  switch (trait) {
    case "residency":
      return grounds(traits.residency, (places) => (places === "any-region" ? "" : `${places.map(locationText).join(", ")}: `));
    case "sla":
      return slaGrounds(traits.sla);
    default:
      return grounds(traits[trait], (ability) => (ability === "yes" ? "" : `${ABILITIES[ability]}: `));
  }
}

function grounds<V>(fact: Fact<V>, say: (value: V) => string): string {
  return fact.kind === "unknown" ? `not known (${fact.because})` : `${say(fact.value)}${fact.because}${cited(fact.source)}`;
}

function slaGrounds(fact: Fact<readonly SlaPart[]>): string {
  if (fact.kind === "unknown" || fact.value.length === 0) return grounds(fact, () => "none: ");
  const [first, ...others] = fact.value;
  const said = `${slaText(fact.value)}; ${fact.because}`;
  if (others.length === 0) return `${said}${cited(first?.source)}`;
  return `${said}. ${fact.value.map((part) => `${part.part} ${part.percent} %${cited(part.source)}`).join("; ")}`;
}

/** " (https://…, read 2026-11-23; confidence medium)" */
function cited(source: TraitSource | undefined): string {
  return source === undefined ? "" : sourceText(source).replace(/\)$/, `; confidence ${source.confidence})`);
}

/** Every fact with its ground, by its name. */
export function factsJson(traits: Traits): { readonly [trait: string]: { readonly value: string; readonly because: string } } {
  return Object.fromEntries(TRAIT_NAMES.map((trait) => [trait, { value: factText(traits, trait), because: groundText(traits, trait) }]));
}
