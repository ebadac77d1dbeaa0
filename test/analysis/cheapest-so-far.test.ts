import { describe, expect, it } from "vitest";
import { cheapestSoFar } from "../../src/analysis/cheapest-so-far.js";
import { comparisonFrom } from "../support/ahead.js";

const BUILD = '{ id: build, costs: [{ name: Build, once: "100", kind: labour }, { name: Servers, monthly: "10" }] }';
const BUY = '{ id: buy, costs: [{ name: Fee, monthly: "30" }] }';
const soFar = (alternatives: string, workload = "mau: 10", horizon = "{ months: 12 }") => cheapestSoFar(comparisonFrom(`workload: { ${workload} }\nhorizon: ${horizon}\nalternatives: [${alternatives}]`));

describe("who has cost least so far", () => {
  it("the first month in which the other has cost less, not the one in which they are even", () => {
    expect(soFar(`${BUY}, ${BUILD}`).withLabour, "100 + 10 x 5 = 150 = 30 x 5 is a tie: the first named keeps it").toEqual({
      winners: [{ from: 1, to: 5, winner: "buy" }, { from: 6, to: 12, winner: "build" }], crossings: [{ at: 6, from: "buy", to: "build" }],
    });
    expect(soFar(`${BUILD}, ${BUY}`).withLabour.crossings, "named first, it has the tie").toEqual([{ at: 5, from: "buy", to: "build" }]);
  });
  it("without labour there is nothing to pay back", () => {
    expect(soFar(`${BUY}, ${BUILD}`).withoutLabour).toEqual({ winners: [{ from: 1, to: 12, winner: "build" }], crossings: [] });
  });
  it("never is an answer", () => {
    expect(soFar(`${BUY}, ${BUILD}`, "mau: 10", "{ months: 5 }").withLabour.crossings).toEqual([]);
  });
  it("one month is enough to ask", () => {
    expect(soFar(`${BUY}, ${BUILD}`, "mau: 10", "{ months: 1 }").withLabour.winners).toEqual([{ from: 1, to: 1, winner: "buy" }]);
  });
  it("counts dollars as they are, whatever the discount", () => {
    expect(soFar(`${BUY}, ${BUILD}`, "mau: 10", "{ months: 12, discountRate: 1 }").withLabour.crossings).toEqual([{ at: 6, from: "buy", to: "build" }]);
  });
  it("an alternative is out from the first month that it cannot carry", () => {
    const found = soFar('descope-free, { id: dear, costs: [{ name: c, monthly: "1" }] }', "mau: 7000", "{ months: 6, growth: { linear: 200 } }");
    expect(found.withLabour.winners, "7,000 7,200 7,400 7,600: free up to 7,500").toEqual([{ from: 1, to: 3, winner: "descope-free" }, { from: 4, to: 6, winner: "dear" }]);
    expect(soFar("descope-free", "mau: 7000", "{ months: 6, growth: { linear: 200 } }").withLabour.crossings).toEqual([{ at: 4, from: "descope-free", to: undefined }]);
  });
});
