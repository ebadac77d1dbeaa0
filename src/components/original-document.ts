import { decimal, whole } from "../units/decimal.js";
import { as, constant, constantPer, convert, isIndex, ladder, most, named, plus, roundUpTo, scale, times } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { BYTES_A_GB, type Demand } from "./demand.js";
import type { Workload } from "./workload.js";

/**
 * The components that the original design document names, in its own terms and by its own price list (book `seed`).
 * It names no loads, so reads, writes and KMS requests follow the drivers.
 */
export function documentCognito(demand: Demand): Usage {
  const charge = chargesOf("Cognito user pool");
  return usage([
    charge("Standard users", "seed.cognito.mau", "MAU", demand.direct),
    charge("Federated users", "seed.cognito.federated-mau", "MAU", demand.federated, { note: "no federated users stated" }),
  ]);
}

const MONTH = constant("1", "month");
/** One db.t3.medium carries this many users, by the document. */
const USERS_A_MEDIUM = decimal("50000");
/** With more than so many of them at 65 dollars, one larger instance at the middle of 500 to 1,000 dollars is cheaper. */
const MOST_MEDIUMS = decimal("11");
const MICRO = 0;
const MEDIUM = 1;
const LARGER = 2;

/**
 * The document's three sizes: micro up to 1,000 users, medium up to 50,000, "larger instances for millions of users".
 * It names no size between; its own figure for 100,000 users is twice the medium, so mediums are counted until a larger one is cheaper.
 */
export function documentPostgresql(workload: Workload): Usage {
  const charge = chargesOf("RDS for PostgreSQL");
  const mediums = named(
    "db.t3.medium instances for the load",
    "one",
    roundUpTo(convert(workload.mau, USERS_A_MEDIUM, "one"), "1"),
    "50,000 users each",
  );
  const bySize = ladder(workload.mau, [{ upTo: decimal("1000"), value: whole(MICRO) }], whole(MEDIUM), "one");
  const byCount = ladder(mediums, [{ upTo: MOST_MEDIUMS, value: whole(MICRO) }], whole(LARGER), "one");
  const size = named("size", "one", most(bySize, byCount), "0 micro, 1 medium, 2 larger");
  return usage([
    charge("db.t4g.micro", "seed.rds-postgresql.t4g-micro", "month", scale(MONTH, isIndex(size, MICRO)), { choice: true }),
    charge("db.t3.medium", "seed.rds-postgresql.t3-medium", "month", scale(scale(MONTH, mediums), isIndex(size, MEDIUM)), { choice: true }),
    charge("Larger instance", "seed.rds-postgresql.larger", "month", scale(MONTH, isIndex(size, LARGER)), { choice: true }),
  ]);
}

export function documentDynamodb(workload: Workload, demand: Demand): Usage {
  const charge = chargesOf("DynamoDB");
  const writes = plus(as(times(demand.signIns, workload.profileWritesPerSignIn), "write-unit"), as(workload.signUpsPerMonth, "write-unit"));
  const reads = as(times(demand.signIns, workload.profileReadsPerSignIn), "read-unit");
  const stored = named("stored data", "GB-month", convert(times(as(workload.mau, "user"), workload.profileBytes), BYTES_A_GB, "GB-month"));
  return usage([
    charge("Storage", "seed.dynamodb.storage", "GB-month", stored),
    charge("Writes", "seed.dynamodb.write", "write-unit", writes),
    charge("Reads", "seed.dynamodb.read", "read-unit", reads),
    charge("Snapshots", "seed.dynamodb.snapshot", "GB-month", stored),
  ]);
}

export function documentEncryption(demand: Demand): Usage {
  const charge = chargesOf("Encryption (KMS)");
  return usage([
    charge("Key", "seed.kms.key", "key", constant("1", "key")),
    charge("Requests", "seed.kms.request", "request", times(demand.signIns, constantPer("1", "request", "sign-in"))),
  ]);
}

/** "Plan for replication, load balancers, and caching": the document gives a range and no size; it is taken from the size of larger instances on. */
export function documentScaling(workload: Workload): Usage {
  const charge = chargesOf("Replication, load balancing, cache");
  const mediums = roundUpTo(convert(workload.mau, USERS_A_MEDIUM, "one"), "1");
  const needed = ladder(mediums, [{ upTo: MOST_MEDIUMS, value: whole(0) }], whole(1), "one");
  return usage([charge("Scaling", "seed.scaling", "month", scale(MONTH, needed), { note: "for millions of users" })]);
}
