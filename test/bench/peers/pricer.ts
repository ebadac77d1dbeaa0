import type { Workload } from "./hand-written.js";

/** Fills a column of a month's dollars for each of the five alternatives; Infinity where one cannot carry the load. */
export type Pricer = (workloads: readonly Workload[], costs: readonly Float64Array[]) => void;

export const DRIVERS = [
  "mau", "registeredUsers", "federatedShare", "socialShare", "signUpsPerMonth", "signInsPerMau", "tokenRefreshesPerMau", "profileReadsPerSignIn",
  "profileWritesPerSignIn", "profileBytes", "passwordResetsPerMau", "emailsPerMau", "smsPerMau", "m2mTokenRequests", "peakToAverage",
] as const satisfies readonly (keyof Workload)[];
