import { decimal, whole } from "../units/decimal.js";
import { as, constant, constantPer, convert, excess, isIndex, ladder, named, plus, scale, times } from "../units/quantity.js";
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

/** The document's three sizes: micro up to 1,000 users, medium up to 50,000, "larger instances" above. */
const SIZES = [
  { name: "db.t4g.micro", rate: "seed.rds-postgresql.t4g-micro", upTo: "1000" },
  { name: "db.t3.medium", rate: "seed.rds-postgresql.t3-medium", upTo: "50000" },
  { name: "Larger instances", rate: "seed.rds-postgresql.larger", upTo: undefined },
] as const;

const MONTH = constant("1", "month");

export function documentPostgresql(workload: Workload): Usage {
  const charge = chargesOf("RDS for PostgreSQL");
  const rungs = SIZES.flatMap((size, index) => (size.upTo === undefined ? [] : [{ upTo: decimal(size.upTo), value: whole(index) }]));
  const index = named("size", "one", ladder(workload.mau, rungs, whole(SIZES.length - 1), "one"), "0 up to 1,000 users, 1 up to 50,000, 2 above");
  return usage(SIZES.map((size, place) => charge(size.name, size.rate, "month", scale(MONTH, isIndex(index, place)), { choice: true })));
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

/** "Plan for replication, load balancers, and caching": the document gives a range and no size; it is taken for larger instances only. */
export function documentScaling(workload: Workload): Usage {
  const charge = chargesOf("Replication, load balancing, cache");
  const above = excess(constant("1", "one"), ladder(workload.mau, [{ upTo: decimal("50000"), value: whole(1) }], whole(0), "one"));
  return usage([charge("Scaling", "seed.scaling", "month", scale(MONTH, above), { note: "from above 50,000 users on" })]);
}
