import type { Bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import { collect } from "../problems/collect.js";
import type { Catalogue } from "../prices/price-file.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Decimal } from "../units/decimal.js";
import { minusUsd, NO_USD, sumUsd, type Usd } from "../units/usd.js";
import { judgeOf } from "./judge.js";
import { recommend } from "./recommend.js";
import { type Study, study } from "./study.js";

/** What one rate adds to the difference between two days. */
export type RateDifference = { readonly rate: string; readonly before: Usd; readonly after: Usd; readonly difference: Usd };

/** One alternative on two days; the differences of its rates add up to its own. */
export type DatedAlternative = {
  readonly model: AlternativeModel;
  readonly before: Usd;
  readonly after: Usd;
  readonly difference: Usd;
  readonly rates: readonly RateDifference[];
};

export type DateComparison = {
  readonly before: Study;
  readonly after: Study;
  readonly mau: Decimal;
  readonly alternatives: readonly DatedAlternative[];
  readonly choiceBefore: string | undefined;
  readonly choiceAfter: string | undefined;
};

/**
 * The same scenario at the prices of two days: what changed and what it costs, rate by rate.
 * @throws ProblemError when an alternative cannot be priced on one of the days
 */
export function compareDates(
  scenario: Scenario,
  catalogue: Catalogue,
  days: { readonly before: string; readonly after: string },
): DateComparison {
  const dated = (asOf: string): Scenario => ({ ...scenario, prices: { ...scenario.prices, asOf } });
  const on = (asOf: string): Study => study(dated(asOf), catalogue);
  const [before, after] = [on(days.before), on(days.after)];
  const mau = scenario.workload.get("mau") ?? scenario.points[0];
  if (mau === undefined) throw new Error("a scenario always has a user count: this is a defect of authcost");
  const bills = (one: Study): readonly Bill[] => collect(one.models, (model) => one.billAt(model, mau));
  const [then, now] = collect([before, after], bills);
  const alternatives = after.models.flatMap((model, index): DatedAlternative[] => {
    const [old, fresh] = [then?.[index], now?.[index]];
    if (!old || !fresh) return [];
    return [
      {
        model,
        before: old.monthly,
        after: fresh.monthly,
        difference: minusUsd(fresh.monthly, old.monthly),
        rates: differences(old, fresh),
      },
    ];
  });
  return {
    before,
    after,
    mau,
    alternatives,
    choiceBefore: recommend(before, judgeOf(dated(days.before), catalogue, before)).choice,
    choiceAfter: recommend(after, judgeOf(dated(days.after), catalogue, after)).choice,
  };
}

/** Rates whose amount differs, the largest change first; lines without a rate count under their own name. */
function differences(before: Bill, after: Bill): readonly RateDifference[] {
  const [old, fresh] = [amountsByRate(before), amountsByRate(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((rate): RateDifference => {
      const [was, is] = [old.get(rate) ?? NO_USD, fresh.get(rate) ?? NO_USD];
      return { rate, before: was, after: is, difference: minusUsd(is, was) };
    })
    .filter((one) => !one.difference.isZero())
    .sort((a, b) => b.difference.abs().comparedTo(a.difference.abs()) || (a.rate < b.rate ? -1 : 1));
}

function amountsByRate(bill: Bill): ReadonlyMap<string, Usd> {
  const amounts = new Map<string, Usd>();
  for (const line of bill.lines) {
    const key = line.rate?.id ?? line.charge;
    amounts.set(key, sumUsd([amounts.get(key) ?? NO_USD, line.amount]));
  }
  return amounts;
}
