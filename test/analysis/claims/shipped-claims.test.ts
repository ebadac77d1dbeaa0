import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CheckedClaim, checkClaims } from "../../../src/analysis/claims/check-claims.js";
import { parseClaims } from "../../../src/analysis/claims/parse-claims.js";
import { plain, sum, ZERO } from "../../../src/units/decimal.js";
import { catalogue } from "../../support/catalogue.js";
import { ROOT } from "../../support/command-line.js";
import { kindsOf } from "./check.js";

const FOLDER = join(ROOT, "scenarios/claims");
const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml")).sort();
const checkedOf = (name: string): readonly CheckedClaim[] => checkClaims(parseClaims(readFileSync(join(FOLDER, name), "utf8"), { file: name, hash: "" }), catalogue);
const checked = new Map(files.map((name) => [name, checkedOf(name)]));

/** Every shipped claim that differs, with the cause that the facts about it state; "unexplained" where they state none that prices can show. */
const expects: readonly { readonly file: string; readonly id: string; readonly causes: readonly string[]; readonly because: string }[] = [
  { file: "cognito-wrong.yaml", id: "classic-200k-sum", causes: ["arithmetic-slip"], because: "its own 275 + 460 is 735, not 685" },
  { file: "cognito-wrong.yaml", id: "classic-500k-flat", causes: ["flat-rate"], because: "450,000 x 0.0055; the second tier is ignored" },
  { file: "cognito-wrong.yaml", id: "classic-1m-flat", causes: ["flat-rate"], because: "950,000 x 0.0055; the second tier is ignored" },
  { file: "cognito-wrong.yaml", id: "classic-10k-advanced-security", causes: ["free-tier-left-out"], because: "10,000 x 0.0055 = 55 too much: the free users forgotten" },
  { file: "cognito-wrong.yaml", id: "classic-5k", causes: ["free-tier-left-out"], because: "5,000 x 0.0055: an estimator without the free users" },
  { file: "cognito-wrong.yaml", id: "lite-100k", causes: ["free-tier-left-out"], because: "90,000 x 0.0055 + 10,000 x 0.0046: the free users are paid, at the second tier" },
  { file: "cognito-wrong.yaml", id: "lite-100k-bound", causes: ["invented-tiers"], because: "40,000 x 0.0055 + 50,000 x 0.0046: a bound at 50,000 users" },
  { file: "cognito-wrong.yaml", id: "lite-50k-bounds", causes: ["invented-tiers"], because: "15,000 x 0.0055 + 25,000 x 0.0046: a bound at 25,000 users" },
  { file: "cognito-wrong.yaml", id: "plus-100k-tiers", causes: ["unexplained"], because: "tiers and free users of its own making: no price of any plan gives 900" },
  { file: "cognito-wrong.yaml", id: "tokens-per-ci-run", causes: ["unit-slip"], because: "6,000 x 0.00225 = 13.50, divided by 1,000" },
  { file: "cognito-wrong.yaml", id: "new-pool-60k", causes: ["other-free-tier"], because: "10,000 x 0.0055: the 50,000 free users of a classic pool; the classic meter gives the same" },
  { file: "cognito-wrong.yaml", id: "new-pool-150k", causes: ["wrong-meter"], because: "classic: 50,000 x 0.0055 + 50,000 x 0.0046 = 505; Lite: 725" },
  { file: "cognito-wrong.yaml", id: "comparison-with-workos-50k", causes: ["free-tier-left-out"], because: "50,000 x 0.0055; the classic price of 100,000 users is the same" },
  { file: "keycloak-break-even.yaml", id: "three-years-10k", causes: ["one-off-left-out"], because: "149 x 36 = 5,364 leaves the 5,000 of setting up out, and 36 times 0.25" },
  { file: "keycloak-break-even.yaml", id: "three-years-break-even", causes: ["one-off-left-out"], because: "174,717 without the 5,000 and the 30,000 that are paid once" },
  { file: "seed.yaml", id: "cognito-standard-1000000", causes: ["free-tier-left-out"], because: "1,000,000 x 0.0055" },
  { file: "seed.yaml", id: "cognito-federated-1000000", causes: ["free-tier-left-out"], because: "1,000,000 x 0.015" },
  { file: "seed.yaml", id: "postgresql-50000", causes: ["unexplained"], because: "called an estimate; the document does not say how it follows" },
  { file: "seed.yaml", id: "dynamodb-50000", causes: ["unexplained"], because: "called an estimate; its own prices give under 3" },
  { file: "seed.yaml", id: "dynamodb-100000", causes: ["unexplained"], because: "called an estimate; its own prices give under 5" },
  { file: "seed.yaml", id: "dynamodb-1000000", causes: ["unexplained"], because: "called an estimate; its own prices give 314" },
  { file: "seed-real-prices.yaml", id: "cognito-federated-50000", causes: ["other-free-tier"], because: "federated users have 50 free, not the 50,000 of direct ones" },
  { file: "seed-real-prices.yaml", id: "cognito-federated-100000", causes: ["other-free-tier"], because: "50,000 x 0.015" },
  { file: "seed-real-prices.yaml", id: "cognito-standard-1000000", causes: ["free-tier-left-out", "flat-rate"], because: "1,000,000 x 0.0055: neither free users nor tiers" },
  { file: "seed-real-prices.yaml", id: "cognito-federated-1000000", causes: ["free-tier-left-out"], because: "1,000,000 x 0.015" },
  { file: "seed-real-prices.yaml", id: "storage-1gb", causes: ["free-tier-left-out"], because: "25 GB are free" },
  { file: "seed-real-prices.yaml", id: "kms-10k-requests", causes: ["free-tier-left-out"], because: "20,000 requests are free" },
  ...["postgresql-50000", "dynamodb-50000", "postgresql-100000", "dynamodb-100000", "postgresql-1000000", "dynamodb-1000000", "rds-t4g-micro", "rds-t3-medium"]
    .map((id) => ({ file: "seed-real-prices.yaml", id, causes: ["unexplained"], because: "an estimate in round figures" })),
  { file: "serverless-session-store.yaml", id: "secret", causes: ["other-rounding"], because: "0.40 rounded up to a whole dollar" },
  ...["lambda", "dynamodb", "api-gateway", "month"].map((id) => ({ file: "serverless-session-store.yaml", id, causes: ["unexplained"], because: "the printed whole dollars are three to ten times what its own factors give" })),
  { file: "vendors.yaml", id: "supabase-100k", causes: ["other-free-tier"], because: "50,000 x 0.00325: the free plan's users beside the paid plan's price" },
  { file: "vendors.yaml", id: "clerk-100k", causes: ["other-date"], because: "90,000 x 0.02 is the price before February 2026" },
  { file: "build-versus-cognito.yaml", id: "cognito-250k", causes: ["flat-rate"], because: "200,000 x 0.0055" },
  { file: "build-versus-cognito.yaml", id: "firebase-500k", causes: ["flat-rate"], because: "450,000 x 0.0055" },
  ...["auth0-23x", "cognito-year-4", "cognito-year-5"].map((id) => ({ file: "build-versus-cognito.yaml", id, causes: ["unexplained"], because: "the document does not say how" })),
  { file: "calculator-bounds.yaml", id: "basic-essentials", causes: ["other-free-tier"], because: "with 50,000 free users 750 would lie in the range" },
  { file: "calculator-bounds.yaml", id: "advanced-plus", causes: ["unexplained"], because: "2,000 is not more than 2,000" },
  ...["guide-75k", "guide-80k", "guide-100k"].map((id) => ({ file: "clerk-guides.yaml", id, causes: ["component-left-out"], because: "the plan's 25 a month is not counted" })),
  { file: "clerk-guides.yaml", id: "old-price-50k", causes: ["other-date"], because: "25 + 40,000 x 0.02" },
  { file: "clerk-guides.yaml", id: "old-price-100k", causes: ["other-date"], because: "90,000 x 0.02" },
  { file: "diy-versus-cognito.yaml", id: "app-200k", causes: ["arithmetic-slip"], because: "150 + 275 + 460 is 885" },
  { file: "diy-versus-cognito.yaml", id: "cognito-first-year-100k-new-pool", causes: ["other-free-tier"], because: "12 x 50,000 x 0.0055 + 400: the classic pool's free users; its meter gives the same" },
  { file: "diy-versus-cognito.yaml", id: "cheaper-97-at-100k", causes: ["unexplained"], because: "it is said of another size" },
  { file: "diy-versus-cognito.yaml", id: "sms-1k", causes: ["unexplained"], because: "its price a message is one that nobody asks" },
  ...["database-instance", "load-balancer-hours"].map((id) => ({ file: "stack-estimate.yaml", id, causes: ["unexplained"], because: "a unit price that the rate never had" })),
  { file: "stack-estimate.yaml", id: "database-storage", causes: ["other-quantity"], because: "the second zone counted twice" },
  { file: "stack-estimate.yaml", id: "lambda-compute", causes: ["wrong-meter"], because: "2.6M x 0.0000133334, the ARM price" },
  ...["dynamodb-writes", "dynamodb-reads"].map((id) => ({ file: "stack-estimate.yaml", id, causes: ["other-date"], because: "twice today's price, as before November 2024" })),
];

describe.each(expects)("$file: $id ($because)", ({ file, id, causes }) => {
  const one = checked.get(file)?.find((claim) => claim.claim.id === id);
  it(`differs because of ${causes.join(" and ")}`, () => {
    expect(one?.verdict).toBe("differs");
    expect(one && kindsOf(one)).toEqual(causes);
  });
});

it("every other shipped claim holds", () => {
  const known = new Set(expects.map(({ file, id }) => `${file} ${id}`));
  const differing = files.flatMap((file) => (checked.get(file) ?? []).filter((one) => one.verdict === "differs").map((one) => `${file} ${one.claim.id}`));
  expect(differing.filter((one) => !known.has(one))).toEqual([]);
  expect(files.flatMap((file) => checked.get(file) ?? []).length).toBeGreaterThan(expects.length * 2);
});

it("every explanation of a shipped claim adds up to its difference exactly", () => {
  const wrong = [...checked.values()].flat().flatMap((one) => [one.causes, ...one.alsoFits].filter((causes) => causes.length > 0).filter((causes) => plain(sum(causes.map((cause) => cause.amount))) !== plain(one.difference ?? ZERO)).map(() => one.claim.id));
  expect(wrong).toEqual([]);
});

it("an explanation beside which another fits is never certain", () => {
  expect([...checked.values()].flat().filter((one) => one.certain && one.alsoFits.length > 0).map((one) => one.claim.id)).toEqual([]);
});

it("a made-up bound is stated, and never with certainty", () => {
  const bounds = (checked.get("cognito-wrong.yaml") ?? []).filter((one) => one.causes[0]?.kind === "invented-tiers");
  expect(bounds.map((one) => [one.claim.id, one.certain, /ended at (\S+) MAU/.exec(one.causes[0]?.explain ?? "")?.[1]])).toEqual([["lite-100k-bound", false, "50,000"], ["lite-50k-bounds", false, "25,000"]]);
});

it("the original document's DynamoDB row would need about 200 sign-ins a user, each with two reads and a write", () => {
  // (50 - 1.08) / (50,000 x (1.25 + 2 x 0.25 + 3) / 1,000,000) = 206, with 0.95 of storage, key and sign-ups' writes taken off
  const solved = checked.get("seed.yaml")?.find((one) => one.claim.id === "dynamodb-50000")?.solved[0];
  expect(solved).toMatchObject({ of: "driver", name: "signInsPerMau", unit: "sign-in per MAU" });
  expect(Number(solved?.holds[0]?.at)).toBeCloseTo(206.2, 0);
});

it("the shipped files name public sources only", () => {
  const hidden = files.filter((name) => /stored copy|\bidx\b|\bid \d|\/work\//i.test(readFileSync(join(FOLDER, name), "utf8")));
  expect(hidden).toEqual([]);
});

it("the claims file of the documentation does what it says", () => {
  const [, text = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "docs/claim-files.md"), "utf8")) ?? [];
  const [one] = checkClaims(parseClaims(text, { file: "claim-files.md", hash: "" }), catalogue);
  expect([one && kindsOf(one), one?.certain, one?.solved.length]).toEqual([["flat-rate"], true, 1]);
});

it("checking twice gives the same result", () => {
  const shape = (one: CheckedClaim): unknown => [one.claim.id, one.verdict, one.certain, one.causes, one.alsoFits, one.solved];
  for (const name of ["cognito-wrong.yaml", "seed-real-prices.yaml"]) expect(JSON.stringify(checkedOf(name).map(shape))).toBe(JSON.stringify(checked.get(name)?.map(shape)));
});
