import { as, constant, excess, named, plus, type Qty, roundUpTo, scale, times } from "../units/quantity.js";
import { type Charge, chargesOf, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import type { Destination } from "./text-messages.js";
import type { Workload } from "./workload.js";

/**
 * What a vendor counts and what it charges for it. Rates of prices live in pricing/vendors; here stands only which
 * quantity goes to which rate.
 */
export type VendorPlan = {
  readonly vendor: string;
  /** a monthly base fee */
  readonly base?: string;
  /** absent where users are not what is counted */
  readonly users?: { readonly rate: string; readonly counted: "MAU" | "MRU" | "DAU"; readonly who: "everyone" | "not federated" };
  /** access tokens, of users and machines */
  readonly tokens?: string;
  /** federated users on a meter of their own */
  readonly federated?: string;
  /** company connections, and how many the plan includes */
  readonly connections?: { readonly rate: string; readonly included: string };
  /** applications that use client credentials, and how many the plan includes */
  readonly clients?: { readonly rate: string; readonly included: string };
  /** text messages at the vendor's own prices: what their rates begin with, and where they can go */
  readonly texts?: { readonly rate: string; readonly to: readonly ["us", ...Destination[]] };
};

/** Users in the vendor's own count, connections, machines. */
export function vendorUsage(workload: Workload, demand: Demand, plan: VendorPlan): Usage {
  const charge = chargesOf(plan.vendor);
  const { users, tokens, connections, clients } = plan;
  const federated =
    plan.federated === undefined ? [] : [charge("Users through SAML or OIDC", plan.federated, "MAU", demand.federated, { choice: true })];
  return usage([
    ...(plan.base === undefined ? [] : [charge("Base fee", plan.base, "month", constant("1", "month"))]),
    ...(users === undefined ? [] : [usersCharge(workload, users, users.who === "everyone" ? workload.mau : demand.direct, charge)]),
    ...(tokens === undefined ? [] : [charge("Access tokens", tokens, "token", accessTokens(workload, demand))]),
    ...federated,
    ...(connections === undefined
      ? []
      : [
          charge("Company connections", connections.rate, "connection", connectionsOf(workload, demand, connections.included), {
            note: "none beyond the included ones",
          }),
        ]),
    ...(clients === undefined
      ? []
      : [
          charge("Machine clients", clients.rate, "client", excess(workload.m2mAppClients, constant(clients.included, "client")), {
            note: "none beyond the included ones",
          }),
        ]),
  ]);
}

function usersCharge(
  workload: Workload,
  users: NonNullable<VendorPlan["users"]>,
  counted: Qty<"MAU">,
  charge: ReturnType<typeof chargesOf>,
): Charge {
  switch (users.counted) {
    case "MAU":
      return charge("Users", users.rate, "MAU", counted);
    case "MRU":
      return charge(
        "Returning users",
        users.rate,
        "MRU",
        named("returning users", "MRU", as(scale(counted, workload.returningShare), "MRU")),
      );
    case "DAU":
      return charge(
        "Users of an average day",
        users.rate,
        "DAU",
        named("users of an average day", "DAU", as(scale(counted, workload.dauPerMau), "DAU")),
      );
    default:
      return users.counted satisfies never;
  }
}

/** Logto, "Pricing plan updates - September 2025": access tokens are billed, refresh tokens are not. */
function accessTokens(workload: Workload, demand: Demand): Qty<"token"> {
  return named(
    "access tokens",
    "token",
    plus(as(demand.signIns, "token"), as(demand.refreshes, "token"), workload.m2mTokenRequests),
    "one for each sign-in, each refresh and each request of a machine; refresh tokens are not counted",
  );
}

/** Whole connections above the included ones. */
function connectionsOf(workload: Workload, demand: Demand, included: string): Qty<"connection"> {
  const needed = named(
    "company connections",
    "connection",
    roundUpTo(times(demand.federated, workload.connectionsPerFederatedUser), "1"),
    "whole companies",
  );
  return excess(needed, constant(included, "connection"));
}
