import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import type { CollectedOffer, KeptProduct } from "./collect-offer.js";
import type { ImportRules, RateRule } from "./import-rules.js";
import { type Captured, fillIn } from "./match-product.js";
import { freeUnits, type OfferPrice, offerPrice } from "./offer-price.js";
import type { OfferTerm } from "./offer-record.js";

/** One price of one rate in one Region, as an offer states it. */
export type DraftPrice = {
  readonly id: string;
  readonly rule: RateRule;
  readonly title: string;
  readonly region: string;
  readonly price: OfferPrice;
  readonly sku: string;
  readonly offer: CollectedOffer;
  readonly effectiveDate: string;
};

/**
 * Turns what was gathered into prices, free units joined to the rates they belong to.
 * @returns one price for each rate and Region, in the order of their names
 * @throws ProblemError with every unknown unit, broken range, ambiguous pair and missing free SKU
 */
export function draftRates(offers: readonly CollectedOffer[], rules: ImportRules): readonly DraftPrice[] {
  const problems: Problem[] = [];
  const drafts = offers.flatMap((offer) =>
    offer.kept.flatMap((kept) =>
      kept.rates.flatMap(({ rule, captured, means }) =>
        kept.terms.filter(means).flatMap((term) => draft(offer, kept, rule, captured, term, problems)),
      ),
    ),
  );
  const single = onlyOne(drafts, problems);
  const stitched = stitchFreeUnits(single, offers, rules, problems);
  if (problems.length > 0) throw new ProblemError(problems);
  return stitched;
}

function draft(
  offer: CollectedOffer,
  kept: KeptProduct,
  rule: RateRule,
  captured: Captured,
  term: OfferTerm,
  problems: Problem[],
): readonly DraftPrice[] {
  const { product, region } = kept;
  const place = { file: offer.file };
  const id = fillIn(rule.rate, captured, product, term)
    ?.toLowerCase()
    .replace(/[^a-z0-9.]+/g, "-");
  const title = fillIn(rule.title, captured, product, term);
  if (id === undefined || title === undefined) {
    problems.push({
      code: "inconsistent",
      place,
      message: `SKU ${product.sku} does not say all that ${quoted(rule.rate)} and its title ask for`,
    });
    return [];
  }
  const price = offerPrice(term, rule);
  if ("refused" in price) {
    problems.push({
      code: price.refused.startsWith("the unit") ? "unknown-name" : "inconsistent",
      place,
      message: `SKU ${product.sku} for ${quoted(id)}: ${price.refused}`,
      ...(price.expected === undefined ? {} : { expected: price.expected }),
    });
    return [];
  }
  const stated = rule.allowance === undefined ? {} : { allowance: rule.allowance.units, note: joined(price.note, rule.allowance.note) };
  return [{ id, rule, title, region, price: { ...price, ...stated }, sku: product.sku, offer, effectiveDate: term.effectiveDate }];
}

function joined(...notes: readonly (string | undefined)[]): string {
  return notes.filter((note) => note !== undefined).join("; ");
}

const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** The same price twice counts once; two prices for one rate in one Region are not ours to choose from. */
function onlyOne(drafts: readonly DraftPrice[], problems: Problem[]): readonly DraftPrice[] {
  const sorted = [...drafts].sort(
    (a, b) =>
      compareText(a.id, b.id) || compareText(a.region, b.region) || compareText(a.sku, b.sku) || compareText(a.offer.file, b.offer.file),
  );
  const chosen = new Map<string, DraftPrice>();
  for (const one of sorted) {
    const key = `${one.id} ${one.region}`;
    const before = chosen.get(key);
    if (before === undefined) chosen.set(key, one);
    else if (JSON.stringify(before.price) !== JSON.stringify(one.price)) {
      problems.push({
        code: "inconsistent",
        place: { file: one.offer.file },
        message: `SKU ${before.sku} and SKU ${one.sku} state different prices for ${quoted(one.id)} in ${one.region}`,
        found: `${priceWords(before.price)} and ${priceWords(one.price)}`,
        hint: "make the import rule match one of them only",
      });
    }
  }
  return [...chosen.values()];
}

function priceWords(price: OfferPrice): string {
  if ("tiers" in price)
    return `${price.tiers.map(({ rate, upTo }) => `${rate} up to ${upTo}`).join(", ")}, then ${typeof price.thereafter === "string" ? price.thereafter : price.thereafter.rate}`;
  return "rate" in price ? price.rate : price.amount;
}

/** AWS keeps free units in a SKU of its own, and the ranges of the paid SKUs start after them. */
function stitchFreeUnits(
  drafts: readonly DraftPrice[],
  offers: readonly CollectedOffer[],
  rules: ImportRules,
  problems: Problem[],
): readonly DraftPrice[] {
  const allowances = (rules.free ?? []).map((rule) => {
    const found = offers.flatMap((offer) =>
      offer.kept
        .filter(({ free }) => free.includes(rule))
        .flatMap(({ product, terms }) =>
          terms.flatMap((term) => {
            const units = freeUnits(term, rule);
            if ("units" in units) return [{ ...units, sku: product.sku, usagetype: product.attributes.usagetype ?? "" }];
            problems.push({
              code: "inconsistent",
              place: { file: offer.file },
              message: `SKU ${product.sku}: ${units.refused}`,
              ...(units.expected === undefined ? {} : { expected: units.expected }),
            });
            return [];
          }),
        ),
    );
    const other = found.find(({ units }) => units !== found[0]?.units);
    if (other !== undefined && found[0] !== undefined)
      problems.push({
        code: "inconsistent",
        message: `SKU ${found[0].sku} and SKU ${other.sku} state different free units for ${rule.rates.map((id) => quoted(id)).join(", ")}`,
        found: `${found[0].units} and ${other.units}`,
      });
    return { rule, found: found[0] };
  });
  const missing = new Set<string>();
  const stitched = drafts.map((one): DraftPrice => {
    const free = allowances.find(({ rule }) => rule.rates.includes(one.rule.rate) && !(rule.notIn ?? []).includes(one.region));
    if (free === undefined) return one;
    if (free.found === undefined) {
      const usagetype = [free.rule.match.usagetype ?? []].flat().join(" or ");
      if (!missing.has(one.id))
        problems.push({
          code: "missing-key",
          place: { file: one.offer.file },
          message: `the free units of ${quoted(one.id)} are in none of the files`,
          ...(usagetype === "" ? {} : { expected: `the SKU of ${usagetype}` }),
          hint: "give the file that holds the Global SKUs beside this one",
        });
      missing.add(one.id);
      return one;
    }
    const { units, sku, usagetype } = free.found;
    return { ...one, price: { ...one.price, allowance: units, note: joined(one.price.note, `free units: ${usagetype}, SKU ${sku}`) } };
  });
  return stitched;
}

/** Why nothing was found, when the file is of another service. */
export function checkOffers(offers: readonly CollectedOffer[], rules: ImportRules): void {
  const problems = offers.flatMap(({ file, details: { offerCode, version, publicationDate } }): Problem[] => {
    const lacking = Object.entries({ offerCode, version, publicationDate })
      .filter(([, text]) => text === undefined || text === "")
      .map(([key]) => key);
    if (lacking.length > 0)
      return [{ code: "missing-key", place: { file }, message: `this is not a whole AWS price list: ${lacking.join(", ")} missing` }];
    if (rules.offers.includes(offerCode ?? "")) return [];
    return [
      {
        code: "inconsistent",
        place: { file },
        message: `this is the price list of another service than ${quoted(rules.service)}`,
        found: quoted(offerCode),
        expected: rules.offers.join(" | "),
      },
    ];
  });
  if (problems.length > 0) throw new ProblemError(problems);
}
