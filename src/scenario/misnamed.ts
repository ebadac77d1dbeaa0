import { nameHint } from "../problems/nearest-name.js";
import { type Problem, quoted } from "../problems/problem.js";
import type { HandCost, Scenario } from "./scenario.js";
import { costName, GROWTH, HOURLY_RATE, rateName } from "./variable-names.js";

/** Names inside a scenario that point to nothing in it: costs, alternatives and correlated values. */
export function misnamed(scenario: Scenario): readonly Problem[] {
  return [
    ...strangeExclusions(scenario),
    ...strangeCosts(scenario),
    ...strangeOrigin(scenario),
    ...strangeGrowth(scenario),
    ...strangeTable(scenario),
    ...strangePairs(scenario),
  ];
}

function strangeExclusions(scenario: Scenario): readonly Problem[] {
  const known = scenario.alternatives.map((one) => one.id);
  return scenario.decision.constraints.excludes.flatMap((id, index): Problem[] =>
    known.includes(id)
      ? []
      : [
          {
            code: "unknown-name",
            place: scenario.place(["decision", "constraints", "excludes", index]),
            message: `there is no alternative ${quoted(id)} to exclude`,
            ...nameHint(id, known),
          },
        ],
  );
}

function strangeCosts(scenario: Scenario): readonly Problem[] {
  const costs = scenario.alternatives.flatMap((one) => one.costs);
  return [...scenario.uncertainty.costs.keys()].flatMap((name): Problem[] => {
    const place = scenario.place(["uncertainty", "costs", name], "key");
    const named = costs.filter((cost) => cost.name === name);
    const [first] = named;
    if (!first)
      return [
        {
          code: "unknown-name",
          place,
          message: `no alternative has a cost ${quoted(name)}`,
          ...nameHint(name, [...new Set(costs.map((cost) => cost.name))]),
        },
      ];
    if (amountsOf(first).length > 1)
      return [
        {
          code: "inconsistent",
          place,
          message: `the cost ${quoted(name)} has several amounts, so its distribution could mean any of them`,
          hint: "split it into costs of one amount each",
        },
      ];
    if (named.some((cost) => amountsOf(cost).join() !== amountsOf(first).join()))
      return [
        {
          code: "inconsistent",
          place,
          message: `alternatives give the cost ${quoted(name)} different amounts, but one distribution`,
          hint: "give different costs different names",
        },
      ];
    return [];
  });
}

const AMOUNTS = ["monthly", "once", "perMau", "hoursPerYear", "hoursOnce"] as const;

/** "monthly 525" */
function amountsOf(cost: HandCost): readonly string[] {
  return AMOUNTS.flatMap((name) => (cost[name] === undefined ? [] : [`${name} ${cost[name].toFixed()}`]));
}

function strangeOrigin(scenario: Scenario): readonly Problem[] {
  const { from } = scenario.migration;
  const known = scenario.alternatives.map((one) => one.id);
  if (from === undefined || known.includes(from)) return [];
  return [
    {
      code: "unknown-name",
      place: scenario.place(["migration", "from"]),
      message: `there is no alternative ${quoted(from)}`,
      ...nameHint(from, known),
    },
  ];
}

function strangeGrowth(scenario: Scenario): readonly Problem[] {
  if (scenario.uncertainty.growth === undefined || scenario.horizon?.growth.kind === "compound") return [];
  return [
    {
      code: "inconsistent",
      place: scenario.place(["uncertainty", "growth"], "key"),
      message: "uncertain growth needs a horizon with compound growth",
      hint: "add `horizon: { growth: { compound: … } }`",
    },
  ];
}

/** A table that speaks of month 1 must say what the workload says. */
function strangeTable(scenario: Scenario): readonly Problem[] {
  const growth = scenario.horizon?.growth;
  const first = growth?.kind === "table" ? growth.months.find((row) => row.month === 1) : undefined;
  const mau = scenario.workload.get("mau");
  if (!first || mau === undefined || first.mau.eq(mau)) return [];
  return [
    {
      code: "inconsistent",
      place: scenario.place(["horizon", "growth", "table", "1"]),
      message: "month 1 has the workload's mau, and the table says otherwise",
      found: first.mau.toFixed(),
      expected: mau.toFixed(),
      hint: "leave month 1 out of the table",
    },
  ];
}

function strangePairs(scenario: Scenario): readonly Problem[] {
  const { uncertainty } = scenario;
  const known = [
    ...uncertainty.drivers.keys(),
    ...[...uncertainty.costs.keys()].map(costName),
    ...[...uncertainty.rates.keys()].map(rateName),
    ...(uncertainty.hourlyRate ? [HOURLY_RATE] : []),
    ...(uncertainty.growth ? [GROWTH] : []),
  ];
  return uncertainty.correlations.flatMap(({ left, right }, index) =>
    [left, right].flatMap((name, side): Problem[] => {
      const place = scenario.place(["uncertainty", "correlations", index, "between", side]);
      if (!known.includes(name))
        return [{ code: "unknown-name", place, message: `nothing uncertain is called ${quoted(name)}`, ...nameHint(name, known) }];
      return side === 1 && left === right
        ? [{ code: "inconsistent", place, message: `${quoted(name)} cannot be correlated with itself` }]
        : [];
    }),
  );
}
