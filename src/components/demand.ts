import { decimal, whole } from "../units/decimal.js";
import { as, constant, convert, type Expr, excess, named, plus, type Qty, scale, times } from "../units/quantity.js";
import type { Unit } from "../units/unit.js";
import type { Workload } from "./workload.js";

/** An hour-priced resource runs this many hours in an estimated month (8,760 / 12). */
export const HOURS_A_MONTH = constant("730", "hour");
const SECONDS_A_MONTH = decimal("2628000");
/** Storage is billed in GB of 2^30 bytes. */
export const BYTES_A_GB = whole(2 ** 30);

/** What the users do in a month, derived from the drivers once and shared by all components. */
export type Demand = {
  readonly federated: Qty<"MAU">;
  readonly direct: Qty<"MAU">;
  readonly signIns: Qty<"sign-in">;
  readonly passwordSignIns: Qty<"sign-in">;
  readonly federatedSignIns: Qty<"sign-in">;
  /** every time that an own auth service hashes a password: a sign-in checks one, a sign-up and a reset set one */
  readonly passwordHashes: Qty<"operation">;
  readonly refreshes: Qty<"request">;
  readonly resets: Qty<"request">;
  /** every request that an own auth service answers */
  readonly authRequests: Qty<"request">;
  readonly emails: Qty<"email">;
  readonly texts: Qty<"message">;
};

export function demandOf(workload: Workload): Demand {
  const { mau, federatedShare, socialShare } = workload;
  const whole = constant("1", "one");
  const federated = named("federated users", "MAU", scale(mau, federatedShare));
  const direct = named("direct and social users", "MAU", excess(mau, federated));
  const signIns = named("sign-ins", "sign-in", times(mau, workload.signInsPerMau));
  const elsewhere = plus(federatedShare, socialShare);
  const withPassword = excess(whole, elsewhere);
  const passwordSignIns = named("password sign-ins", "sign-in", scale(signIns, withPassword));
  const federatedSignIns = named("sign-ins through other providers", "sign-in", scale(signIns, elsewhere));
  const refreshes = named("token refreshes", "request", times(mau, workload.tokenRefreshesPerMau));
  const resets = named("password resets", "request", times(mau, workload.passwordResetsPerMau));
  const passwordSignUps = scale(as(workload.signUpsPerMonth, "operation"), withPassword);
  const passwordHashes = named(
    "password hashes",
    "operation",
    plus(as(passwordSignIns, "operation"), passwordSignUps, as(resets, "operation")),
    "each password sign-in checks one, each sign-up with a password and each reset sets one",
  );
  const machine = as(workload.m2mTokenRequests, "request");
  const authRequests = named(
    "auth requests",
    "request",
    plus(as(signIns, "request"), refreshes, as(workload.signUpsPerMonth, "request"), resets, machine),
  );
  const emails = named(
    "e-mails",
    "email",
    plus(as(workload.signUpsPerMonth, "email"), as(resets, "email"), times(mau, workload.emailsPerMau)),
    "one for each sign-up and reset, and the stated others",
  );
  const texts = named("text messages", "message", times(mau, workload.smsPerMau));
  return { federated, direct, signIns, passwordSignIns, federatedSignIns, passwordHashes, refreshes, resets, authRequests, emails, texts };
}

/**
 * Requests per second at the peak: the month's average times peakToAverage.
 * Multiplied before divided: a quotient such as 500 / 3 does not end, and three times it would miss a bound of 500.
 */
export function peakPerSecond(name: string, of: Qty<"request"> | Qty<"sign-in"> | Qty<"operation">, workload: Workload): Qty<"RPS"> {
  return atPeak(name, of, "RPS", workload);
}

/** What a second of the peak carries of something that a month has, in a unit of its own. */
export function atPeak<U extends Unit>(name: string, of: Expr, unit: U, workload: Workload): Qty<U> {
  return named(
    name,
    unit,
    convert(scale(as(of, unit), workload.peakToAverage), SECONDS_A_MONTH, unit),
    "2,628,000 seconds in a month of 730 hours",
  );
}
