import { beforeAll, describe, expect, it } from "vitest";
import { type CheckedClaim, type Cause, checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { plain, sum } from "../../../src/units/decimal.js";
import { catalogue } from "../../support/catalogue.js";
import { dice, type Synthetic, synthetic } from "./synthetic-claims.js";

const RUNS = 120;
/** Three mistakes and figures at random take the longest search. */
const LONG_RUNS = 60;
const check = (one: Synthetic): CheckedClaim => {
  const [checked] = checkClaims(parseClaims(one.text, { file: "synthetic.yaml", hash: "" }), catalogue);
  if (!checked) throw new Error("no claim");
  return checked;
};
/** The kinds of an explanation, without the rounding that any printed figure has. */
const kindsOf = (causes: readonly Cause[]): string => causes.map((cause) => cause.kind).filter((kind) => kind !== "rounding").sort().join("+");

type Outcome = { readonly one: Synthetic; readonly checked: CheckedClaim; readonly isBest: boolean; readonly isFound: boolean; readonly isWrongForCertain: boolean };

function outcomes(count: 1 | 2 | 3): readonly Outcome[] {
  return Array.from({ length: count === 3 ? LONG_RUNS : RUNS }, (_, index): Outcome => {
    const one = synthetic(count * 100_000 + index, count);
    const checked = check(one);
    const wanted = one.kinds.join("+");
    const isBest = kindsOf(checked.causes) === wanted;
    return { one, checked, isBest, isFound: isBest || checked.alsoFits.some((causes) => kindsOf(causes) === wanted), isWrongForCertain: checked.certain && !isBest };
  });
}

/** A slow machine takes ten times as long as a fast one. */
const PATIENCE = 180_000;

const share = (part: readonly Outcome[], all: readonly Outcome[]): number => (100 * part.length) / all.length;
/** Those whose causes do not add up to the difference. */
const notAddingUp = (made: readonly Outcome[]): readonly string[] => made.flatMap(({ one, checked }) => [checked.causes, ...checked.alsoFits].filter((causes) => plain(sum(causes.map((cause) => cause.amount))) !== plain(checked.difference ?? sum([]))).map(() => one.says));

describe.each([["one mistake", 1], ["two mistakes", 2]] as const)("on made-up claims with %s", (words, count) => {
  let made: readonly Outcome[] = [];
  beforeAll(() => {
    made = outcomes(count);
  }, PATIENCE);

  it("the cause is found in at least 95 of 100", () => {
    const found = made.filter((one) => one.isFound);
    console.info(`${words}: found ${share(found, made)} of 100, as the best ${share(made.filter((one) => one.isBest), made)}, certain ${share(made.filter((one) => one.checked.certain), made)}, wrong for certain ${made.filter((one) => one.isWrongForCertain).length} of ${RUNS}`);
    expect(share(found, made), made.filter((one) => !one.isFound).map((one) => `${one.one.says}: ${kindsOf(one.checked.causes)}`).join("\n")).toBeGreaterThanOrEqual(95);
  });

  it("no wrong cause is certain", () => {
    expect(made.filter((one) => one.isWrongForCertain).map((one) => `${one.one.says}: said ${kindsOf(one.checked.causes)}`)).toEqual([]);
  });

  it("every explanation adds up to the difference exactly", () => {
    expect(made).toHaveLength(RUNS);
    expect(notAddingUp(made)).toEqual([]);
  });
});

describe("on made-up claims with three mistakes", () => {
  let made: readonly Outcome[] = [];
  beforeAll(() => {
    made = outcomes(3);
  }, PATIENCE);

  it("the causes are found in at least 60 of 100, and the rest is admitted", () => {
    const found = share(made.filter((one) => one.isFound), made);
    console.info(`three mistakes: found ${found} of 100, as the best ${share(made.filter((one) => one.isBest), made)}, unexplained ${share(made.filter((one) => kindsOf(one.checked.causes) === "unexplained"), made)}`);
    expect(found).toBeGreaterThanOrEqual(60);
  });

  it("an explanation by three is never certain, and a certain one by fewer is the same thing by another name", () => {
    expect(made.filter((one) => one.checked.certain && one.isBest).map((one) => one.one.says)).toEqual([]);
    // A classic pool is Lite with other free users, so one wrong meter says the same as two mistakes.
    const sameAsFewer = (one: Outcome): boolean => one.one.kinds.includes("wrong-meter") && one.one.kinds.includes("other-free-tier") && kindsOf(one.checked.causes).includes("wrong-meter");
    expect(made.filter((one) => one.isWrongForCertain && !sameAsFewer(one)).map((one) => `${one.one.says}: said ${kindsOf(one.checked.causes)}`)).toEqual([]);
  });

  it("every explanation adds up to the difference exactly", () => {
    expect(made).toHaveLength(LONG_RUNS);
    expect(notAddingUp(made)).toEqual([]);
  });
});

it.each([["to the cent", 2, 1], ["in whole dollars", 0, 5]] as const)("a figure drawn at random, %s, is never explained with certainty, and hardly ever at all", (words, places, most) => {
  const explained = Array.from({ length: LONG_RUNS }, (_, index) => {
    const one = synthetic(900_000 + index, 1);
    const right = check(one).computed?.toNumber() ?? 0;
    const drawn = check({ ...one, text: one.text.replace(/"claimed":"[^"]*"/, `"claimed":"${(right * (0.25 + 2.5 * dice(index + (2 - places) * 3500)())).toFixed(places)}"`) });
    return drawn.verdict === "holds" || kindsOf(drawn.causes) === "unexplained" ? [] : [{ text: `${one.says}: ${drawn.claimed.text} by ${kindsOf(drawn.causes)}`, certain: drawn.certain }];
  }).flat();
  console.info(`figures at random, ${words}: ${explained.length} of ${LONG_RUNS} perhaps explained`);
  expect(explained.filter((one) => one.certain)).toEqual([]);
  expect(explained.length, explained.map((one) => one.text).join("\n")).toBeLessThanOrEqual((most * LONG_RUNS) / 100);
}, PATIENCE);
