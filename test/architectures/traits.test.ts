import { describe, expect, it } from "vitest";
import type { Architecture } from "../../src/architectures/architecture.js";
import { ARCHITECTURES } from "../../src/architectures/registry.js";
import { isDay } from "../../src/problems/day.js";
import { isLocation } from "../../src/scenario/areas.js";
import { type Fact, type SlaPart, TRAIT_NAMES, type TraitSource } from "../../src/scenario/traits.js";
import { decimal } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";

const named = (one: Architecture): string => `${one.id} (${one.book})`;
const facts = ARCHITECTURES.flatMap((one) => TRAIT_NAMES.map((name) => ({ owner: `${named(one)}: ${name}`, one, name, fact: one.traits[name] as Fact<unknown> })));
const parts = ARCHITECTURES.flatMap((one) => (one.traits.sla.kind === "known" ? one.traits.sla.value.map((part: SlaPart) => ({ owner: `${named(one)}: ${part.part}`, one, part })) : []));
const sources: readonly { readonly owner: string; readonly source: TraitSource }[] = [
  ...facts.flatMap(({ owner, fact }) => (fact.kind === "known" && fact.source ? [{ owner, source: fact.source }] : [])),
  ...parts.flatMap(({ owner, part }) => (part.source ? [{ owner, source: part.source }] : [])),
];

describe("facts besides money", () => {
  it("every one says why it is so, or why it is not known", () => {
    expect(facts.filter(({ fact }) => fact.because.length < 10).map(({ owner }) => owner)).toEqual([]);
  });
  it("what someone else runs is known from a source, or not at all", () => {
    const unsourced = facts.filter(({ one, name, fact }) => one.book === "vendors" && name !== "sla" && fact.kind === "known" && fact.source === undefined);
    expect(unsourced.map(({ owner }) => owner)).toEqual([]);
  });
  it("every uptime is a promise with a source, in percent", () => {
    expect(parts.filter(({ part }) => part.source === undefined).map(({ owner }) => owner)).toEqual([]);
    expect(parts.filter(({ part }) => decimal(part.percent).lt(99) || decimal(part.percent).gte(100)).map(({ owner }) => owner)).toEqual([]);
  });
  it("no promise under a plan is a statement with a source", () => {
    const silent = facts.filter(({ name, fact }) => name === "sla" && fact.kind === "known" && (fact.value as readonly SlaPart[]).length === 0 && fact.source === undefined);
    expect(silent.map(({ owner }) => owner)).toEqual([]);
  });
  it("a source is a page, a day on which it was read, and a confidence", () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.filter(({ source }) => !source.url.startsWith("https://") || !isDay(source.retrieved)).map(({ owner }) => owner)).toEqual([]);
  });
  it("a promise that hangs on a setting names a setting that can be on and off", () => {
    const lost = parts.filter(({ one, part }) => {
      const spec = part.when && one.settings[part.when.setting];
      return part.when !== undefined && !(spec?.kind === "choice" && spec.values.includes("on") && spec.values.includes("off"));
    });
    expect(lost.map(({ owner }) => owner)).toEqual([]);
  });
});

it("every Region that has a price lies in an area", () => {
  const regions = new Set(catalogue.files.flatMap((file) => [...file.regions, ...Object.values(file.rates).flatMap((rate) => rate.prices.flatMap((price) => price.regions ?? []))]));
  expect([...regions].filter((region) => region !== "global" && !isLocation(region))).toEqual([]);
});

describe("the promises that the research found", () => {
  const promised = (id: string, book: string): readonly string[] => {
    const sla = ARCHITECTURES.find((one) => one.id === id && one.book === book)?.traits.sla;
    return sla?.kind === "known" ? sla.value.map(({ part, percent, when }) => `${percent} ${part}${when ? ` [${when.setting} ${when.is}]` : ""}`) : ["unknown"];
  };
  it.each([
    { id: "cognito", book: "aws", parts: ["99.9 Amazon Cognito"], because: "aws.amazon.com/cognito/sla" },
    { id: "hybrid", book: "aws", parts: ["99.9 Amazon Cognito"], because: "sign-in does not pass the own store" },
    { id: "dynamodb", book: "aws", parts: ["99.99 DynamoDB", "99.95 Lambda", "99.95 API Gateway"], because: "a sign-in passes all three" },
    { id: "google-identity-platform", book: "vendors", parts: ["99.95 Identity Platform, sign-in by password and renewal of tokens"], because: "cloud.google.com/identity-platform/sla" },
    { id: "auth0-b2c-essentials", book: "vendors", parts: [], because: "promised in Enterprise contracts only" },
    { id: "clerk-pro", book: "vendors", parts: ["unknown"], because: "no public statement was found" },
    { id: "postgresql", book: "seed", parts: ["unknown"], because: "the original document names no servers" },
  ])("$id ($book): $because", ({ id, book, parts: expected }) => {
    expect(promised(id, book)).toEqual(expected);
  });
});
