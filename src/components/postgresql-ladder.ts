import { type Decimal, decimal, whole } from "../units/decimal.js";
import type { Rung } from "../units/node.js";

/** An RDS instance class with what it carries for long: memory, and vCPUs that are not borrowed from burst credits. */
export type InstanceClass = { readonly name: string; readonly gib: string; readonly sustainedVcpu: string };

/**
 * The ladder from which an instance is chosen, smallest first. Memory and vCPU as AWS lists the classes; for the
 * burstable t4g classes the sustained vCPUs are their baseline (RDS user guide: 10 to 30 % of each of two vCPUs).
 */
export const POSTGRESQL_LADDER: readonly InstanceClass[] = [
  { name: "db.t4g.micro", gib: "1", sustainedVcpu: "0.2" },
  { name: "db.t4g.small", gib: "2", sustainedVcpu: "0.4" },
  { name: "db.t4g.medium", gib: "4", sustainedVcpu: "0.4" },
  { name: "db.t4g.large", gib: "8", sustainedVcpu: "0.6" },
  { name: "db.m7g.large", gib: "8", sustainedVcpu: "2" },
  { name: "db.r7g.large", gib: "16", sustainedVcpu: "2" },
  { name: "db.r7g.xlarge", gib: "32", sustainedVcpu: "4" },
  { name: "db.r7g.2xlarge", gib: "64", sustainedVcpu: "8" },
  { name: "db.r7g.4xlarge", gib: "128", sustainedVcpu: "16" },
];

/** Classes that may be named besides the ladder's. */
export const NAMED_CLASSES: readonly string[] = [
  ...POSTGRESQL_LADDER.map((one) => one.name),
  "db.t4g.xlarge",
  "db.t4g.2xlarge",
  "db.t3.micro",
  "db.t3.small",
  "db.t3.medium",
  "db.t3.large",
  "db.t3.xlarge",
  "db.t3.2xlarge",
  "db.m7g.xlarge",
  "db.m7g.2xlarge",
  "db.m7g.4xlarge",
  "db.m6g.large",
  "db.m6g.xlarge",
  "db.m6g.2xlarge",
  "db.m6g.4xlarge",
  "db.r6g.large",
  "db.r6g.xlarge",
  "db.r6g.2xlarge",
  "db.r6g.4xlarge",
];

/** Rungs that map a need to the index of the first class that meets it; the index after the last means none does. */
export function rungsBy(property: "gib" | "sustainedVcpu"): { readonly rungs: readonly Rung[]; readonly beyond: Decimal } {
  const rungs: Rung[] = [];
  POSTGRESQL_LADDER.forEach((one, index) => {
    const upTo = decimal(one[property]);
    const last = rungs.at(-1);
    if (last === undefined || upTo.gt(last.upTo)) rungs.push({ upTo, value: whole(index) });
  });
  return { rungs, beyond: whole(POSTGRESQL_LADDER.length) };
}
