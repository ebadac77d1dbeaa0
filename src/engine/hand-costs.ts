import type { HandCost } from "../scenario/scenario.js";
import { type Decimal, ONE, whole, ZERO } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import { charge, NO_USD, sumUsd, type Usd } from "../units/usd.js";
import type { LineItem } from "./bill.js";

const MONTHS_A_YEAR = whole(12);

/** Costs given by hand are lines like others, with one slice that states them. */
export function handLines(cost: HandCost, hourlyRate: Usd, mau: Decimal): readonly LineItem[] {
  const line = (unit: string, quantity: Decimal, each: Decimal, amount: Usd, formula: string): LineItem => ({
    component: "Given by hand",
    charge: cost.name,
    ledger: cost.kind,
    quantity,
    unit,
    allowance: ZERO,
    amount,
    slices: [{ kind: "tier", from: ZERO, upTo: null, quantity, rate: each, amount }],
    steps: () => [
      {
        name: cost.name,
        unit,
        formula,
        numbers: formatNumber(quantity),
        value: quantity,
        because: `${formatUsd(each, Math.max(2, each.decimalPlaces()))} a ${unit}, stated in the scenario`,
      },
    ],
  });
  return [
    ...(cost.monthly === undefined ? [] : [line("month", ONE, cost.monthly, cost.monthly, "stated in the scenario")]),
    ...(cost.perMau === undefined ? [] : [line("MAU", mau, cost.perMau, charge(mau, cost.perMau), "mau")]),
    // Multiplied before divided: 70 hours a year at 90 dollars are 525 a month, and 70 / 12 does not end.
    ...(cost.hoursPerYear === undefined
      ? []
      : [
          line(
            "hour",
            cost.hoursPerYear.div(MONTHS_A_YEAR),
            hourlyRate,
            charge(cost.hoursPerYear, hourlyRate).div(MONTHS_A_YEAR) as Usd,
            `${formatNumber(cost.hoursPerYear)} hours a year ÷ 12`,
          ),
        ]),
  ];
}

/** Dollars paid once: not part of the month. */
export function onceOf(cost: HandCost, hourlyRate: Usd): Usd {
  return sumUsd([cost.once ?? NO_USD, cost.hoursOnce === undefined ? NO_USD : charge(cost.hoursOnce, hourlyRate)]);
}
