import { decimal, whole } from "../units/decimal.js";
import {
  as,
  constant,
  constantPer,
  convert,
  excess,
  isIndex,
  ladder,
  most,
  named,
  plus,
  type Qty,
  roundUpTo,
  scale,
  times,
} from "../units/quantity.js";
import type { Unit } from "../units/unit.js";
import { type Charge, chargesOf, limit, type Usage, usage } from "./component.js";
import { atPeak, BYTES_A_GB, type Demand, HOURS_A_MONTH } from "./demand.js";
import { POSTGRESQL_LADDER, rungsBy } from "./postgresql-ladder.js";
import { highAvailability } from "./high-availability.js";
import type { postgresqlSettings } from "./postgresql-settings.js";
import type { SettingValues } from "./setting.js";
import type { StoreRole } from "./store-role.js";
import type { Workload } from "./workload.js";

// Measured with PostgreSQL 15 and a million users: heap and indexes of one user row without its profile, of one refresh token;
// backend CPU of a sign-in transaction, of a look-up, and of an update (the difference).
const USER_ROW_BYTES = constantPer("593", "byte", "user");
const TOKEN_ROW_BYTES = constantPer("413", "byte", "MAU");
const SIGN_IN_MILLISECONDS = constant("0.48", "one");
const READ_MILLISECONDS = constant("0.051", "one");
const WRITE_MILLISECONDS = constant("0.43", "one");

const HOT_BYTES_PER_MAU = constantPer("4096", "byte", "MAU");
const ENGINE_GIB = constant("0.5", "GiB");
const MEMORY_SHARE = decimal("0.75");
const CPU_SHARE = decimal("0.5");
// RDS user guide (2023-06): gp3 for PostgreSQL below 400 GiB has 3,000 IOPS, from 400 GiB on 12,000; max_connections ends at 5,000.
const SMALL_VOLUME_IOPS = decimal("3000");
const LARGE_VOLUME_IOPS = decimal("12000");
const LARGE_VOLUME_GB = decimal("400");
const MOST_CONNECTIONS = decimal("5000");
/** RDS provisions no less than 20 GB of gp2 or gp3 storage for PostgreSQL. */
const LEAST_STORAGE = constant("20", "GB-month");

const not = (flag: Qty<"one">): Qty<"one"> => excess(constant("1", "one"), flag);
const during = <U extends Unit>(of: Qty<U>, flag: Qty<"one">): Qty<U> => scale(of, flag);

/** RDS for PostgreSQL: instance, standby, storage, backup and replicas. */
export function rdsPostgresql(
  workload: Workload,
  demand: Demand,
  settings: SettingValues<typeof postgresqlSettings>,
  role: StoreRole,
): Usage {
  const charge = chargesOf("RDS for PostgreSQL");
  const standby = highAvailability(settings.multiAz, workload);
  const replicas = named("read replicas", "one", constant(settings.replicas, "one"));
  const { instances, index } =
    settings.instance === "auto"
      ? chosenByLoad(workload, demand, standby, replicas, role)
      : namedInstance(settings.instance, standby, replicas);

  const rowBytes = plus(
    times(workload.registeredUsers, workload.profileBytes),
    times(workload.registeredUsers, USER_ROW_BYTES),
    ...(role === "authentication" ? [times(workload.mau, TOKEN_ROW_BYTES)] : []),
  );
  const overhead = constant(settings.storageOverhead, "one");
  const data = named(
    "data with indexes",
    "GB-month",
    convert(scale(rowBytes, overhead), BYTES_A_GB, "GB-month"),
    "profile, 593 bytes of row and index, 413 bytes a refresh token; times storageOverhead",
  );
  const iops = writesPerSecond(workload, demand, role);
  const forIops = named(
    "storage needed for the write operations",
    "GB-month",
    ladder(iops, [{ upTo: SMALL_VOLUME_IOPS, value: whole(0) }], LARGE_VOLUME_GB, "GB-month"),
    "volumes below 400 GB carry 3,000 operations a second, larger ones 12,000",
  );
  const provisioned = named(
    "provisioned storage",
    "GB-month",
    most(most(roundUpTo(data, "1"), LEAST_STORAGE), forIops),
    "whole GB, at least 20",
  );
  const backup = excess(scale(data, constant(settings.backupCopies, "one")), provisioned);
  const storage = `aws.rds-postgresql.storage.${settings.storageType}`;
  return usage(
    [
      ...instances,
      charge("Storage, one zone", storage, "GB-month", during(provisioned, not(standby)), { choice: true }),
      charge("Storage, two zones", `${storage}.multi-az`, "GB-month", during(provisioned, standby), { choice: true }),
      charge("Storage of replicas", storage, "GB-month", scale(provisioned, replicas), { choice: true }),
      charge("Backup above the free part", "aws.rds-postgresql.backup", "GB-month", backup, {
        note: "backups up to the provisioned storage are free",
      }),
    ],
    [
      limit(
        "write operations",
        "per-second",
        iops,
        LARGE_VOLUME_IOPS,
        "a gp3 or gp2 volume carries 12,000 operations a second without more being bought; buy them, or split the users over databases",
      ),
      limit(
        "database connections",
        "one",
        connectionsAtPeak(workload, demand, role),
        MOST_CONNECTIONS,
        "PostgreSQL on RDS stops at 5,000 connections; put a proxy in front or split the users",
      ),
      ...(index === undefined
        ? []
        : [
            limit(
              "instance class on the ladder",
              "one",
              index,
              whole(POSTGRESQL_LADDER.length - 1),
              "no class of the ladder carries the load; name one, split the users over databases, or choose another alternative",
            ),
          ]),
    ],
  );
}

/** Sign-ins and refreshes where users sign in here, new users where another service signs them in. */
function transactionsOf(workload: Workload, demand: Demand, role: StoreRole): Qty<"request"> {
  return role === "authentication" ? plus(as(demand.signIns, "request"), demand.refreshes) : as(workload.signUpsPerMonth, "request");
}

/** Each transaction and profile write commits; a commit is taken as two writes, its log and its page. */
function writesPerSecond(workload: Workload, demand: Demand, role: StoreRole): Qty<"per-second"> {
  const commits = plus(transactionsOf(workload, demand, role), as(times(demand.signIns, workload.profileWritesPerSignIn), "request"));
  return scale(atPeak("commits at peak", commits, "per-second", workload), constant("2", "one"));
}

/** Connections in use at once at peak: each request holds one for 20 ms, as long as it takes with the network (judgement). */
function connectionsAtPeak(workload: Workload, demand: Demand, role: StoreRole): Qty<"one"> {
  const requests = plus(transactionsOf(workload, demand, role), as(times(demand.signIns, workload.profileWritesPerSignIn), "request"));
  return named(
    "connections in use at peak",
    "one",
    scale(as(atPeak("database requests at peak", requests, "per-second", workload), "one"), constant("0.02", "one")),
    "20 ms for each request",
  );
}

function instanceCharges(name: string, used: Qty<"one">, standby: Qty<"one">, replicas: Qty<"one">): readonly Charge[] {
  const charge = chargesOf("RDS for PostgreSQL");
  const hours = during(HOURS_A_MONTH, used);
  return [
    charge(`${name}, one zone`, `aws.rds-postgresql.${name}.single-az`, "hour", during(hours, not(standby)), { choice: true }),
    charge(`${name}, two zones`, `aws.rds-postgresql.${name}.multi-az`, "hour", during(hours, standby), { choice: true }),
    charge(`${name}, replicas`, `aws.rds-postgresql.${name}.single-az`, "hour", scale(hours, replicas), { choice: true }),
  ];
}

function namedInstance(name: string, standby: Qty<"one">, replicas: Qty<"one">) {
  return { instances: instanceCharges(name, constant("1", "one"), standby, replicas), index: undefined };
}

function chosenByLoad(workload: Workload, demand: Demand, standby: Qty<"one">, replicas: Qty<"one">, role: StoreRole) {
  const hotGib = convert(times(workload.mau, HOT_BYTES_PER_MAU), BYTES_A_GB, "GiB");
  const memory = named(
    "memory needed",
    "GiB",
    convert(plus(ENGINE_GIB, hotGib), MEMORY_SHARE, "GiB"),
    "0.5 GiB and 4 KB an active user, within 75 % of the class",
  );
  const reads = as(times(demand.signIns, workload.profileReadsPerSignIn), "request");
  const writes = as(times(demand.signIns, workload.profileWritesPerSignIn), "request");
  const transactions = transactionsOf(workload, demand, role);
  const busy = plus(scale(transactions, SIGN_IN_MILLISECONDS), scale(reads, READ_MILLISECONDS), scale(writes, WRITE_MILLISECONDS));
  const peakMilliseconds = atPeak("database time at peak", busy, "ms-per-second", workload);
  const cpu = named(
    "vCPU needed",
    "vCPU",
    convert(convert(peakMilliseconds, decimal("1000"), "vCPU"), CPU_SHARE, "vCPU"),
    "at most half of what the class sustains",
  );
  const byMemory = rungsBy("gib");
  const byCpu = rungsBy("sustainedVcpu");
  const index = named(
    "place on the instance ladder",
    "one",
    most(ladder(memory, byMemory.rungs, byMemory.beyond, "one"), ladder(cpu, byCpu.rungs, byCpu.beyond, "one")),
    POSTGRESQL_LADDER.map((one, place) => `${place} is ${one.name}`).join(", "),
  );
  const instances = POSTGRESQL_LADDER.flatMap((one, place) => instanceCharges(one.name, isIndex(index, place), standby, replicas));
  return { instances, index };
}
