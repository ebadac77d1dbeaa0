import { decimal } from "../units/decimal.js";
import { as, constant, constantPer, convert, each, named, type Per, plus, type Qty, roundUpTo, scale, times } from "../units/quantity.js";
import { type Charge, chargesOf, limit, type Usage, usage } from "./component.js";
import { atPeak, BYTES_A_GB, type Demand, HOURS_A_MONTH } from "./demand.js";
import { choice, numeric, onOff, type SettingValues } from "./setting.js";
import type { StoreRole } from "./store-role.js";
import type { Workload } from "./workload.js";

export const dynamodbSettings = {
  capacity: choice(
    ["on-demand", "provisioned"],
    "on-demand",
    "how reads and writes are paid: by the unit, or by the hour for capacity held at peak",
    "nothing to size, nothing to scale",
  ),
  consistency: choice(
    ["strong", "eventual"],
    "strong",
    "how profiles are read: a strongly consistent read costs twice an eventual one (refresh tokens are always read strongly)",
    "a sign-in right after a password change must see it",
  ),
  itemOverheadBytes: numeric(
    "0",
    "100000",
    "250",
    "bytes of a user's item besides the profile: names, identifiers, password hash",
    "97 bytes of hash, identifiers and attribute names",
  ),
  pitr: onOff(true, "point-in-time recovery", "losing users is not an option"),
  backupsKept: numeric("0", "100", "0", "on-demand backups kept, as a multiple of the data", "point-in-time recovery covers 35 days"),
} as const;

// DynamoDB's own rules (developer guide): a write unit carries 1 KB, a read unit 4 KB, a transaction counts twice,
// an eventually consistent read half; every item is stored with 100 bytes of index overhead.
const WRITE_UNIT_BYTES = decimal("1024");
const READ_UNIT_BYTES = decimal("4096");
const INDEX_OVERHEAD = constantPer("100", "byte", "user");
/** The item that keeps an e-mail address unique, and a refresh token's item, index overhead included. */
const EMAIL_ITEM_BYTES = constantPer("250", "byte", "user");
const TOKEN_ITEM_BYTES = constantPer("400", "byte", "MAU");
/** Default quota of a table, reads and writes each (DynamoDB developer guide, "Quotas"). */
const TABLE_UNITS_PER_SECOND = decimal("40000");
const TRANSACTION = constant("2", "one");
/** Provisioned capacity is held so that the peak uses this part of it. */
const PROVISIONED_USE = decimal("0.7");

/** A DynamoDB user store: reads and writes derived from auth events with DynamoDB's rounding, storage and backup. */
export function dynamodb(workload: Workload, demand: Demand, settings: SettingValues<typeof dynamodbSettings>, role: StoreRole): Usage {
  const charge = chargesOf("DynamoDB");
  const itemBytes = named(
    "bytes of a user's item",
    "byte",
    plus(perUser(workload.profileBytes), constant(settings.itemOverheadBytes, "byte")),
  );
  const writesPerItem = each(
    named(
      "write units of a user's item",
      "write-unit",
      roundUpTo(convert(itemBytes, WRITE_UNIT_BYTES, "write-unit"), "1"),
      "one for each started KB",
    ),
    "operation",
  );
  const fullRead = roundUpTo(convert(itemBytes, READ_UNIT_BYTES, "read-unit"), "1");
  const readUnits = settings.consistency === "strong" ? fullRead : scale(fullRead, constant("0.5", "one"));
  const readsPerItem = each(
    named("read units of a user's item", "read-unit", readUnits, "one for each started 4 KB, half when eventual"),
    "operation",
  );

  const { writes, reads } =
    role === "authentication"
      ? authenticationUse(workload, demand, writesPerItem, readsPerItem)
      : profileUse(workload, demand, writesPerItem, readsPerItem);
  const users = workload.registeredUsers;
  const profiles = times(users, each(plus(itemBytes, perUser(INDEX_OVERHEAD)), "user"));
  const bytes =
    role === "authentication" ? plus(profiles, times(users, EMAIL_ITEM_BYTES), times(workload.mau, TOKEN_ITEM_BYTES)) : profiles;
  const stored = named(
    "stored data",
    "GB-month",
    convert(bytes, BYTES_A_GB, "GB-month"),
    role === "authentication" ? "profile items, e-mail items, one refresh token an active user" : "profile items",
  );
  const backups = scale(stored, constant(settings.backupsKept, "one"));
  return usage(
    [
      ...capacityCharges(settings.capacity, workload, writes, reads),
      charge("Storage", "aws.dynamodb.storage", "GB-month", stored),
      ...(settings.pitr ? [charge("Point-in-time recovery", "aws.dynamodb.pitr", "GB-month", stored)] : []),
      charge("On-demand backups", "aws.dynamodb.backup", "GB-month", backups, { choice: true }),
    ],
    [
      limit(
        "write units",
        "per-second",
        atPeak("write units at peak", writes, "per-second", workload),
        TABLE_UNITS_PER_SECOND,
        "a table carries 40,000 write units a second by default; ask AWS for more",
      ),
      limit(
        "read units",
        "per-second",
        atPeak("read units at peak", reads, "per-second", workload),
        TABLE_UNITS_PER_SECOND,
        "a table carries 40,000 read units a second by default; ask AWS for more",
      ),
    ],
  );
}

const perUser = (ratio: Per<"byte", "user">): Qty<"byte"> => times(constant("1", "user"), ratio);

type ItemWrites = Per<"write-unit", "operation">;
type ItemReads = Per<"read-unit", "operation">;
type Use = { readonly writes: Qty<"write-unit">; readonly reads: Qty<"read-unit"> };

function authenticationUse(workload: Workload, demand: Demand, itemWrites: ItemWrites, itemReads: ItemReads): Use {
  const profileWrites = named("profile writes", "operation", times(demand.signIns, workload.profileWritesPerSignIn));
  const profileReads = named("profile reads", "operation", times(demand.signIns, workload.profileReadsPerSignIn));
  const created = as(workload.signUpsPerMonth, "operation");
  const signUps = scale(plus(times(created, itemWrites), as(created, "write-unit")), TRANSACTION);
  const writes = named(
    "write units",
    "write-unit",
    plus(
      times(profileWrites, itemWrites),
      as(demand.signIns, "write-unit"),
      as(demand.refreshes, "write-unit"),
      signUps,
      times(as(demand.resets, "operation"), itemWrites),
    ),
    "profile writes, a token for each sign-in and refresh, a transaction of two items for each sign-up, a write for each reset",
  );
  const reads = named(
    "read units",
    "read-unit",
    plus(times(profileReads, itemReads), as(demand.refreshes, "read-unit"), times(as(demand.resets, "operation"), itemReads)),
    "profile reads, one token for each refresh, a read for each reset",
  );
  return { writes, reads };
}

/** Another service signs users in; the store keeps their profiles and follows changes. */
function profileUse(workload: Workload, demand: Demand, itemWrites: ItemWrites, itemReads: ItemReads): Use {
  const changes = plus(times(demand.signIns, workload.profileWritesPerSignIn), as(workload.signUpsPerMonth, "operation"));
  const writes = named(
    "write units",
    "write-unit",
    times(named("synced changes", "operation", changes), itemWrites),
    "one for each sign-up and each profile write",
  );
  const reads = named("read units", "read-unit", times(times(demand.signIns, workload.profileReadsPerSignIn), itemReads));
  return { writes, reads };
}

function capacityCharges(
  capacity: "on-demand" | "provisioned",
  workload: Workload,
  writes: Qty<"write-unit">,
  reads: Qty<"read-unit">,
): readonly Charge[] {
  const charge = chargesOf("DynamoDB");
  if (capacity === "on-demand") {
    return [
      charge("Writes, on demand", "aws.dynamodb.on-demand.write", "write-unit", writes),
      charge("Reads, on demand", "aws.dynamodb.on-demand.read", "read-unit", reads),
    ];
  }
  const held = (name: string, units: Qty<"write-unit"> | Qty<"read-unit">): Qty<"unit-hour"> => {
    const peak = atPeak(`${name} units at peak`, units, "per-second", workload);
    const capacityUnits = named(
      `${name} capacity`,
      "one",
      roundUpTo(convert(peak, PROVISIONED_USE, "one"), "1"),
      "the peak uses 70 % of it",
    );
    return scale(as(HOURS_A_MONTH, "unit-hour"), capacityUnits);
  };
  return [
    charge("Write capacity", "aws.dynamodb.provisioned.write-hour", "unit-hour", held("write", writes)),
    charge("Read capacity", "aws.dynamodb.provisioned.read-hour", "unit-hour", held("read", reads)),
  ];
}
