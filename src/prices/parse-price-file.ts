import { checkShape } from "../problems/check-shape.js";
import { nameHint } from "../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../problems/problem.js";
import { type LocatedDocument, readDocument } from "../problems/read-document.js";
import { decimal } from "../units/decimal.js";
import type { PriceFile } from "./price-file.js";
import { type PriceData, type PriceFileData, priceFileSchema } from "./price-file-schema.js";

/**
 * Parses and checks one price file.
 * @param text the YAML text
 * @param at where it stands below the catalogue's root: `<book>/<service>/<effective>.yaml`, and the hash of its text
 * @throws ProblemError with all problems, each with line and column
 */
export function parsePriceFile(text: string, at: { readonly path: string; readonly hash: string; readonly shownAs?: string }): PriceFile {
  const document = readDocument(text, at.shownAs ?? at.path);
  const data = checkShape(document, priceFileSchema);
  const problems = [...checkPath(data, at.path, document), ...checkRates(data, document)];
  if (problems.length > 0) throw new ProblemError(problems);
  return { ...data, book: at.path.split("/")[0] ?? "", path: at.path, hash: at.hash };
}

function checkPath(data: PriceFileData, path: string, document: LocatedDocument): Problem[] {
  const name = path
    .split("/")
    .pop()
    ?.replace(/\.ya?ml$/, "");
  return name === data.effective
    ? []
    : [
        {
          code: "inconsistent",
          place: document.locate(["effective"]),
          message: "the effective day differs from the file name",
          found: quoted(data.effective),
          expected: quoted(name),
        },
      ];
}

function checkRates(data: PriceFileData, document: LocatedDocument): Problem[] {
  const problems: Problem[] = [];
  for (const [id, rate] of Object.entries(data.rates)) {
    const at = ["rates", id];
    if (!id.startsWith(`${data.service}.`)) {
      problems.push({
        code: "inconsistent",
        place: document.locate(at, "key"),
        message: "the rate id does not belong to the service",
        found: quoted(id),
        expected: `${data.service}.…`,
      });
    }
    const seen = new Set<string>();
    rate.prices.forEach((price, index) => {
      const here = [...at, "prices", index];
      if (!Object.hasOwn(data.sources, price.source)) {
        problems.push({
          code: "unknown-name",
          place: document.locate([...here, "source"]),
          message: `the source ${quoted(price.source)} is not in sources`,
          ...nameHint(price.source, Object.keys(data.sources)),
        });
      }
      for (const region of price.regions ?? data.regions) {
        if (seen.has(region))
          problems.push({ code: "duplicate", place: document.locate(here), message: `two prices for ${quoted(region)}` });
        seen.add(region);
      }
      problems.push(...checkPrice(price, here, document));
    });
  }
  return problems;
}

function checkPrice(price: PriceData, at: readonly PropertyKey[], document: LocatedDocument): Problem[] {
  const problems: Problem[] = [];
  const wrong = (key: string, message: string): void => {
    problems.push({ code: "inconsistent", place: document.locate([...at, key]), message });
  };
  if (price.per !== undefined && !/^10*$/.test(price.per)) wrong("per", "must be a power of ten, so that division stays exact");
  if ("size" in price && decimal(price.size).isZero()) wrong("size", "a package must hold something");
  if ((price.low === undefined) !== (price.high === undefined)) wrong(price.low === undefined ? "high" : "low", "low and high go together");
  const middle = "rate" in price ? price.rate : "amount" in price ? price.amount : undefined;
  if (price.low !== undefined && price.high !== undefined && middle !== undefined) {
    if (decimal(price.low).gt(decimal(middle)) || decimal(price.high).lt(decimal(middle)))
      wrong("low", "the stated middle lies outside low and high");
  }
  if ("tiers" in price) {
    price.tiers.forEach((tier, index) => {
      const before = price.tiers[index - 1];
      if (decimal(tier.upTo).lte(before ? decimal(before.upTo) : decimal("0")))
        wrong("tiers", `tier ${index + 1}: upTo must rise from tier to tier`);
      if (tier.free && (index > 0 || !decimal(tier.rate).isZero()))
        wrong("tiers", `tier ${index + 1}: only a first tier at rate 0 can be free`);
    });
  }
  return problems;
}
