/**
 * The units that meters and drivers are counted in. One word per thing; a rate file uses the same words.
 * "one" is a pure number (a share, a factor).
 */
export const UNITS = [
  "one", "MAU", "MRU", "DAU", "user", "sign-up", "sign-in", "request", "token", "client", "message", "email",
  "write-unit", "read-unit", "byte", "GB", "GB-month", "GB-second", "GB-hour", "vCPU-hour", "hour", "second",
  "key", "secret", "month", "unit-hour", "RPS", "connection", "operation", "vCPU", "GiB", "task",
] as const;
export type Unit = (typeof UNITS)[number];
