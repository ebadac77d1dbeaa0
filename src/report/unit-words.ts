import type { CostStep, StepLine } from "../analysis/cost-steps.js";
import type { UnitEconomics } from "../analysis/unit-economics.js";
import type { Decimal } from "../units/decimal.js";
import { formatNumber, formatUsd } from "../units/format.js";
import type { Usd } from "../units/usd.js";

/** Dollars for one user: three digits that count where a user costs less than a dollar. */
export function perUser(amount: Decimal | Usd): string {
  if (amount.abs().gte(1)) return formatUsd(amount);
  const shown = amount.toSignificantDigits(3);
  return formatUsd(shown, Math.max(2, Math.min(9, shown.decimalPlaces())));
}

/** "RDS for PostgreSQL: db.t4g.small, two zones → db.t4g.medium, two zones" */
export function stepWords(step: CostStep): string {
  const components = [...new Set(step.lines.map((line) => line.component))];
  return components.map((component) => `${component}: ${linesWords(step.lines.filter((line) => line.component === component))}`).join("; ");
}

function linesWords(lines: readonly StepLine[]): string {
  const [ended, started] = [lines.filter((line) => line.after === undefined), lines.filter((line) => line.before === undefined)].map(
    (some) => some.map((line) => line.charge).join(" and "),
  ) as [string, string];
  const swapped =
    ended !== "" && started !== ""
      ? [`${ended} → ${started}`]
      : [...(ended === "" ? [] : [`${ended} ends`]), ...(started === "" ? [] : [`${started} starts`])];
  const changed = lines.flatMap((line) =>
    line.before && line.after ? [`${line.charge} ${formatUsd(line.before)} → ${formatUsd(line.after)}`] : [],
  );
  return [...swapped, ...changed].join(", ");
}

export type StepGroup = { readonly step: CostStep; readonly again: readonly CostStep[] };

/** The same step at several sizes is told once. */
export function stepGroups(units: UnitEconomics): readonly StepGroup[] {
  const groups = new Map<string, CostStep[]>();
  for (const step of units.steps) {
    const key = [step.model.id, step.jump.toFixed(0), ...step.lines.map((line) => `${line.component} ${line.charge}`)].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), step]);
  }
  return [...groups.values()].flatMap(([step, ...again]) => (step ? [{ step, again }] : []));
}

/** ", and again at 9 more sizes up to 500,001"; nothing for a step of its own */
export function againWords({ again }: StepGroup): string {
  const last = again.at(-1);
  return last ? `, and again at ${again.length} more ${again.length === 1 ? "size" : "sizes"} up to ${formatNumber(last.at)}` : "";
}

/** "Own DynamoDB, from 3,457,895 users on: $37.38 more a month. Cache (ElastiCache): valkey cache.t4g.small starts." */
export function stepSentences(units: UnitEconomics): readonly string[] {
  return stepGroups(units).map(
    (group) =>
      `${group.step.model.title}, from ${formatNumber(group.step.at)} users on${againWords(group)}: ${formatUsd(group.step.jump.abs())} ${group.step.jump.isNegative() ? "less" : "more"} a month. ${stepWords(group.step)}.`,
  );
}

/** What a user costs at the scenario's own size, and the next one. */
export function unitSentence(units: UnitEconomics): string {
  const { scenario } = units.study;
  const mau = scenario.workload.get("mau");
  const point = units.points.find((one) => mau?.eq(one.mau));
  const cheapest = point?.alternatives.find((unit) => unit.model === point.cheapest);
  if (!point || !cheapest?.perMau) return `At ${mau ? formatNumber(mau) : "no"} users none of the alternatives can carry the load.`;
  const next = cheapest.next ? `; the next user ${adds(cheapest.next)}` : "; it cannot carry one user more";
  const average =
    cheapest.nextAverage && cheapest.next && !cheapest.nextAverage.minus(cheapest.next).abs().lt(cheapest.next.abs().div(100))
      ? `, the next ${formatNumber(point.window)} ${perUser(cheapest.nextAverage)} each`
      : "";
  return `At ${formatNumber(point.mau)} users ${cheapest.model.title} costs ${perUser(cheapest.perMau)} a month for each of them, the least of all${next}${average}.`;
}

const adds = (amount: Usd): string =>
  amount.isNegative() ? `makes the month ${perUser(amount.abs())} cheaper` : `adds ${perUser(amount)}`;
