import { as, constant, isAbove, named, plus, scale } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { type Demand, HOURS_A_MONTH, peakPerSecond } from "./demand.js";
import { AUTO_ON_OFF, choice, numeric, type SettingValues } from "./setting.js";
import type { Workload } from "./workload.js";

export const cacheSettings = {
  cache: choice(
    AUTO_ON_OFF,
    "auto",
    "a cache for sessions and rate limits in front of the store",
    "auto: from 500 sign-ins and refreshes a second at peak on, where look-ups begin to fill a database",
  ),
  cacheEngine: choice(["valkey", "redis", "memcached"], "valkey", "the ElastiCache engine", "Valkey is the cheapest of the three"),
  cacheNode: choice(
    ["cache.t4g.micro", "cache.t4g.small", "cache.t4g.medium", "cache.m7g.large", "cache.r7g.large"],
    "cache.t4g.small",
    "the node type",
    "1.37 GiB hold about a million sessions of 1 KB",
  ),
  cacheNodes: numeric("1", "100", "2", "number of nodes", "one in each of two zones"),
} as const;

const CACHE_FROM_RPS = "500";

/** ElastiCache nodes, from the load on at which a cache is needed. */
export function cache(workload: Workload, demand: Demand, settings: SettingValues<typeof cacheSettings>): Usage {
  const charge = chargesOf("Cache (ElastiCache)");
  const peak = peakPerSecond("sign-ins and refreshes a second at peak", plus(as(demand.signIns, "request"), demand.refreshes), workload);
  const needed = settings.cache === "auto" ? isAbove(peak, CACHE_FROM_RPS) : constant(settings.cache === "on" ? "1" : "0", "one");
  const nodes = scale(named("cache needed", "one", needed, "auto: 1 above 500 a second"), constant(settings.cacheNodes, "one"));
  const rate = `aws.elasticache.${settings.cacheEngine}.${settings.cacheNode}`;
  return usage([charge(`${settings.cacheEngine} ${settings.cacheNode}`, rate, "hour", scale(HOURS_A_MONTH, nodes), { choice: true })]);
}
