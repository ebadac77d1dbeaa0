import { describe, expect, it } from "vitest";
import { ProblemError, problemText } from "../../src/problems/problem.js";
import { readDocument } from "../../src/problems/read-document.js";

function complaints(text: string, file = "f.yaml"): readonly string[] {
  try {
    readDocument(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return error.problems.map(problemText);
  }
}

type Case = { readonly title: string; readonly text: string; readonly file?: string; readonly says: readonly string[] };

const WRONG: readonly Case[] = [
  { title: "an alias without its anchor is no missing value", text: "a: 1\nb: *nowhere\n", says: ['f.yaml:2:4: no anchor "&nowhere" stands above this alias (put &nowhere before the value that is meant)'] },
  { title: "an alias above its anchor", text: "a: *x\nb: &x 1\n", says: ['f.yaml:1:4: no anchor "&x" stands above this alias (put &x before the value that is meant)'] },
  { title: "a second document is not passed over", text: "a: 1\n---\na: 2\n", says: ["f.yaml:2:1: a second document begins here (expected one document in a file; make it a file of its own)"] },
  { title: "a tag of another program is not passed over", text: "a: !env MAU\nb: !Ref [x]\n", says: ['f.yaml:1:9: nothing is known of the tag "!env" (write the value itself)', 'f.yaml:2:9: nothing is known of the tag "!Ref" (write the value itself)'] },
  { title: "a key that stands twice is named", text: "a: 1\nb: { c: 1, c: 2 }\na: 2\n", says: ['f.yaml:2:12: the key "c" stands twice in one block (keep one of the two)', 'f.yaml:3:1: the key "a" stands twice in one block (keep one of the two)'] },
  { title: "a merge key says what to do instead", text: "a: &x { b: 1 }\nc: { <<: *x }\n", says: ['f.yaml:2:6: the key "<<" is not allowed (write the keys out; an alias may stand for a whole value)'] },
  { title: "a tab says to indent with spaces", text: "a:\n\tb: 1\n", says: ["f.yaml:2:1: not valid YAML: Tabs are not allowed as indentation (indent with spaces)"] },
  { title: "broken JSON is called JSON", text: '{ "a": 1 "b": 2 }', file: "f.json", says: ["f.json:1:8: not valid JSON"] },
];

describe("reading a document", () => {
  it.each(WRONG)("$title", ({ text, file, says }) => {
    const told = complaints(text, file);
    expect(told.slice(0, says.length).map((one, index) => one.slice(0, says[index]?.length))).toEqual(says);
  });

  it.each(["[".repeat(100_000), `a: ${"{a: ".repeat(20_000)}1${"}".repeat(20_000)}`, `${"[".repeat(80)}${"]".repeat(80)}`])("is told once that it is nested too deeply", (text) => {
    expect(complaints(text)).toEqual([expect.stringMatching(/^f\.yaml:1:\d+: the file is nested too deeply \(expected at most 60 levels\)$/)]);
  });

  it("YAML's own tags, anchors, directives and a byte order mark change nothing", () => {
    const { data } = readDocument("\uFEFF%YAML 1.2\n---\na: !!int 05\nb: &x [1, 2.50]\nc: *x\n...\n", "f.yaml");
    expect(data).toEqual({ a: "05", b: ["1", "2.50"], c: ["1", "2.50"] });
  });
});
