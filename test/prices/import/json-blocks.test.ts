import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type JsonValue, jsonBlocks, JsonSyntaxError } from "../../../src/prices/import/json-blocks.js";

/** The whole value of a text handed over in pieces, with numbers as text. */
function read(text: string, piece: number): JsonValue | undefined {
  let found: JsonValue | undefined;
  const blocks = jsonBlocks(() => "build", (_, value) => { found = value; });
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += piece) blocks.write(bytes.subarray(at, at + piece));
  blocks.end();
  return found;
}

function complaint(text: string): string {
  try {
    read(text, 3);
  } catch (error) {
    if (error instanceof JsonSyntaxError) return `${error.offset}: ${error.message}`;
    throw error;
  }
  return "";
}

const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: "small" }, fc.string({ unit: "grapheme" }), fc.boolean(), fc.constant(null), fc.array(tie("any")), fc.dictionary(fc.string().filter((key) => key !== "__proto__"), tie("any"), { noNullPrototype: true })),
})).any;

describe("reading JSON in pieces", () => {
  it("any value comes out as it went in, wherever the pieces are cut", () => {
    fc.assert(fc.property(fc.oneof(fc.array(value), fc.dictionary(fc.string().filter((key) => key !== "__proto__"), value, { noNullPrototype: true })), fc.integer({ min: 1, max: 40 }), fc.constantFrom(undefined, 1), (one, piece, indent) => {
      expect(read(JSON.stringify(one, null, indent), piece)).toEqual(one);
    }), { numRuns: 300 });
  });

  it("numbers keep their digits", () => {
    expect(read('{"a":[0.0150000000,-12,1.25e-8]}', 2)).toEqual({ a: ["0.0150000000", "-12", "1.25e-8"] });
  });

  const broken = [
    { text: '{"a":1,}', says: '7: "}" stands where a key is expected' },
    { text: '{"a" 1}', says: '5: "1" stands where a colon is expected' },
    { text: '{"a":1 "b":2}', says: '7: "b" stands where a comma or a closing bracket is expected' },
    { text: '{"a":[1,2}', says: '9: "}" stands where a comma or a closing bracket is expected' },
    { text: '{"a":1}{"b":2}', says: '7: "{" stands where the end of the file is expected' },
    { text: '{"a":nope}', says: '6: "o" is no JSON here' },
    { text: '{"a":{"b":"c', says: "12: the file ends in the middle" },
    { text: "{\"a\":1", says: "6: the file ends in the middle" },
    { text: `${"[".repeat(100)}`, says: "60: the file is nested deeper than 60 levels" },
  ];
  it.each(broken)("$text is refused", ({ text, says }) => {
    expect(complaint(text)).toBe(says);
  });

  it("whatever is cut off a file, the rest is refused", () => {
    const whole = '{"products":{"A":{"sku":"A","x":[1,true,null]}},"terms":{}}';
    for (let length = 1; length < whole.length; length++) expect(complaint(whole.slice(0, length)), whole.slice(0, length)).not.toBe("");
    expect(complaint(whole)).toBe("");
  });
});
