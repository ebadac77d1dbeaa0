import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rateIds } from "../../src/prices/rate-ids.js";
import { catalogue } from "../support/catalogue.js";
import { ROOT } from "../support/command-line.js";

describe("the README", () => {
  it("states the true counts of the catalogue", () => {
    const regions = new Set(catalogue.files.flatMap((file) => Object.values(file.rates).flatMap((rate) => rate.prices.flatMap((price) => price.regions ?? file.regions))));
    regions.delete("global");
    const sources = new Set(catalogue.files.flatMap((file) => Object.values(file.sources).map((source) => source.url)));
    const counts = `${rateIds(catalogue).length} rates in ${catalogue.files.length} dated files, ${regions.size} regions, ${sources.size} sources`;
    expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain(`<!-- counts -->${counts}<!-- /counts -->`);
  });
});
