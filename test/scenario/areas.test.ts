import { expect, it } from "vitest";
import { isInside, LOCATIONS, type Location, locationText } from "../../src/scenario/areas.js";

it.each<{ kept: Location; wanted: Location; answer: string; because: string }>([
  { kept: "eu-west-1", wanted: "eu", answer: "yes", because: "Ireland is in the European Union" },
  { kept: "eu-west-2", wanted: "eu", answer: "no", because: "London is not" },
  { kept: "eu-west-2", wanted: "uk", answer: "yes", because: "London is in the United Kingdom" },
  { kept: "eu-central-2", wanted: "eu", answer: "no", because: "Zurich is in Switzerland" },
  { kept: "eu", wanted: "eu", answer: "yes", because: "the same area" },
  { kept: "eu", wanted: "eu-central-1", answer: "perhaps", because: "somewhere in the area may be elsewhere in it" },
  { kept: "eu-west-1", wanted: "eu-central-1", answer: "no", because: "another Region" },
  { kept: "us", wanted: "eu-central-1", answer: "no", because: "another area" },
])("data in $kept against $wanted: $answer, because $because", ({ kept, wanted, answer }) => {
  expect(isInside(kept, wanted)).toBe(answer);
});

it("every location is named once, and areas say their names", () => {
  expect(new Set(LOCATIONS).size).toBe(LOCATIONS.length);
  expect([locationText("eu"), locationText("eu-west-1")]).toEqual(["European Union (eu)", "eu-west-1"]);
});
