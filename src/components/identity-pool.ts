import { as, constantPer, named, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { numeric, onOff, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const identityPoolSettings = {
  identityPool: onOff(
    false,
    "users get temporary AWS credentials to use S3 and DynamoDB directly",
    "only apps that call AWS from the device need it",
  ),
  s3GbPerMau: numeric("0", "100000", "0", "GB that each active user keeps in S3 through the identity pool", "nothing unless stated"),
  s3PutsPerMau: numeric("0", "10000000", "0", "S3 writes for each active user and month", "nothing unless stated"),
  s3GetsPerMau: numeric("0", "10000000", "0", "S3 reads for each active user and month", "nothing unless stated"),
  dynamodbReadsPerMau: numeric("0", "10000000", "0", "DynamoDB read units for each active user and month", "nothing unless stated"),
  dynamodbWritesPerMau: numeric("0", "10000000", "0", "DynamoDB write units for each active user and month", "nothing unless stated"),
} as const;

/** The identity pool and STS cost nothing themselves; the S3 and DynamoDB use they open does. */
export function identityPool(workload: Workload, demand: Demand, settings: SettingValues<typeof identityPoolSettings>): Usage {
  if (!settings.identityPool) return usage([]);
  const pool = chargesOf("Identity pool");
  const store = chargesOf("Storage used from the device");
  const { mau } = workload;
  const exchanges = named("credential exchanges", "request", as(demand.signIns, "request"), "one for each sign-in");
  return usage([
    pool("Identities", "aws.cognito.identity-pool.credential", "request", exchanges, { note: "identity pools are free" }),
    pool("Temporary credentials", "aws.sts.request", "request", exchanges, { note: "STS is free" }),
    store("S3 storage", "aws.s3.standard.storage", "GB-month", times(mau, constantPer(settings.s3GbPerMau, "GB-month", "MAU"))),
    store("S3 writes", "aws.s3.standard.put", "request", times(mau, constantPer(settings.s3PutsPerMau, "request", "MAU"))),
    store("S3 reads", "aws.s3.standard.get", "request", times(mau, constantPer(settings.s3GetsPerMau, "request", "MAU"))),
    store(
      "DynamoDB reads",
      "aws.dynamodb.on-demand.read",
      "read-unit",
      times(mau, constantPer(settings.dynamodbReadsPerMau, "read-unit", "MAU")),
    ),
    store(
      "DynamoDB writes",
      "aws.dynamodb.on-demand.write",
      "write-unit",
      times(mau, constantPer(settings.dynamodbWritesPerMau, "write-unit", "MAU")),
    ),
  ]);
}
