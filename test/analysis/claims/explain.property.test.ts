import { expect, it } from "vitest";
import { type CheckedClaim, type Cause, checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { plain, sum } from "../../../src/units/decimal.js";
import { catalogue } from "../../support/catalogue.js";
import { dice, type Synthetic, synthetic } from "./synthetic-claims.js";

const RUNS = 200;
const check = (one: Synthetic): CheckedClaim => {
  const [checked] = checkClaims(parseClaims(one.text, { file: "synthetic.yaml", hash: "" }), catalogue);
  if (!checked) throw new Error("no claim");
  return checked;
};
/** The kinds of an explanation, without the rounding that any printed figure has. */
const kindsOf = (causes: readonly Cause[]): string => causes.map((cause) => cause.kind).filter((kind) => kind !== "rounding").sort().join("+");

type Outcome = { readonly one: Synthetic; readonly checked: CheckedClaim; readonly isBest: boolean; readonly isFound: boolean; readonly isWrongForCertain: boolean };

function outcomes(count: 1 | 2): readonly Outcome[] {
  return Array.from({ length: RUNS }, (_, index): Outcome => {
    const one = synthetic(count * 100_000 + index, count);
    const checked = check(one);
    const wanted = one.kinds.join("+");
    const isBest = kindsOf(checked.causes) === wanted;
    return { one, checked, isBest, isFound: isBest || checked.alsoFits.some((causes) => kindsOf(causes) === wanted), isWrongForCertain: checked.certain && !isBest };
  });
}

for (const [count, words] of [[1, "one mistake"], [2, "two mistakes"]] as const) {
  const made = outcomes(count);
  it(`on made-up claims with ${words} the cause is found in at least 95 of 100`, () => {
    const missed = made.filter((one) => !one.isFound);
    const share = (part: readonly Outcome[]): number => (100 * part.length) / RUNS;
    console.info(`${words}: found ${share(made.filter((one) => one.isFound))} of 100, as the best ${share(made.filter((one) => one.isBest))}, certain ${share(made.filter((one) => one.checked.certain))}, wrong for certain ${made.filter((one) => one.isWrongForCertain).length} of ${RUNS}`);
    expect(share(made) - share(missed), missed.map((one) => `${one.one.says}: ${kindsOf(one.checked.causes)}`).join("\n")).toBeGreaterThanOrEqual(95);
  });

  it(`on made-up claims with ${words} no wrong cause is certain`, () => {
    expect(made.filter((one) => one.isWrongForCertain).map((one) => `${one.one.says}: said ${kindsOf(one.checked.causes)}`)).toEqual([]);
  });

  it(`on made-up claims with ${words} every explanation adds up to the difference exactly`, () => {
    const wrong = made.flatMap(({ one, checked }) => [checked.causes, ...checked.alsoFits].filter((causes) => plain(sum(causes.map((cause) => cause.amount))) !== plain(checked.difference ?? sum([]))).map(() => one.says));
    expect(wrong).toEqual([]);
  });
}

it("a figure drawn at random, to the cent, is never explained with certainty", () => {
  const explained = Array.from({ length: RUNS }, (_, index) => {
    const one = synthetic(900_000 + index, 1);
    const right = check(one).computed?.toNumber() ?? 0;
    const drawn = check({ ...one, text: one.text.replace(/"claimed":"[^"]*"/, `"claimed":"${(right * (0.25 + 2.5 * dice(index)())).toFixed(2)}"`) });
    return drawn.verdict === "differs" && drawn.certain ? `${one.says}: ${drawn.claimed.text} by ${kindsOf(drawn.causes)}` : "";
  });
  expect(explained.filter((text) => text !== "")).toEqual([]);
});
