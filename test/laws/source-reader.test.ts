import { expect, it } from "vitest";
import { fixture } from "../support/fixture.js";
import { importsOf, resolveImport, sourceFile } from "../support/source.js";

// The laws are only as good as the reader of the sources: these are the texts that would mislead it.
const cases = fixture<readonly { readonly text: string; readonly code: string; readonly because: string }[]>("source-reader.yaml");
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
