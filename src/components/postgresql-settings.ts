import { NAMED_CLASSES } from "./postgresql-ladder.js";
import { AUTO_ON_OFF, choice, numeric } from "./setting.js";

/** What can be set of an own PostgreSQL on RDS. */
export const postgresqlSettings = {
  instance: choice(
    ["auto", ...NAMED_CLASSES],
    "auto",
    "the instance class, or auto: the first class of the ladder whose memory and sustained CPU carry the load",
    "memory: 0.5 GiB and 4 KB for each active user within 75 % of the class; CPU: at most half of what it sustains at peak",
  ),
  multiAz: choice(
    AUTO_ON_OFF,
    "auto",
    "a standby in a second zone",
    "auto: from 10,000 active users on, where an hour without sign-in hurts",
  ),
  storageType: choice(["gp3", "gp2"], "gp3", "the kind of storage", "gp3 costs the same as gp2 and is faster"),
  storageOverhead: numeric("1", "20", "2", "factor on rows and indexes for bloat, audit log and room to grow", "twice the measured rows"),
  backupCopies: numeric(
    "0",
    "100",
    "1.5",
    "backup storage as a multiple of the data",
    "one full copy and a week of changes; free up to the provisioned storage",
  ),
  replicas: numeric("0", "15", "0", "read replicas", "one instance answers a sign-in in under a millisecond"),
} as const;
