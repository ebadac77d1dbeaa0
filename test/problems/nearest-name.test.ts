import { describe, expect, it } from "vitest";
import { nameHint, nearestName, nearestNames } from "../../src/problems/nearest-name.js";

const ARCHITECTURES = ["cognito", "postgresql", "dynamodb", "keycloak-self-hosted", "auth0-b2c-essentials", "auth0-b2c-professional", "auth0-b2b-essentials", "clerk-pro", "workos-authkit", "stytch"];
const DRIVERS = ["mau", "registeredUsers", "federatedShare", "signInsPerMau", "tokenRefreshesPerMau", "m2mAppClients", "m2mTokenRequests", "dauPerMau"];

type Case = { readonly text: string; readonly known: readonly string[]; readonly near: readonly string[]; readonly because: string };

const CASES: readonly Case[] = [
  { text: "cognto", known: ARCHITECTURES, near: ["cognito"], because: "one letter is missing" },
  { text: "mua", known: DRIVERS, near: ["mau"], because: "two neighbours changed places" },
  { text: "Cognito", known: ARCHITECTURES, near: ["cognito"], because: "capitals do not count" },
  { text: "auth0", known: ARCHITECTURES, near: ["auth0-b2c-essentials", "auth0-b2c-professional", "auth0-b2b-essentials"], because: "three names begin with it" },
  { text: "aut0", known: ARCHITECTURES, near: ["auth0-b2c-essentials", "auth0-b2c-professional", "auth0-b2b-essentials"], because: "it is one slip from how three names begin" },
  { text: "auth0-b2b", known: ARCHITECTURES, near: ["auth0-b2b-essentials"], because: "one name begins with it" },
  { text: "essentials", known: ARCHITECTURES, near: ["auth0-b2c-essentials", "auth0-b2b-essentials"], because: "it is a whole word of two names" },
  { text: "auth0-essentials", known: ARCHITECTURES, near: ["auth0-b2c-essentials", "auth0-b2b-essentials"], because: "two names have both words, in this order" },
  { text: "aws.cognito.mau", known: ["aws.cognito.m2m.app-client", "aws.cognito.lite.mau", "aws.cognito.plus.mau"], near: ["aws.cognito.lite.mau", "aws.cognito.plus.mau"], because: "all its words stand in two names" },
  { text: "refresh", known: DRIVERS, near: ["tokenRefreshesPerMau"], because: "it stands inside one name" },
  { text: "aws-cognito", known: ARCHITECTURES, near: ["cognito"], because: "a known name is a whole word of it" },
  { text: "work-os", known: ARCHITECTURES, near: ["workos-authkit"], because: "it is one slip from how the name begins" },
  { text: "dau", known: DRIVERS, near: ["dauPerMau"], because: "in a very short word, beginning alike says more than one letter" },
  { text: "storageGb", known: ["instance", "storageType", "storageOverhead", "cacheNode"], near: ["storageType", "storageOverhead"], because: "it shares a word with two names" },
  { text: "fedShare", known: [...DRIVERS, "socialShare"], near: ["federatedShare", "socialShare"], because: "it shares a word with two names" },
  { text: "monthlyTier", known: Array.from({ length: 5 }, (_, index) => `tier${index}-of-a-long-name-with-tier`), near: [], because: "a word that many names share means none of them" },
  { text: "azure", known: ARCHITECTURES, near: [], because: "nothing is near" },
  { text: "a", known: ARCHITECTURES, near: [], because: "one letter is a part of nearly every name" },
  { text: "", known: ARCHITECTURES, near: [], because: "nothing was written" },
  { text: "auth0".repeat(20), known: ARCHITECTURES, near: [], because: "a name of a hundred letters is no slip" },
];

describe("the nearest names", () => {
  it.each(CASES)("of $text are $near: $because", ({ text, known, near }) => {
    expect(nearestNames(text, known)).toEqual(near);
    expect(nearestName(text, known)).toBe(near[0]);
  });

  it("every known name is the nearest to itself", () => {
    for (const name of [...ARCHITECTURES, ...DRIVERS]) expect(nearestNames(name, [...ARCHITECTURES, ...DRIVERS])).toEqual([name]);
  });
});

describe("the hint for an unknown name", () => {
  it.each([
    { text: "cognto", known: ARCHITECTURES, hint: 'did you mean "cognito"?' },
    { text: "essentials", known: ARCHITECTURES, hint: 'did you mean "auth0-b2c-essentials" or "auth0-b2b-essentials"?' },
    { text: "aut0", known: ARCHITECTURES, hint: 'did you mean "auth0-b2c-essentials", "auth0-b2c-professional" or "auth0-b2b-essentials"?' },
    { text: "tier", known: Array.from({ length: 9 }, (_, index) => `tier-${index + 1}`), hint: 'did you mean "tier-1", "tier-2", "tier-3", "tier-4" or 5 others like them?' },
    { text: "azure", known: ["aws", "seed"], hint: "known: aws, seed" },
  ])("$text: $hint", ({ text, known, hint }) => {
    expect(nameHint(text, known)).toEqual({ hint });
  });

  it("lists the known names only when they are few", () => {
    expect(nameHint("zzzzzz", Array.from({ length: 21 }, (_, index) => `name-${index}`))).toEqual({});
    expect(nameHint("zzzzzz", Array.from({ length: 20 }, (_, index) => `long-name-${index}`))).toEqual({});
    expect(nameHint("zzzzzz", [])).toEqual({});
  });
});
