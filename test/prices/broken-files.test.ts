import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parsePriceFile } from "../../src/prices/parse-price-file.js";
import { FIXTURES, fixture } from "../support/fixture.js";
import { textsOf } from "../support/problems-of.js";

const sound = readFileSync(`${FIXTURES}prices/sound.yaml`, "utf8");
const complaints = (text: string): readonly string[] => textsOf(() => parsePriceFile(text, { path: "test/mail/2026-01-01.yaml", hash: "", shownAs: "shop.yaml" }));

type Case = { readonly rule: string; readonly replace: string; readonly by: string; readonly says: readonly string[] };
const cases = fixture<readonly Case[]>("prices/broken.yaml");

it("the sound file has no problem", () => {
  expect(complaints(sound)).toEqual([]);
});

describe("a broken rule is told with its place", () => {
  it.each(cases)("$rule", ({ replace, by, says }) => {
    expect(sound.split(replace)).toHaveLength(2);
    const said = complaints(sound.replace(replace, by));
    expect(said.map((text, index) => text.slice(0, says[index]?.length ?? 0))).toEqual(says);
  });
});

it("all problems of a file are told at once, in the order of the file's checks", () => {
  const broken = sound.replace('per: "1000"', 'per: "7"').replace('upTo: "100"', 'upTo: "9"').replace('rate: "25", source: list', 'rate: "25", source: lits').replace("effective: 2026-01-01", "effective: 2025-12-31");
  expect(complaints(broken).map((text) => text.split(" ")[0])).toEqual(["shop.yaml:3:12:", "shop.yaml:16:14:", "shop.yaml:24:11:", "shop.yaml:35:62:"]);
});

it("shape problems of a file are told at once", () => {
  const broken = sound.replace("currency: USD", "currency: EUR").replace("scope: account\n    prices:\n      - regions", "scope: acount\n    prices:\n      - regions").replace('rate: "25"', 'rate: "1e3"');
  expect(complaints(broken).map((text) => text.split(" ")[0])).toEqual(["shop.yaml:5:11:", "shop.yaml:13:12:", "shop.yaml:35:48:"]);
});

it("an empty file says what is missing", () => {
  expect(complaints("")).toEqual([expect.stringMatching(/^shop\.yaml:1:1: the file is empty \(expected the keys service, /)]);
});
