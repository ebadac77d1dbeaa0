import { ProblemError, quoted } from "../../problems/problem.js";
import { isDay } from "../../problems/day.js";
import type { PriceFile } from "../price-file.js";
import type { SourceData } from "../price-file-schema.js";
import type { CollectedOffer } from "./collect-offer.js";
import { checkOffers, type DraftPrice, draftRates } from "./draft-rates.js";
import type { ImportRules } from "./import-rules.js";
import { changesAgainst, type NextVersion, nextVersion } from "./next-version.js";
import { dayOf, offerSource } from "./offer-source.js";
import { priceFileText } from "./price-file-text.js";

export type Import = NextVersion & {
  readonly effective: string;
  /** the whole price file */
  readonly text: string;
  readonly drafts: readonly DraftPrice[];
  /** the version that stands on the effective day, and what the lists change of it */
  readonly inForce: PriceFile | undefined;
  readonly changes: readonly DraftPrice[];
};

/**
 * Makes a price file of a service from AWS price lists.
 *
 *     CollectedOffer[] ──draft──▶ DraftPrice[] ──against the versions at hand──▶ PriceFileData ──▶ text
 *
 * The file is in force from the day the newest list was published: the first day on which its prices were seen.
 * @param versions the price files of the service at hand
 * @param given urls in the order of the lists, and the day on which they were read
 * @throws ProblemError for lists of another service, unknown units, broken ranges, ambiguous pairs, missing free SKUs, or nothing to import
 */
export function importOffers(
  offers: readonly CollectedOffer[],
  rules: ImportRules,
  versions: readonly PriceFile[],
  given: { readonly urls: readonly string[]; readonly retrieved: string | undefined },
): Import {
  checkOffers(offers, rules);
  const drafts = draftRates(offers, rules);
  if (drafts.length === 0)
    throw new ProblemError([
      {
        code: "no-price",
        message: `no SKU of the ${offers.length === 1 ? "file" : "files"} is meant by the rules of ${quoted(rules.service)}`,
        hint: "the kinds that were found are listed above; rules stand in pricing/import-rules/",
      },
    ]);
  const effective =
    offers
      .map(({ details }) => dayOf(details.publicationDate))
      .sort()
      .at(-1) ?? "";
  if (!isDay(effective))
    throw new ProblemError([
      {
        code: "wrong-type",
        message: "the publication date is not a day of the calendar",
        found: quoted(offers.map(({ details }) => details.publicationDate).join(", ")),
        expected: "as in 2026-06-22T20:47:07Z",
      },
    ]);
  const known = versions.filter(({ service }) => service === rules.service).sort((a, b) => (a.effective < b.effective ? -1 : 1));
  const before = known.filter((file) => file.effective < effective).at(-1);
  const inForce = known.filter((file) => file.effective <= effective).at(-1);
  const version = nextVersion(drafts, sourcesOf(offers, drafts, given), before, rules, effective);
  const heading = [
    "Written by `authcost prices import` from the AWS price list; see sources.",
    ...(before === undefined ? [] : [`What the list does not hold stands as in ${before.effective}.yaml.`]),
  ];
  return { ...version, effective, text: priceFileText(version.data, heading), drafts, inForce, changes: changesAgainst(inForce, drafts) };
}

function sourcesOf(
  offers: readonly CollectedOffer[],
  drafts: readonly DraftPrice[],
  given: { readonly urls: readonly string[]; readonly retrieved: string | undefined },
): ReadonlyMap<CollectedOffer, { readonly key: string; readonly source: SourceData }> {
  const taken = new Set<string>();
  return new Map(
    offers.map((offer, index) => {
      const { key, source } = offerSource(offer, drafts, { url: given.urls[index], retrieved: given.retrieved });
      let free = key;
      for (let count = 2; taken.has(free); count++) free = `${key}-${count}`;
      taken.add(free);
      return [offer, { key: free, source }];
    }),
  );
}
