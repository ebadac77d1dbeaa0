import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { priceFilePaths } from "../../src/cli/load-catalogue.js";
import { type RateCard, rateCard } from "../../src/prices/rate-card.js";
import { rateQuantity } from "../../src/rating/rate-quantity.js";
import { decimal, plain } from "../../src/units/decimal.js";
import { catalogue, PRICES } from "../support/catalogue.js";
import { edgesOf, halfUp, naiveAmount, type NaiveFile, sameAmount } from "../support/naive-price.js";
import { problemsOf } from "../support/problems-of.js";

const paths = priceFilePaths(PRICES);
const naive = new Map(paths.map((path) => [path, parse(readFileSync(`${PRICES}${path}`, "utf8"), { schema: "failsafe" }) as NaiveFile]));

const cards = new Map<string, RateCard>();
function cardOf(asOf: string, region: string, freeTier: boolean): RateCard {
  const key = `${asOf} ${region} ${freeTier}`;
  const card = cards.get(key) ?? rateCard(catalogue, { asOf, region, freeTier });
  cards.set(key, card);
  return card;
}

/** Dollars by the tool, or "quote". */
function rated(id: string, quantity: string, card: RateCard): string {
  const rate = card.rate(id);
  const found: string[] = [];
  const problems = problemsOf(() => found.push(plain(rateQuantity(rate, decimal(quantity)).amount)));
  return found[0] ?? (problems.every((problem) => problem.code === "unpublished-price") ? "quote" : "refused");
}

it("every shipped price file is read", () => {
  expect(catalogue.files.map((file) => file.path)).toEqual(paths);
  expect(paths.length).toBeGreaterThan(60);
});

describe("a file's own examples come out", () => {
  const withExamples = [...naive].map(([path, file]) => ({ path, file, examples: Object.entries(file.rates).flatMap(([id, rate]) => (rate.examples ?? []).map((example) => ({ id, example }))) }));
  it.each(withExamples)("$path", ({ file, examples }) => {
    const wrong = examples.flatMap(({ id, example }) => {
      const exact = rated(id, example.quantity ?? "", cardOf(file.effective, example.region ?? file.regions[0] ?? "", example.freeTier !== "false"));
      const found = example.rounded === undefined || exact === "quote" ? exact : halfUp(exact, Number(example.rounded));
      return found !== "quote" && sameAmount(found, example.amount ?? "") ? [] : [`${id}: ${example.quantity} give ${found}, the example says ${example.amount} (${example.because})`];
    });
    expect(wrong).toEqual([]);
  });
  it("there are many of them", () => {
    expect(withExamples.flatMap((one) => one.examples).length).toBeGreaterThan(500);
  });
});

describe("at 0, at and one above every edge a rate costs what its file says", () => {
  const compared: string[] = [];
  it.each([...naive].map(([path, file]) => ({ path, file })))("$path", ({ file }) => {
    const wrong = Object.entries(file.rates).flatMap(([id, rate]) => rate.prices.flatMap((price) => [true, false].flatMap((freeTier) => {
      const region = price.regions?.[0] ?? file.regions[0] ?? "";
      return edgesOf(price, freeTier).flatMap((quantity) => {
        const expected = naiveAmount(price, quantity, freeTier);
        const found = rated(id, quantity, cardOf(file.effective, region, freeTier));
        compared.push(id);
        return found === expected ? [] : [`${id} in ${region}, free tier ${freeTier ? "on" : "off"}: ${quantity} give ${found}, the file says ${expected}`];
      });
    })));
    expect(wrong).toEqual([]);
  });
  it("the edges of all rates were compared", () => {
    expect(new Set(compared).size).toBe(new Set([...naive.values()].flatMap((file) => Object.keys(file.rates))).size);
  });
});

describe("a file is in force from its day until the next file of its service", () => {
  const dayBefore = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const services = [...new Set(catalogue.files.map((file) => file.service))].map((service) => ({ service, files: catalogue.files.filter((file) => file.service === service) }));

  it.each(services)("$service", ({ files }) => {
    const days = files.map((file) => file.effective);
    expect(days).toEqual([...days].sort());
    // Through a region that the price covers; only whether and from which file the price comes is looked at.
    const wrong = files.flatMap((file, index) => Object.entries(file.rates).flatMap(([id, rate]) => {
      const region = rate.prices[0]?.regions?.[0] ?? file.regions[0] ?? "";
      const at = (day: string): string => {
        const found: string[] = [];
        problemsOf(() => found.push(cardOf(day, region, true).rate(id).source.file));
        return found[0] ?? "none";
      };
      const before = files[index - 1];
      const after = files[index + 1];
      return [
        ...(at(file.effective) === file.path ? [] : [`${id} on ${file.effective} is not from ${file.path}`]),
        ...(at(dayBefore(file.effective)) === file.path ? [`${id} the day before ${file.effective} is from ${file.path} already`] : []),
        ...(before === undefined && at(dayBefore(file.effective)) !== "none" ? [`${id} has a price before its first file`] : []),
        ...(after !== undefined && at(dayBefore(after.effective)) !== file.path ? [`${id} the day before ${after.effective} is no longer from ${file.path}`] : []),
        ...(after !== undefined && at(after.effective) === file.path ? [`${id} on ${after.effective} is still from ${file.path}`] : []),
      ];
    }));
    expect(wrong).toEqual([]);
  });
});
