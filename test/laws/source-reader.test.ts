import { expect, it } from "vitest";
import { importsOf, resolveImport, sourceFile } from "../support/source.js";

// The laws are only as good as the reader of the sources: these are the texts that would mislead it.
const cases = [
  { text: "const a = 1; // any!", code: "const a = 1;        ", because: "a comment is no code" },
  { text: "/* import x */ f();", code: "               f();", because: "a block comment is no code" },
  { text: 'say("any // here"); g();', code: 'say("           "); g();', because: "two slashes inside a string start no comment" },
  { text: "say(`any ${count(`in ${any}`)} more`); g();", code: "say(`    ${count(`   ${any}`)}     `); g();", because: "values inserted into templates are code" },
  { text: "say(`${{ a: 1 }} any`); g();", code: "say(`${{ a: 1 }}    `); g();", because: "braces inside an inserted value do not end it" },
  { text: 'x.replace(/"any/g, y); g();', code: "x.replace(/     g, y); g();", because: "a quote inside a regular expression starts no string" },
  { text: "const half = a / b; const c = d / any;", code: "const half = a / b; const c = d / any;", because: "a division is no regular expression" },
];
it.each(cases)("$text is read rightly: $because", ({ text, code }) => {
  expect(sourceFile("x.ts", text).code).toBe(code);
});

it("every way of importing is seen, and none in comments", () => {
  const text = 'import a from "./a.js";\nimport type { B } from "../b.js";\nexport { c } from "./c.js";\nexport * from "./d.js";\nimport "./e.js";\nawait import("./f.js");\n// import g from "./g.js";\nlet h: import("./h.js").H;';
  expect([...importsOf(sourceFile("x.ts", text))].sort()).toEqual(["../b.js", "./a.js", "./c.js", "./d.js", "./e.js", "./f.js", "./h.js"]);
});

it("a specifier is found below src", () => {
  expect(resolveImport("engine/bill.ts", "../units/usd.js")).toBe("units/usd.ts");
  expect(resolveImport("engine/bill.ts", "zod")).toBeUndefined();
});
