import fc from "fast-check";
import { DRIVER_NAMES, DRIVERS } from "../../src/scenario/drivers.js";
import type { DriverName } from "../../src/scenario/driver-spec.js";
import type { Point } from "../../src/engine/bill.js";
import { type Decimal, decimal } from "../../src/units/decimal.js";

/** Drivers are drawn from nothing and from a thousandth to a hundred times of these, in few digits as people write them; shares up to a half. */
const USUAL: Partial<Readonly<Record<DriverName, number>>> = {
  mau: 100_000, registeredUsers: 200_000, signUpsPerMonth: 5000, signInsPerMau: 8, tokenRefreshesPerMau: 30, apiCallsPerMau: 300,
  profileReadsPerSignIn: 2, profileWritesPerSignIn: 1, profileBytes: 1024, passwordResetsPerMau: 0.02, emailsPerMau: 1, smsPerMau: 0.1, m2mAppClients: 5, m2mTokenRequests: 100_000, peakToAverage: 10,
};
const share = fc.integer({ min: 0, max: 500 }).map((thousandths) => decimal((thousandths / 1000).toFixed(3)));

function drawnFor(driver: DriverName): fc.Arbitrary<Decimal> {
  const { integer, most, unit } = DRIVERS[driver];
  if (unit === "one" && most === "1") return share;
  const usual = USUAL[driver] ?? 1;
  return fc.tuple(fc.integer({ min: -300, max: 200 }), fc.integer({ min: 0, max: 19 })).map(([exponent, nothing]) => {
    const drawn = nothing === 0 ? 0 : Math.min(usual * 10 ** (exponent / 100), Number(most));
    return decimal(drawn.toFixed(integer ? 0 : 4));
  });
}

/** A value for every driver. */
export const workload: fc.Arbitrary<Point> = fc.tuple(...DRIVER_NAMES.map(drawnFor)).map((values) => new Map(DRIVER_NAMES.map((name, index) => [name, values[index] ?? decimal("0")])));

/** Always the same workloads for one seed. */
export function drawWorkloads(count: number, seed: number): readonly Point[] {
  return fc.sample(workload, { numRuns: count, seed });
}
