import { describe, expect, it } from "vitest";
import { ARCHITECTURES, architecturesOf, BOOKS } from "../../src/architectures/registry.js";
import { authcost } from "../support/command-line.js";

describe("architectures", () => {
  it.each(BOOKS)("lists all that a scenario of book %s can name", (book) => {
    const { out, code } = authcost(["architectures", "--book", book]);
    expect(code).toBe(0);
    const listed = out.split("\n").flatMap((line) => /^([a-z0-9-]+) {2,}\S.* {2,}\d+$/.exec(line)?.[1] ?? []);
    expect(listed).toEqual([...architecturesOf(book).keys()]);
  });

  it("shows every setting of one with its default, its values, its meaning and the reason", () => {
    const { out, code } = authcost(["architectures", "hybrid", "--format", "json"]);
    expect(code).toBe(0);
    const { architecture } = JSON.parse(out);
    const hybrid = ARCHITECTURES.find(({ id, book }) => id === "hybrid" && book === "aws");
    expect(architecture.settings).toEqual(Object.entries(hybrid?.settings ?? {}).map(([name, spec]) => ({ name, ...spec })));
    const text = authcost(["architectures", "hybrid"]).out;
    for (const [name, spec] of Object.entries(hybrid?.settings ?? {})) {
      expect(text).toContain(`\n${name}: ${spec.default}\n`);
      expect(text.replaceAll(/\s+/g, " ")).toContain(`${spec.meaning}; by default because ${spec.because}`);
    }
    expect(text.replaceAll(/\s+/g, " ")).toContain("classic (no longer offered)");
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("names what is near to a strange id, and where to look when nothing is", () => {
    expect(authcost(["architectures", "cognitoo"])).toMatchObject({ code: 1, out: "", err: expect.stringContaining('did you mean "cognito"?') });
    expect(authcost(["architectures", "okta"])).toMatchObject({ code: 1, out: "", err: expect.stringContaining("`authcost architectures` lists them") });
    expect(authcost(["architectures", "--book", "awss"])).toMatchObject({ code: 1, err: expect.stringContaining('did you mean "aws"?') });
  });
});
