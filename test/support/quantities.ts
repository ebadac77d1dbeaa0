import fc from "fast-check";
import { type Decimal, decimal } from "../../src/units/decimal.js";

/** Quantities that meet bounds and steps: nothing, whole numbers around the shop's bounds, cents, repeating fractions. */
export const quantity: fc.Arbitrary<Decimal> = fc.oneof(
  fc.constant("0"),
  fc.constantFrom("7", "11.5", "18.5", "50", "97", "100", "104", "150", "1000", "1050", "2000", "20000"),
  fc.integer({ min: 0, max: 3000 }).map(String),
  fc.integer({ min: 0, max: 300_000 }).map((cents) => (cents / 100).toFixed(2)),
  fc.integer({ min: 1, max: 9_999 }).map((third) => `${third}.${"3".repeat(25)}`),
).map(decimal);
