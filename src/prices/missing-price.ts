import { nearHint } from "../problems/nearest-name.js";
import { type Place, type Problem, ProblemError, quoted } from "../problems/problem.js";
import { knownRegions } from "./known-regions.js";
import type { Catalogue, Versions } from "./price-file.js";
import type { RateCardOptions } from "./rate-card.js";
import { rateIds } from "./rate-ids.js";

/** Where one Region stands in for another, a misspelt one of either would go unnoticed. */
export function checkRegions(catalogue: Catalogue, standIn: string, { region, regionPlace, standInPlace }: RateCardOptions): void {
  const all = knownRegions(catalogue);
  const unknown = [
    [region, regionPlace],
    [standIn, standInPlace],
  ] as const;
  const problems = unknown.filter(([name]) => !all.includes(name)).map(([name, place]) => unknownRegion(name, all, place));
  if (problems.length > 0) throw new ProblemError(problems);
}

function unknownRegion(region: string, all: readonly string[], place: Place | undefined): Problem {
  return {
    code: "no-price",
    message: `no price is known in region ${quoted(region)}`,
    hint: `known in ${all.join(", ")}`,
    ...nearHint(region, all),
    ...(place ? { place } : {}),
  };
}

export function placed(options: RateCardOptions, one: Omit<Problem, "place">): ProblemError {
  return new ProblemError([{ ...one, ...(options.place ? { place: options.place } : {}) }]);
}

/** Why a rate has no price in the region; a region that no price is known for is told alike for every rate, so that it is told once. */
export function noPriceThere(
  catalogue: Catalogue,
  regions: readonly string[],
  id: string,
  { place, regionPlace = place, standInPlace, region, standIn, asOf }: RateCardOptions,
): ProblemError {
  const all = knownRegions(catalogue);
  if (!all.includes(region)) throw new ProblemError([unknownRegion(region, all, regionPlace)]);
  const lacking = standIn === undefined ? "" : `, nor in ${quoted(standIn)},`;
  const offer = standInPlace === undefined ? "" : "; --stand-in lets one of them stand in, marked";
  return new ProblemError([
    {
      code: "no-price",
      message: `${quoted(id)} has no price in region ${quoted(region)}${lacking} on ${asOf}`,
      hint: `known in ${regions.join(", ")}${offer}`,
      ...(regionPlace ? { place: regionPlace } : {}),
    },
  ]);
}

/** Why a rate has no price on the day: unknown price, unknown rate, too early, or ended. */
export function noPrice(catalogue: Catalogue, versions: Versions, id: string, options: RateCardOptions): ProblemError {
  const { asOf } = options;
  const files = versions.all();
  const carrying = files.filter((file) => Object.hasOwn(file.rates, id));
  const unknown = files.find((file) => file.unknown && Object.hasOwn(file.unknown, id))?.unknown?.[id];
  if (carrying.length === 0 && unknown !== undefined)
    return placed(options, { code: "no-price", message: `the price of ${quoted(id)} is not known`, hint: unknown });
  if (carrying.length === 0) {
    return placed(options, {
      code: "no-price",
      message: `there is no rate ${quoted(id)}`,
      hint: "`authcost prices list` shows all rates",
      ...nearHint(id, rateIds(catalogue)),
    });
  }
  const first = carrying[0]?.effective ?? "";
  const ended = versions.effectives.find((day) => day > (carrying.at(-1)?.effective ?? ""));
  return placed(options, {
    code: "no-price",
    message: `${quoted(id)} has no price on ${asOf}`,
    ...(asOf < first ? { expected: `a day from ${first} on` } : { hint: `it was known from ${first}${ended ? ` until ${ended}` : ""}` }),
  });
}
