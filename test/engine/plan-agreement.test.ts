import { describe, expect, it } from "vitest";
import { ARCHITECTURES, BOOKS } from "../../src/architectures/registry.js";
import { assemble } from "../../src/engine/assemble.js";
import type { Slots } from "../../src/engine/plan.js";
import { newestDay, rateCard } from "../../src/prices/rate-card.js";
import { DRIVER_NAMES } from "../../src/scenario/drivers.js";
import { decimal, plain } from "../../src/units/decimal.js";
import { agreement, countOf, differences } from "../support/agreement.js";
import { planBothWays } from "../support/both-ways.js";
import { catalogue } from "../support/catalogue.js";
import { bookFor, scenarioOf } from "../support/models.js";
import { thresholdsOf, usersOf } from "../support/thresholds.js";
import { drawWorkloads } from "../support/workloads.js";

const SEED = 20261123;
const DRAWS = 300;
/** Next to steps the plan may refuse; more than this part of ordinary workloads would make it useless. */
const MOST_REFUSALS = 0.05;
const refused: number[] = [];
const agreed: number[] = [];
const slots: Slots = new Map(DRIVER_NAMES.map((name, index) => [name, index]));
const draws = drawWorkloads(DRAWS, SEED);
const [sample] = draws;
const stated = Object.fromEntries([...(sample ?? [])].map(([name, value]) => [name, plain(value)]));

/** Each architecture with its defaults, and with settings that bring other charges and schedules into play. */
const VARIANTS: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  cognito: [{ plan: "lite", authorizer: "lambda", identityPool: "true", s3PutsPerMau: "3", dynamodbReadsPerMau: "2" }, { plan: "classic", advancedSecurity: "true", emailSender: "cognito" }],
  postgresql: [{ cache: "on", replicas: "2", privateNetwork: "nat", passwordHash: "scrypt", taskSize: "0.25", emailSender: "ses-established" }, { instance: "db.m7g.large", storageType: "gp2", multiAz: "off" }],
  dynamodb: [{ capacity: "provisioned", consistency: "eventual", backupsKept: "2", cache: "auto", cacheEngine: "redis" }],
  hybrid: [{ store: "postgresql", plan: "plus", authorizer: "lambda" }],
};
const models = BOOKS.flatMap((book) => assemble(scenarioOf({
  prices: { book }, workload: stated,
  alternatives: ARCHITECTURES.filter((one) => bookFor(one) === book).flatMap((one) => [{}, ...(book === "aws" ? (VARIANTS[one.id] ?? []) : [])].map((settings, index) => ({ id: `${book}-${one.id}-${index}`, architecture: one.id, settings }))),
})));
const priced = models.flatMap((model) => [true, false].map((freeTier) => {
  const card = rateCard(catalogue, { asOf: newestDay(catalogue), region: "us-east-1", freeTier });
  return { name: `${model.id}, free tier ${freeTier ? "on" : "off"}`, model, card, plan: planBothWays(model, card, slots) };
}));

describe(`the fast plan, made both ways, agrees with the bill on ${DRAWS} drawn workloads`, () => {
  it.each(priced)("$name", ({ model, card, plan }) => {
    const found = draws.map((point) => agreement(model, plan, card, point, slots));
    expect(differences(found)).toEqual([]);
    refused.push(countOf(found, "refuses"));
    expect(countOf(found, "refuses") / DRAWS).toBeLessThan(MOST_REFUSALS);
    expect(countOf(found, "agrees")).toBeGreaterThan(0);
    agreed.push(countOf(found, "agrees"));
  });
});

it("over all architectures the plan answers with a price mostly, and refuses hardly ever", () => {
  expect(refused.length).toBe(priced.length);
  expect(agreed.reduce((sum, count) => sum + count, 0) / (agreed.length * DRAWS)).toBeGreaterThan(0.5);
  expect(refused.reduce((sum, count) => sum + count, 0) / (refused.length * DRAWS)).toBeLessThan(MOST_REFUSALS / 2);
});

describe("the fast plan, made both ways, agrees at, just below and just above every threshold", () => {
  // Round drivers make quantities meet bounds exactly; odd ones make them pass close by.
  const workloads = [
    { says: "round", set: { registeredUsers: "200000", federatedShare: "0.1", socialShare: "0", signUpsPerMonth: "5000", signInsPerMau: "10", tokenRefreshesPerMau: "30", apiCallsPerMau: "300", profileReadsPerSignIn: "2", profileWritesPerSignIn: "1", profileBytes: "774", passwordResetsPerMau: "0.1", emailsPerMau: "1", smsPerMau: "0.1", m2mAppClients: "2", m2mTokenRequests: "250000", returningShare: "0.9", dauPerMau: "0.2", connectionsPerFederatedUser: "0.02", peakToAverage: "10" } },
    { says: "odd", set: { registeredUsers: "123457", federatedShare: "0.333", socialShare: "0.07", signUpsPerMonth: "777.7", signInsPerMau: "7.3", tokenRefreshesPerMau: "29.9", apiCallsPerMau: "301.7", profileReadsPerSignIn: "1.9", profileWritesPerSignIn: "0.3", profileBytes: "1111", passwordResetsPerMau: "0.03", emailsPerMau: "0.7", smsPerMau: "0.01", m2mAppClients: "3", m2mTokenRequests: "250001", returningShare: "0.87", dauPerMau: "0.23", connectionsPerFederatedUser: "0.013", peakToAverage: "9.7" } },
  ].map(({ says, set }) => ({ says, point: new Map(DRIVER_NAMES.map((name) => [name, decimal(new Map(Object.entries(set)).get(name) ?? "0")])) }));
  const cases = priced.flatMap((one) => workloads.map(({ says, point }) => ({ ...one, says, point })));
  const tried: number[] = [];

  it.each(cases)("$name, $says drivers", ({ model, card, plan, point }) => {
    const counts = thresholdsOf(model, point, card).flatMap((at) => [at - 2, at - 1, at, at + 1]);
    const found = counts.map((mau) => agreement(model, plan, card, new Map(point).set("mau", usersOf(mau)), slots));
    tried.push(found.length - countOf(found, "refuses"));
    expect(differences(found)).toEqual([]);
  });
  it("at most of them the plan answered", () => {
    expect(tried.length).toBe(cases.length);
    expect(tried.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(1000);
  });
});
