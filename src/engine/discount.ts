import type { Charge } from "../components/component.js";
import { type Place, type Problem, ProblemError, quoted } from "../problems/problem.js";
import type { Slice } from "../rating/slice.js";
import type { Discounts } from "../scenario/scenario.js";
import { type Decimal, ONE, ZERO } from "../units/decimal.js";
import type { Usd } from "../units/usd.js";

/** Whether a discount for `applies` covers a rate: the rate itself, or a service or provider that it belongs to. */
export function covers(applies: string, rate: string): boolean {
  return rate === applies || rate.startsWith(`${applies}.`);
}

/** The part of the list price that is paid for a rate: 0.9 for ten percent off. */
export function paidShare(discounts: Discounts, rate: string): Decimal {
  return discounts.percentages
    .filter((one) => covers(one.applies, rate))
    .reduce((paid, one) => paid.times(ONE.minus(one.percent.div(100))), ONE);
}

/** The discount on a line as a slice of its own, so that list price and discount both stay visible. */
export function discountSlice(discounts: Discounts, rate: string, amount: Usd): readonly Slice[] {
  const off = amount.times(ONE.minus(paidShare(discounts, rate)));
  return off.isZero() ? [] : [{ kind: "discount", from: ZERO, upTo: null, quantity: ZERO, rate: ZERO, amount: off.negated() as Usd }];
}

/** Charges whose hours are partly covered by a reserved term become two: the covered part at the term's rate, the rest on demand. */
export function withReserved(charges: readonly Charge[], discounts: Discounts): readonly Charge[] {
  return charges.flatMap((charge) => {
    const reserved = discounts.reserved.find((one) => covers(one.applies, charge.rate) && charge.unit === "hour");
    if (!reserved || reserved.coverage.isZero()) return [charge];
    const part = (share: Decimal): Charge["quantity"] => ({ kind: "times", left: charge.quantity, right: { kind: "const", value: share } });
    const covered: Charge = {
      ...charge,
      name: `${charge.name}, reserved ${reserved.term}`,
      rate: `${charge.rate}.reserved.${reserved.term}`,
      quantity: part(reserved.coverage),
      choice: true,
    };
    const rest: Charge = { ...charge, quantity: part(ONE.minus(reserved.coverage)), choice: true };
    return reserved.coverage.eq(1) ? [covered] : [covered, rest];
  });
}

/** What the credits for the same rates pay together in a month, at most. */
export function creditsByRates({ credits }: Discounts): ReadonlyMap<string, Decimal> {
  const together = new Map<string, Decimal>();
  for (const { applies, monthly } of credits) together.set(applies, (together.get(applies) ?? ZERO).plus(monthly));
  return together;
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** Every discount must touch something, or it is a slip of the pen; and no two credits may pay for parts of the same, since which pays first would matter. */
export function checkDiscounts(discounts: Discounts, rates: ReadonlySet<string>, place: PlaceOf): void {
  const listed = [...rates].map((rate) => rate.replace(/\.reserved\..*$/, ""));
  const problems = (["percentages", "reserved", "credits"] as const).flatMap((kind) =>
    discounts[kind].flatMap(({ applies }, index): readonly Problem[] => {
      const at = { place: place(["discounts", kind, index, "applies"]) };
      if (!listed.some((rate) => covers(applies, rate)))
        return [
          {
            ...at,
            code: "unknown-name",
            message: `the ${kind === "credits" ? "credit" : "discount"} for ${quoted(applies)} touches no rate of the alternatives`,
            expected: "a rate id, or the beginning of one, such as aws.rds-postgresql",
          },
        ];
      const wider =
        kind === "credits" ? discounts.credits.find((other) => other.applies !== applies && covers(other.applies, applies)) : undefined;
      return wider === undefined
        ? []
        : [
            {
              ...at,
              code: "inconsistent",
              message: `the credit for ${quoted(applies)} pays for a part of what the one for ${quoted(wider.applies)} pays for`,
              hint: "give both the same `applies`",
            },
          ];
    }),
  );
  if (problems.length > 0) throw new ProblemError(problems);
}
