import { type Decimal, sum, ZERO } from "../../units/decimal.js";
import type { Computation } from "./computation.js";
import type { Pricer } from "./pricer.js";

/** The least and most that the sources' own ranges allow around the stated middles, for an amount or total. */
export function rangeOf(computation: Computation, prices: Pricer, computed: Decimal): { readonly low: Decimal; readonly high: Decimal } {
  const { months, kind } = computation.subject;
  if (kind !== "amount" && kind !== "total") return { low: computed, high: computed };
  const spread = (bound: "low" | "high"): Decimal =>
    sum(
      computation.sides.flatMap((side) =>
        prices
          .pools(side, computation)
          .map(({ rate, quantity, amount }) => (rate.range ? quantity.times(rate.range[bound]).minus(amount).times(months) : ZERO)),
      ),
    );
  return { low: computed.plus(spread("low")), high: computed.plus(spread("high")) };
}
