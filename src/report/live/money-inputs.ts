import type { HandCost, Scenario } from "../../scenario/scenario.js";
import { decimal, plain, whole } from "../../units/decimal.js";
import { usd } from "../../units/usd.js";
import type { Input } from "./input.js";
import { canonicalNumber, numberComplaint } from "./number-text.js";

const AMOUNTS = ["monthly", "once", "perMau", "hoursPerYear", "hoursOnce"] as const;
type Amount = (typeof AMOUNTS)[number];

const UNITS: Readonly<Record<Amount, string>> = {
  monthly: "$ a month",
  once: "$ once",
  perMau: "$ per user",
  hoursPerYear: "hours a year",
  hoursOnce: "hours",
};
/** More than any cost; what is typed past it is a slip. */
const MOST = "1000000000000";
/** How far the slider of an hour's price reaches; more can be typed. */
const MOST_AN_HOUR = 200;
/** What the discount is for: the provider's rates of the book. */
const PROVIDER = "aws";

/** Percent off AWS' list prices, the price of an hour, and the costs given by hand. */
export function moneyInputs(scenario: Scenario, rates: readonly string[]): readonly Input[] {
  return [...discountInput(scenario, rates), ...hourInput(scenario), ...costInputs(scenario)];
}

/** Only where a rate of the provider can be discounted at all. */
function discountInput(scenario: Scenario, rates: readonly string[]): readonly Input[] {
  if (!rates.some((id) => id.startsWith(`${PROVIDER}.`))) return [];
  const has = scenario.discounts.percentages.length > 0;
  return [
    {
      key: "discount",
      group: { kind: "main" },
      label: has ? "More discount, AWS" : "Discount on AWS",
      meaning: "percent off the list price of every AWS rate",
      unit: "%",
      isShare: false,
      control: { kind: "slider", least: 0, most: 50, step: 1 },
      own: "0",
      from: has ? "besides the stated ones" : "list prices",
      isPinned: true,
      complaint: (text) => numberComplaint(text, "0", "100"),
      canonical: canonicalNumber,
      applied: (before, text) => ({
        ...before,
        discounts: {
          ...before.discounts,
          percentages: [
            ...before.discounts.percentages,
            { applies: PROVIDER, percent: decimal(text), author: "what-if", reason: "set in the report" },
          ],
        },
      }),
    },
  ];
}

function hourInput(scenario: Scenario): readonly Input[] {
  if (
    !scenario.alternatives.some((one) => one.costs.some((cost) => cost.hoursPerYear !== undefined || cost.hoursOnce !== undefined)) &&
    scenario.migration.from === undefined
  )
    return [];
  return [
    {
      key: "hourly-rate",
      group: { kind: "main" },
      label: "An hour of work",
      meaning: "what an hour of a developer costs with all that belongs to it",
      unit: "$",
      isShare: false,
      control: {
        kind: "slider",
        least: 0,
        most: Math.max(MOST_AN_HOUR, 2 * Math.ceil(decimal(plain(scenario.labour.hourlyRate)).toNumber())),
        step: 1,
      },
      own: plain(scenario.labour.hourlyRate),
      from: scenario.labour.defaulted ? "default" : "stated",
      isPinned: true,
      complaint: (text) => numberComplaint(text, "0", MOST),
      canonical: canonicalNumber,
      applied: (before, text) => ({ ...before, labour: { hourlyRate: usd(text), defaulted: false } }),
    },
  ];
}

/** Costs of one name and kind are one input, wherever they stand: what is changed once is changed everywhere. */
function costInputs(scenario: Scenario): readonly Input[] {
  const costs = scenario.alternatives.flatMap((one) => one.costs);
  const named = new Map(
    costs.flatMap((cost) =>
      AMOUNTS.flatMap((amount) => (cost[amount] === undefined ? [] : [[`cost.${amount}.${cost.name}`, { cost, amount }] as const])),
    ),
  );
  return [...named].map(
    ([
      key,
      {
        cost: { name },
        amount,
      },
    ]): Input => {
      const values = [...new Set(costs.flatMap((cost) => (cost.name === name && cost[amount] !== undefined ? [plain(cost[amount])] : [])))];
      return {
        key,
        group: { kind: "money" },
        label: name,
        meaning: "given by hand",
        unit: UNITS[amount],
        isShare: false,
        control: { kind: "number" },
        own: values[0] ?? "0",
        from: values.length > 1 ? `stated as ${values.join(" and ")}` : "stated",
        isPinned: values.length === 1,
        complaint: (text) => numberComplaint(text, "0", MOST),
        canonical: canonicalNumber,
        applied: (before, text) => ({
          ...before,
          alternatives: before.alternatives.map((one) => ({
            ...one,
            costs: one.costs.map((cost) => withAmount(cost, name, amount, text)),
          })),
        }),
      };
    },
  );
}

function withAmount(cost: HandCost, name: string, amount: Amount, text: string): HandCost {
  if (cost.name !== name || cost[amount] === undefined) return cost;
  return { ...cost, [amount]: amount === "hoursPerYear" || amount === "hoursOnce" ? decimal(text) : usd(text) };
}

/** A share as percent and back, digit for digit. */
export function percentText(share: string): string {
  return plain(decimal(share).times(whole(100)));
}
export function shareText(percent: string): string {
  return plain(decimal(percent).div(whole(100)));
}
