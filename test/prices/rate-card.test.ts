import { describe, expect, it } from "vitest";
import { parsePriceFile } from "../../src/prices/parse-price-file.js";
import { newestDay, type RateCard, rateCard } from "../../src/prices/rate-card.js";
import { rateIds } from "../../src/prices/rate-ids.js";
import { plain } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { textsOf } from "../support/problems-of.js";

/** A price file in one line per rate: id, rate and regions. */
function file(effective: string, rates: readonly (readonly [id: string, rate: string, regions: string])[], more = "") {
  const lines = rates.map(([id, rate, regions]) => `  ${id}: { title: t, unit: message, scope: account, prices: [{ rate: "${rate}", regions: [${regions}], source: list }] }`);
  const text = `service: mail\ntitle: Mail\neffective: ${effective}\nbasis: announced\ncurrency: USD\nregions: [here]\nsources: { list: { url: u, retrieved: ${effective}, confidence: high } }\nrates:\n${lines.join("\n")}\n${more}`;
  return parsePriceFile(text, { path: `test/mail/${effective}.yaml`, hash: effective });
}

const mail = { files: [
  file("2026-03-01", [["mail.letter", "0.7", "here"], ["mail.card", "0.3", "here"]], "unknown: { mail.pallet: nobody would say }"),
  file("2026-01-01", [["mail.letter", "0.5", "here, there"], ["mail.card", "0.3", "here"], ["mail.wire", "9", "global"]]),
  file("2026-06-01", [["mail.letter", "0.7", "here"], ["mail.card", "0.4", "here"]]),
] };
const card = (asOf: string, region = "here"): RateCard => rateCard(mail, { asOf, region, freeTier: true });
const rateOf = (of: RateCard, id: string): string => {
  const { schedule } = of.rate(id);
  return schedule.kind === "per-unit" ? plain(schedule.unitRate) : schedule.kind;
};

describe("validity is half open", () => {
  const cases = [
    { asOf: "2026-01-01", rate: "0.5", because: "the first day belongs to the file" },
    { asOf: "2026-02-28", rate: "0.5", because: "the day before the next file" },
    { asOf: "2026-03-01", rate: "0.7", because: "the next file's own day" },
    { asOf: "2026-12-31", rate: "0.7", because: "the last file stays in force" },
  ];
  it.each(cases)("on $asOf a letter costs $rate: $because", ({ asOf, rate }) => {
    expect(rateOf(card(asOf), "mail.letter")).toBe(rate);
  });
  it("says from when to when its file holds, and since when the price stands", () => {
    const { source } = card("2026-07-01").rate("mail.letter");
    expect(source).toMatchObject({ file: "test/mail/2026-06-01.yaml", effective: "2026-06-01", until: null, standing: { since: "2026-03-01", basis: "announced" } });
    expect(card("2026-04-01").rate("mail.card").source).toMatchObject({ until: "2026-06-01", standing: { since: "2026-01-01" } });
  });
});

describe("a price that is not there", () => {
  const cases = [
    { asOf: "2025-12-31", region: "here", id: "mail.letter", says: '"mail.letter" has no price on 2025-12-31 (expected a day from 2026-01-01 on)', because: "before the first file" },
    { asOf: "2026-03-01", region: "here", id: "mail.wire", says: '"mail.wire" has no price on 2026-03-01 (it was known from 2026-01-01 until 2026-03-01)', because: "a rate that a later file does not repeat has ended" },
    { asOf: "2026-02-01", region: "nowhere", id: "mail.letter", says: 'no price is known in region "nowhere" (known in here, there)', because: "the known regions are named, and no rate, so that it is told once" },
    { asOf: "2026-03-01", region: "there", id: "mail.letter", says: '"mail.letter" has no price in region "there" on 2026-03-01 (known in here)', because: "a region may end with its file" },
    { asOf: "2026-03-01", region: "here", id: "mail.leter", says: 'there is no rate "mail.leter" (did you mean "mail.letter"?)', because: "the nearest name is offered" },
    { asOf: "2026-03-01", region: "here", id: "telegraph.morse.code", says: 'there is no rate "telegraph.morse.code" (`authcost prices list` shows all rates)', because: "nothing is near" },
    { asOf: "2026-03-01", region: "here", id: "mail.pallet", says: 'the price of "mail.pallet" is not known (nobody would say)', because: "known to be unknown, with the reason" },
    { asOf: "2026-03-01", region: "here", id: "toString", says: 'there is no rate "toString"', because: "no name of the language is a rate" },
  ];
  it.each(cases)("$id in $region on $asOf: $because", ({ asOf, region, id, says }) => {
    expect(textsOf(() => card(asOf, region).rate(id)).map((text) => text.slice(0, says.length))).toEqual([says]);
  });
  describe("another region's price stands in where it is asked to", () => {
    const lent = (asOf: string, region: string, standIn: string): RateCard => rateCard(mail, { asOf, region, standIn, freeTier: true, regionPlace: { file: "--region" }, standInPlace: { file: "--stand-in" } });
    it("marked as such, and of low confidence", () => {
      const borrowed = lent("2026-03-01", "there", "here").rate("mail.letter");
      expect(borrowed).toMatchObject({ region: "here", note: "No price is known in there: that of here stands in.", source: { confidence: "low" } });
    });
    it("and never in place of a price of the region itself", () => {
      const own = lent("2026-01-01", "there", "here").rate("mail.letter");
      expect(own).toMatchObject({ region: "there", source: { confidence: "high" } });
      expect(own.note).toBeUndefined();
    });
    it("misspelt regions are told, both at once", () => {
      expect(textsOf(() => lent("2026-03-01", "thre", "hre"))).toEqual(['--region: no price is known in region "thre" (did you mean "there"?)', '--stand-in: no price is known in region "hre" (did you mean "here"?)']);
    });
    it("a price that neither has is missing", () => {
      expect(textsOf(() => lent("2026-02-01", "here", "there").rate("mail.pallet"))).toEqual(['the price of "mail.pallet" is not known (nobody would say)']);
    });
  });
  it("the place where the region was asked for is named", () => {
    const placed = rateCard(mail, { asOf: "2026-02-01", region: "hre", freeTier: true, place: { file: "app.yaml" }, regionPlace: { file: "--region" } });
    expect(textsOf(() => placed.rate("mail.letter"))).toEqual(['--region: no price is known in region "hre" (did you mean "here"?)']);
  });
  it("the place where the day was asked for is named", () => {
    const placed = rateCard(mail, { asOf: "2025-01-01", region: "here", freeTier: true, place: { file: "app.yaml", line: 3, column: 11 } });
    expect(textsOf(() => placed.rate("mail.letter"))[0]).toMatch(/^app\.yaml:3:11: "mail\.letter" has no price on 2025-01-01/);
  });
});

it("a price that knows no region answers in every region", () => {
  expect(rateOf(card("2026-01-01", "anywhere"), "mail.wire")).toBe("9");
});

it("a rate is the same object each time it is asked for", () => {
  const one = card("2026-01-01");
  expect(one.rate("mail.letter")).toBe(one.rate("mail.letter"));
});

it("the default day is that of the newest evidence, effective day or reading", () => {
  expect(newestDay(mail)).toBe("2026-06-01");
  expect(newestDay({ files: [] })).toBe("0000-00-00");
});

it("rate ids are listed once, in order", () => {
  expect(rateIds(mail)).toEqual(["mail.card", "mail.letter", "mail.wire"]);
});

describe("the shipped catalogue", () => {
  const cases = [
    { id: "aws.cognito.essentials.mau", asOf: "2024-11-21", region: "us-east-1", says: "expected a day from 2024-11-22 on", because: "plans began on 2024-11-22" },
    { id: "aws.cognito.essentials.mau", asOf: "2026-10-01", region: "us-esat-1", says: 'did you mean "us-east-1"?', because: "no price is known there at all" },
    { id: "aws.kms.key", asOf: "2026-10-01", region: "sa-east-1", says: "known in eu-west-2, us-east-1", because: "the rate's regions are listed" },
    { id: "aws.cognito.esential.mau", asOf: "2026-10-01", region: "us-east-1", says: 'did you mean "aws.cognito.essentials.mau"?', because: "the nearest name" },
    { id: "aws.cognito.china.mau", asOf: "2026-10-01", region: "us-east-1", says: "billed in CNY", because: "the file says why" },
  ];
  it.each(cases)("$id on $asOf in $region: $because", ({ id, asOf, region, says }) => {
    expect(textsOf(() => rateCard(catalogue, { asOf, region, freeTier: true }).rate(id)).join()).toContain(says);
  });
});
