import { describe, expect, it } from "vitest";
import { ARCHITECTURES } from "../../src/architectures/registry.js";
import { bill } from "../../src/engine/bill.js";
import { obstacleText } from "../../src/engine/obstacle.js";
import { rateCard } from "../../src/prices/rate-card.js";
import { plain, sum } from "../../src/units/decimal.js";
import { catalogue } from "../support/catalogue.js";
import { fixture } from "../support/fixture.js";
import { modelOf, scenarioOf } from "../support/models.js";

type Size = Readonly<Record<string, string>> & { readonly mau: string; readonly because?: string; readonly monthly?: string; readonly out?: string };
type Vendor = { readonly vendor: string; readonly only?: string; readonly bills: readonly Size[] };

const AS_OF = "2026-10-09";
const QUIET = { federatedShare: "0", smsPerMau: "0", connectionsPerFederatedUser: "0.02", returningShare: "0.9", signUpsPerMonth: "0", signInsPerMau: "0", tokenRefreshesPerMau: "0", passwordResetsPerMau: "0", apiCallsPerMau: "0" };
const vendors = fixture<readonly Vendor[]>("vendor-bills.yaml");
const sizes = vendors.flatMap(({ vendor, only, bills }) => bills.map((size) => ({ vendor, only, size, at: `${vendor} with ${Object.entries(size).filter(([key]) => !["because", "monthly", "out"].includes(key)).map(([key, value]) => `${key} ${value}`).join(", ")}` })));

function billOf(vendor: string, { because: _because, monthly: _monthly, out: _out, freeTier, ...workload }: Size) {
  const scenario = scenarioOf({ prices: { book: "aws", asOf: AS_OF }, workload: { ...QUIET, ...workload }, alternatives: [{ id: "one", architecture: vendor }] });
  return bill(modelOf(scenario), scenario.workload, rateCard(catalogue, { asOf: AS_OF, region: "us-east-1", freeTier: freeTier !== "false" }));
}

describe("what a vendor publishes comes out at every edge", () => {
  it.each(sizes.filter(({ size }) => size.monthly !== undefined))("$at costs $size.monthly: $size.because", ({ vendor, only, size }) => {
    const made = billOf(vendor, size);
    expect(made.obstacles.map((one) => one.name)).toEqual([]);
    const lines = made.lines.filter((line) => only === undefined || line.component === only);
    expect(plain(sum(lines.map((line) => line.amount)))).toBe(size.monthly);
  });
});

describe("what is not published or not known makes a size impossible, and says which of the two", () => {
  it.each(sizes.filter(({ size }) => size.out !== undefined))("$at: $size.out", ({ vendor, size }) => {
    expect(billOf(vendor, size).obstacles.map(obstacleText).join("\n")).toContain(size.out);
  });
});

it("every vendor plan has bills", () => {
  const worked = new Set(vendors.map(({ vendor }) => vendor));
  expect(ARCHITECTURES.filter((one) => one.book === "vendors" && !worked.has(one.id)).map((one) => one.id)).toEqual([]);
});
