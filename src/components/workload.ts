import { DRIVERS } from "../scenario/drivers.js";
import type { DriverName } from "../scenario/driver-spec.js";
import { constant, constantPer, input, inputPer, named, namedPer, type Per, type Qty, scale } from "../units/quantity.js";
import type { Unit } from "../units/unit.js";

/**
 * The drivers as typed handles. A driver that the scenario does not state is its default expression,
 * so that a default which follows another driver keeps following it, and explanations say that it is one.
 */
export type Workload = {
  readonly mau: Qty<"MAU">;
  readonly registeredUsers: Qty<"user">;
  readonly federatedShare: Qty<"one">;
  readonly socialShare: Qty<"one">;
  readonly signUpsPerMonth: Qty<"sign-up">;
  readonly signInsPerMau: Per<"sign-in", "MAU">;
  readonly tokenRefreshesPerMau: Per<"request", "MAU">;
  readonly apiCallsPerMau: Per<"request", "MAU">;
  readonly profileReadsPerSignIn: Per<"operation", "sign-in">;
  readonly profileWritesPerSignIn: Per<"operation", "sign-in">;
  readonly profileBytes: Per<"byte", "user">;
  readonly passwordResetsPerMau: Per<"request", "MAU">;
  readonly emailsPerMau: Per<"email", "MAU">;
  readonly smsPerMau: Per<"message", "MAU">;
  readonly m2mAppClients: Qty<"client">;
  readonly m2mTokenRequests: Qty<"token">;
  readonly returningShare: Qty<"one">;
  readonly dauPerMau: Qty<"one">;
  readonly connectionsPerFederatedUser: Per<"connection", "MAU">;
  readonly peakToAverage: Qty<"one">;
};

/** @param given the drivers that the scenario states */
export function workloadOf(given: ReadonlySet<DriverName>): Workload {
  const quantity = <U extends Unit>(name: DriverName, unit: U): Qty<U> => {
    if (given.has(name)) return input(name, unit);
    const spec = DRIVERS[name].default;
    const because = `default: ${DRIVERS[name].because}`;
    if (spec.kind === "multiple") return named(name, unit, scale(quantity(spec.of, unit), constant(spec.factor, "one")), because);
    return spec.kind === "value" ? named(name, unit, constant(spec.value, unit), because) : input(name, unit);
  };
  const ratio = <N extends Unit, D extends Unit>(name: DriverName, n: N, d: D): Per<N, D> => {
    const spec = DRIVERS[name].default;
    if (given.has(name) || spec.kind !== "value") return inputPer(name, n, d);
    return namedPer(name, n, d, constantPer(spec.value, n, d), `default: ${DRIVERS[name].because}`);
  };
  return {
    mau: quantity("mau", "MAU"),
    registeredUsers: quantity("registeredUsers", "user"),
    federatedShare: quantity("federatedShare", "one"),
    socialShare: quantity("socialShare", "one"),
    signUpsPerMonth: quantity("signUpsPerMonth", "sign-up"),
    signInsPerMau: ratio("signInsPerMau", "sign-in", "MAU"),
    tokenRefreshesPerMau: ratio("tokenRefreshesPerMau", "request", "MAU"),
    apiCallsPerMau: ratio("apiCallsPerMau", "request", "MAU"),
    profileReadsPerSignIn: ratio("profileReadsPerSignIn", "operation", "sign-in"),
    profileWritesPerSignIn: ratio("profileWritesPerSignIn", "operation", "sign-in"),
    profileBytes: ratio("profileBytes", "byte", "user"),
    passwordResetsPerMau: ratio("passwordResetsPerMau", "request", "MAU"),
    emailsPerMau: ratio("emailsPerMau", "email", "MAU"),
    smsPerMau: ratio("smsPerMau", "message", "MAU"),
    m2mAppClients: quantity("m2mAppClients", "client"),
    m2mTokenRequests: quantity("m2mTokenRequests", "token"),
    returningShare: quantity("returningShare", "one"),
    dauPerMau: quantity("dauPerMau", "one"),
    connectionsPerFederatedUser: ratio("connectionsPerFederatedUser", "connection", "MAU"),
    peakToAverage: quantity("peakToAverage", "one"),
  };
}
