import { describe, expect, it } from "vitest";
import { override } from "../../src/scenario/override.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";

const scenario = (at = "") => parseScenario(`name: app\nworkload: { mau: 1000 }\nalternatives: [cognito]\n${at}`, { file: "app.yaml", hash: "" });
const points = (of: ReturnType<typeof scenario>): readonly string[] => of.points.map(String);

describe("users set on the command line", () => {
  it("move the one column of a scenario that names no columns", () => {
    expect(points(override(scenario(), { set: ["mau=2000"] }))).toEqual(["2000"]);
  });

  it("leave the columns that a scenario names", () => {
    expect(points(override(scenario("at: { mau: [1000, 5000] }"), { set: ["mau=2000"] }))).toEqual(["1000", "5000"]);
  });

  it("leave the columns that --mau names", () => {
    expect(points(override(scenario(), { set: ["mau=2000"], mau: ["7", "3"] }))).toEqual(["3", "7"]);
  });
});
