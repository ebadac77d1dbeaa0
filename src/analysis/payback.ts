import type { AlternativeModel } from "../engine/model.js";
import type { Usd } from "../units/usd.js";
import type { MonthCost } from "./month-cost.js";

/** When an alternative that starts dearer has paid its start back against another, in dollars as they are. */
export type Payback = {
  readonly alternative: string;
  readonly against: string;
  /** the first month from which on it has cost no more in all, to the end of the horizon; undefined for never */
  readonly month: number | undefined;
  /** the same without labour: 0 where it then does not start dearer */
  readonly monthWithoutLabour: number | undefined;
};

type Course = { readonly model: AlternativeModel; readonly months: readonly MonthCost[] };

/** For every pair of which one starts dearer, that one against the other. */
export function paybacksOf(costs: readonly Course[]): readonly Payback[] {
  return costs.flatMap((one) =>
    costs.flatMap((other): Payback[] => {
      const [own, rival] = [one.months[0], other.months[0]];
      if (!own || !rival || !own.cumulative.gt(rival.cumulative)) return [];
      return [
        {
          alternative: one.model.id,
          against: other.model.id,
          month: paybackMonth(one.months, other.months, (month) => month.cumulative),
          monthWithoutLabour: paybackMonth(one.months, other.months, (month) => month.cumulativeWithoutLabour),
        },
      ];
    }),
  );
}

function paybackMonth(own: readonly MonthCost[], rival: readonly MonthCost[], spent: (month: MonthCost) => Usd): number | undefined {
  const behind = own
    .map((month, index) => {
      const other = rival[index];
      return other !== undefined && spent(month).gt(spent(other));
    })
    .lastIndexOf(true);
  return own[behind + 1]?.month;
}
