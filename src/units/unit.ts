/**
 * The units that meters and drivers are counted in. One word per thing; a rate file uses the same words.
 * "one" is a pure number (a share, a factor).
 */
export const UNITS = [
  "one",
  "MAU",
  "MRU",
  "DAU",
  "user",
  "sign-up",
  "sign-in",
  "request",
  "token",
  "client",
  "message",
  "email",
  "write-unit",
  "read-unit",
  "byte",
  "GB",
  "GB-month",
  "GB-second",
  "GB-hour",
  "vCPU-hour",
  "hour",
  "second",
  "key",
  "secret",
  "month",
  "unit-hour",
  "RPS",
  "per-second",
  "ms-per-second",
  "connection",
  "operation",
  "vCPU",
  "GiB",
  "task",
] as const;
export type Unit = (typeof UNITS)[number];

const UNCHANGED: ReadonlySet<string> = new Set(["MAU", "MRU", "DAU", "GB", "GiB", "RPS", "vCPU"]);

/** Units that read as words of their own, however many there are. */
const PHRASES: Readonly<Record<string, string>> = { "per-second": "a second", "ms-per-second": "milliseconds a second" };

/** The unit as it reads after a number: "1 request", "2 requests", "3 GB-months", "4 MAU"; nothing for a pure number. */
export function unitWord(unit: string, value: { eq: (other: number) => boolean }): string {
  if (unit === "one") return "";
  const phrase = PHRASES[unit];
  if (phrase !== undefined) return phrase;
  const [head = "", ...rest] = unit.split(" ");
  const word = UNCHANGED.has(head) || value.eq(1) ? head : `${head}s`;
  return [word, ...rest].join(" ");
}
