import type { FreeRule, ImportRules, RateRule, RegionNames } from "./import-rules.js";
import type { OfferSink } from "./json-offer.js";
import { type Captured, productTest, termTest, termType } from "./match-product.js";
import type { OfferDetails, OfferProduct, OfferRecord, OfferTerm } from "./offer-record.js";
import { regionReader } from "./product-region.js";

/** A product that some rule means, and its terms as far as a rule means them. */
export type KeptProduct = {
  readonly product: OfferProduct;
  readonly region: string;
  readonly rates: readonly { readonly rule: RateRule; readonly captured: Captured; readonly means: (term: OfferTerm) => boolean }[];
  readonly free: readonly FreeRule[];
  readonly terms: OfferTerm[];
};

/** What one offer file holds for a service. */
export type CollectedOffer = {
  readonly file: string;
  readonly form: "json" | "csv";
  readonly details: OfferDetails;
  readonly kept: readonly KeptProduct[];
  /** every Region of the file's products, "global" not counted */
  readonly regions: ReadonlySet<string>;
  /** products that no rule means: how many, and the first kinds of them */
  readonly unmapped: { readonly count: number; readonly kinds: ReadonlyMap<string, number> };
  /** products and terms left out, by reason */
  readonly skipped: ReadonlyMap<string, number>;
  /** products and terms (JSON) or rows (CSV) that were read */
  readonly records: number;
};

export type OfferCollector = OfferSink & {
  /** whether products followed terms, so that the file has to be read once more */
  readonly needsSecondPass: () => boolean;
  readonly startSecondPass: () => void;
  readonly finish: () => CollectedOffer;
};

const MOST_KINDS = 200;

/** Gathers what the rules mean from an offer that streams by; what they do not mean is counted and forgotten. */
export function offerCollector(
  rules: ImportRules,
  names: RegionNames,
  at: { readonly file: string; readonly form: "json" | "csv" },
): OfferCollector {
  const rateTests = rules.rates.map((rule) => ({ rule, test: productTest(rule.match), means: termTest(rule.term) }));
  const freeTests = (rules.free ?? []).map((rule) => ({ rule, test: productTest(rule.match) }));
  const placeOf = regionReader(names);
  const kept = new Map<string, KeptProduct>();
  const skipped = new Map<string, number>();
  const kinds = new Map<string, number>();
  const regions = new Set<string>();
  let details: OfferDetails = {};
  let [unmapped, records, pass, termsSeen, productsLate] = [0, 0, 1, false, false];

  let last: { readonly product?: OfferProduct; readonly kept?: KeptProduct | undefined } = {};
  /** a further row of the product that was judged last and not meant */
  let countAgain: () => void = () => undefined;

  const skip = (reason: string): void => {
    skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
  };
  const judge = (product: OfferProduct): KeptProduct | undefined => {
    const { region, usagetype } = placeOf(product);
    const locationtype = product.attributes.locationtype ?? product.attributes.fromlocationtype;
    if (region !== undefined && region !== "global") regions.add(region);
    if (region !== "global" && locationtype !== undefined && locationtype !== "AWS Region") {
      skip(`sold in an ${locationtype}`);
      countAgain = () => skip(`sold in an ${locationtype}`);
      return undefined;
    }
    const rates = rateTests.flatMap(({ rule, test, means }) => {
      const captured = (rule.global ?? false) === (region === "global") ? test(product, usagetype) : undefined;
      return captured === undefined ? [] : [{ rule, captured, means }];
    });
    const free = freeTests.flatMap(({ rule, test }) => (region === "global" && test(product, usagetype) !== undefined ? [rule] : []));
    if (rates.length + free.length > 0) {
      if (region !== undefined) return { product, region, rates, free, terms: [] };
      skip("its Region is not known");
      countAgain = () => skip("its Region is not known");
      return undefined;
    }
    const kind = `${product.productFamily === "" ? "(no family)" : product.productFamily} ${usagetype === "" ? "(no usage type)" : usagetype}`;
    countAgain = () => {
      unmapped++;
      if (kinds.has(kind) || kinds.size < MOST_KINDS) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    };
    countAgain();
    return undefined;
  };
  const addTerm = (one: KeptProduct, term: OfferTerm): void => {
    if (!one.rates.some(({ means }) => means(term)) && (one.free.length === 0 || termType(term) !== "OnDemand")) {
      skip(`${termType(term)} term that no rule asks for`);
      return;
    }
    const same = one.terms.findIndex((other) => other.type === term.type && other.offerTermCode === term.offerTermCode);
    const other = one.terms[same];
    if (other === undefined) one.terms.push(term);
    else one.terms[same] = { ...other, dimensions: [...other.dimensions, ...term.dimensions] };
  };
  const takeProduct = (product: OfferProduct): void => {
    if (termsSeen) productsLate = true;
    const found = judge(product);
    if (found !== undefined) kept.set(product.sku, found);
  };
  const take = (record: OfferRecord): void => {
    if (record.kind === "product" || record.kind === "priced-product") records++;
    if (record.kind === "details") {
      details = { ...details, ...record.details };
    } else if (record.kind === "product") {
      if (pass === 1) takeProduct(record.product);
    } else if (record.kind === "term") {
      const one = kept.get(record.term.sku);
      if (one !== undefined) addTerm(one, record.term);
    } else {
      if (record.product !== last.product) last = { product: record.product, kept: kept.get(record.product.sku) ?? judge(record.product) };
      else if (last.kept === undefined) countAgain();
      if (last.kept === undefined) return;
      kept.set(record.product.sku, last.kept);
      addTerm(last.kept, record.term());
    }
  };
  return {
    wantsTerms: (sku) => {
      termsSeen = true;
      records++;
      return kept.has(sku);
    },
    take,
    needsSecondPass: () => pass === 1 && productsLate,
    startSecondPass: () => {
      pass = 2;
      for (const one of kept.values()) one.terms.length = 0;
      for (const reason of skipped.keys()) if (reason.endsWith("that no rule asks for")) skipped.delete(reason);
    },
    finish: () => ({
      file: at.file,
      form: at.form,
      details,
      kept: [...kept.values()],
      regions,
      unmapped: { count: unmapped, kinds },
      skipped,
      records,
    }),
  };
}
