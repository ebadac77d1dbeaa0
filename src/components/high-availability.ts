import { constant, excess, isAbove, named, type Qty } from "../units/quantity.js";
import type { Workload } from "./workload.js";

/** Below this many active users `auto` keeps one zone, one task and no load balancer. */
export const HIGH_AVAILABILITY_FROM = "10000";

/** 1 when the part runs highly available, 0 when not, decided by a setting or by size. */
export function highAvailability(setting: "auto" | "on" | "off", workload: Workload): Qty<"one"> {
  if (setting !== "auto") return named("high availability", "one", constant(setting === "on" ? "1" : "0", "one"));
  const from = constant(HIGH_AVAILABILITY_FROM, "MAU");
  const below = isAbove(excess(from, workload.mau), "0");
  return named("high availability", "one", excess(constant("1", "one"), below), "auto: 1 from 10,000 active users on");
}
