import { decimal } from "../units/decimal.js";
import { as, constant, convert, excess, named, plus, type Qty, roundUpTo, scale } from "../units/quantity.js";
import { chargesOf, type Usage, usage } from "./component.js";
import { type Demand, peakPerSecond } from "./demand.js";
import type { Workload } from "./workload.js";

/**
 * Requests per second that a user pool carries by default, by category.
 * Source: Amazon Cognito developer guide, "Quotas" (read 2026-10); authentication and token categories
 * grow by 40 for every started million users above the first (guide as of 2023).
 */
const DEFAULT_RPS = { authentication: "120", creation: "50", federation: "25", token: "120" } as const;
const RPS_PER_EXTRA_MILLION = constant("40", "one");
const MILLION = decimal("1000000");

/** Peaks above the default quotas need provisioned capacity, billed for each request per second and month. */
export function cognitoQuota(workload: Workload, demand: Demand): Usage {
  const charge = chargesOf("Cognito request quota");
  const millions = roundUpTo(convert(excess(workload.mau, constant("1000000", "MAU")), MILLION, "RPS"), "1");
  const growth = named("quota that comes with users", "RPS", scale(millions, RPS_PER_EXTRA_MILLION));
  const bought = (category: keyof typeof DEFAULT_RPS, peak: Qty<"RPS">, grows: boolean) => {
    const free = constant(DEFAULT_RPS[category], "RPS");
    const carried = named(`${category} requests carried by default`, "RPS", grows ? plus(free, growth) : free);
    return charge(`Provisioned ${category} requests`, "aws.cognito.quota.rps", "RPS", roundUpTo(excess(peak, carried), "1"), {
      choice: true,
    });
  };
  return usage([
    bought("authentication", peakPerSecond("password sign-ins a second at peak", demand.passwordSignIns, workload), true),
    bought("creation", peakPerSecond("sign-ups a second at peak", as(workload.signUpsPerMonth, "request"), workload), false),
    bought("federation", peakPerSecond("sign-ins through other providers a second at peak", demand.federatedSignIns, workload), false),
    bought("token", peakPerSecond("token refreshes a second at peak", as(demand.refreshes, "request"), workload), true),
  ]);
}
