import { describe, expect, it } from "vitest";
import { authcost, ROOT, scratch } from "../support/command-line.js";

const SHIPPED = "scenarios/original-document.yaml";
/** What is shown of the original document's own case; its prices are fixed. `npx vitest run test/cli/sensitivity-map-unit.test.ts -u` renews them; read the difference first. */
const GOLDENS = `${ROOT}test/fixtures/goldens/`;
const COMMANDS: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  { name: "sensitivity", args: ["sensitivity", SHIPPED, "--draws", "1000"] }, { name: "map", args: ["map", SHIPPED] }, { name: "unit-cost", args: ["unit-cost", SHIPPED] },
];

describe("sensitivity, map and unit-cost of a shipped scenario", () => {
  it.each(COMMANDS)("$name says the committed text, in 80 columns", async ({ name, args }) => {
    const { out, code, err } = authcost(args);
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => [...line].length > 80)).toEqual([]);
    await expect(out).toMatchFileSnapshot(`${GOLDENS}original-document.${name}.txt`);
  });

  it.each(COMMANDS)("$name writes JSON with provenance, CSV, Markdown and one HTML page, the same bytes each time", ({ args }) => {
    const [json, again] = [0, 1].map(() => authcost([...args, "--format", "json"]).out) as [string, string];
    expect(json).toBe(again);
    const result = JSON.parse(json);
    expect([result.schemaVersion, result.scenario.name, result.provenance.asOf]).toEqual([1, "original-document", "2024-08-31"]);
    const csv = authcost([...args, "--format", "csv"]).out.trim().split("\n");
    expect(csv.length).toBeGreaterThan(5);
    expect(authcost([...args, "--format", "markdown"]).out).toMatch(/^# The original design document/);
    const html = authcost([...args, "--format", "html"]).out;
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/(?:src|href)="http/);
  });

  it("no figure of a result has an exponent", () => {
    for (const { args } of COMMANDS) expect(authcost([...args, "--format", "json"]).out).not.toMatch(/"-?\d[\d.]*[eE][-+]?\d+"/);
  });
});

describe("what cannot be done", () => {
  const cases = [
    { args: ["map", SHIPPED, "--x", "mauu"], says: /--x: unknown driver "mauu" \(did you mean "mau"\?\)/ },
    { args: ["map", SHIPPED, "--x", "mau", "--y", "mau"], says: /--x, --y: the two axes are the same driver/ },
    { args: ["map", SHIPPED, "--x", "mau", "--y", "federatedShare", "--from-x", "100", "--to-x", "10"], says: /--from-x, --to-x: this is not a range of mau \(found 100 to 10/ },
    { args: ["map", SHIPPED, "--measure", "horizon"], says: /no horizon/ },
    { args: ["sensitivity", SHIPPED, "--spread", "half"], says: /--spread: not a part to vary by/ },
    { args: ["sensitivity", SHIPPED, "--spread", "2"], says: /--spread: not a part to vary by \(found "2"; expected a number above 0, at most 1/ },
    { args: ["sensitivity", SHIPPED, "--draws", "3", "--seed", "-1"], says: /--draws: this value does not fit[\s\S]*--seed: this value does not fit/ },
    { args: ["unit-cost", SHIPPED, "--set", "maus=5"], says: /did you mean "mau"/ },
  ];
  it.each(cases)("$args is refused with a sentence", ({ args, says }) => {
    const { code, err, out } = authcost(args);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(says);
  });

  it("one alternative leaves nothing to explain, and says so in every format", () => {
    const place = scratch();
    const file = place.write("alone.yaml", 'name: alone\nworkload: { mau: 10 }\nalternatives: [{ id: a, title: "<b>A</b>", costs: [{ name: "=1+1", monthly: "5" }] }]\n');
    expect(authcost(["sensitivity", file]).out).toContain("There is one alternative, so there is no difference to explain.");
    expect(JSON.parse(authcost(["sensitivity", file, "--format", "json"]).out).sensitivity.difference).toBeNull();
    expect(authcost(["sensitivity", file, "--format", "html"]).out).not.toContain("<b>A</b>");
    expect(authcost(["map", file]).code).toBe(0);
    expect(authcost(["unit-cost", file]).out).toContain("costs $0.50 a month for each of them");
    place.remove();
  });
});
