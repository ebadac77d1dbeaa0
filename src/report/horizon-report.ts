import type { HorizonCost } from "../analysis/horizon.js";
import type { LookAhead } from "../analysis/look-ahead.js";
import type { HorizonTotals, Ledgers, MonthCost } from "../analysis/month-cost.js";
import type { MonthObstacle, Move } from "../analysis/moving.js";
import { factorsOf, type StagedPlan } from "../analysis/staged-plan.js";
import type { Growth } from "../scenario/horizon.js";
import { ONE, plain } from "../units/decimal.js";
import { csvText } from "./line-items-csv.js";
import type { SectionsDoc } from "./render/html/sections-page.js";
import { type Json, provenanceJson } from "./result-json.js";
import { stagedSentences } from "./horizon-words.js";
import { possible } from "./horizon-tables.js";
import { horizonSection } from "./sections/horizon.js";
import { studyPage } from "./study-page.js";

/** The look ahead as a page of its own. */
export function horizonDoc(look: LookAhead): SectionsDoc {
  return studyPage(look.comparison.outlook.study, horizonSection(look));
}

const ledgersJson = (one: Ledgers): { readonly [key: string]: Json } => ({ withoutLabour: plain(one.other), labour: plain(one.labour) });
const totalsJson = (one: HorizonTotals): { readonly [key: string]: Json } => ({
  total: plain(one.total),
  totalWithoutLabour: plain(one.totalWithoutLabour),
  presentValue: plain(one.presentValue),
  presentValueWithoutLabour: plain(one.presentValueWithoutLabour),
});
/** Of an alternative that does not carry every month. */
const NO_TOTALS = { total: null, totalWithoutLabour: null, presentValue: null, presentValueWithoutLabour: null } as const;
const obstacleJson = (one: MonthObstacle | undefined): Json => (one ? { month: one.month, because: one.because } : null);
const moveJson = (one: Move | undefined): Json =>
  one ? { from: one.from.id, kind: one.kind, work: plain(one.work), monthly: one.monthly.map(ledgersJson) } : null;

const monthJson = (one: MonthCost): Json => ({
  month: one.month,
  ...ledgersJson(one),
  moving: ledgersJson(one.moving),
  cumulative: plain(one.cumulative),
  cumulativeWithoutLabour: plain(one.cumulativeWithoutLabour),
});

/** The result of `horizon`. */
export function horizonResultJson(look: LookAhead): Json {
  const { study } = look.comparison.outlook;
  const rates = new Map(
    look.comparison.costs.flatMap(({ model }) =>
      look.comparison.outlook.months.flatMap((month) =>
        look.comparison.outlook.billIn(model, month).lines.flatMap((line) => (line.rate ? [[line.rate.id, line.rate] as const] : [])),
      ),
    ),
  );
  return {
    schemaVersion: 1,
    scenario: { name: study.scenario.name, title: study.scenario.title },
    provenance: provenanceJson({ study, rates: [...rates.values()] }),
    horizon: horizonJson(look),
  };
}

/** The look ahead as a part of a scenario's result. Months are numbers, everything else is decimal text. */
export function horizonJson(look: LookAhead): { readonly [key: string]: Json } {
  const { comparison, soFar } = look;
  const { horizon, months } = comparison.outlook;
  return {
    stated: look.stated,
    months: horizon.months,
    growth: growthJson(horizon.growth),
    seasonality: horizon.seasonality.map(plain),
    churn: plain(horizon.churn),
    discountRate: plain(horizon.discountRate),
    assumptions: look.assumptions.map((one) => ({ ...one })),
    users: months.map((one) => ({
      month: one.month,
      mau: plain(one.mau),
      registeredUsers: plain(one.registeredUsers),
      signUps: plain(one.signUps),
    })),
    alternatives: comparison.costs.map(alternativeJson),
    cheapest: comparison.cheapest?.model.id ?? null,
    cheapestWithoutLabour: comparison.cheapestWithoutLabour?.model.id ?? null,
    paybacks: comparison.paybacks.map((one) => ({
      alternative: one.alternative,
      against: one.against,
      month: one.month ?? null,
      monthWithoutLabour: one.monthWithoutLabour ?? null,
    })),
    cheapestSoFar: soFar.withLabour.winners.map((one) => ({ from: one.from, to: one.to, winner: one.winner ?? null })),
    staged: stagedJson(look),
  };
}

/** The best change on the way, and whether it pays. */
export function stagedJson(look: LookAhead): Json {
  const { staged } = look;
  return {
    verdict: staged.verdict,
    saving: staged.saving ? plain(staged.saving) : null,
    against: staged.single?.model.id ?? null,
    sentences: stagedSentences(look),
    compared: staged.compared,
    plan: staged.best ? planJson(staged.best) : null,
  };
}

function alternativeJson(cost: HorizonCost): Json {
  const { model, obstacle } = cost;
  return {
    id: model.id,
    title: model.title,
    feasible: obstacle === undefined,
    obstacle: obstacleJson(obstacle),
    move: moveJson(cost.move),
    ...(obstacle ? NO_TOTALS : totalsJson(cost)),
    months: cost.months.filter((month) => possible(cost, month.month)).map(monthJson),
  };
}

function planJson(plan: StagedPlan): Json {
  return {
    first: plan.first.id,
    second: plan.second.id,
    month: plan.month,
    start: moveJson(plan.start),
    change: moveJson(plan.change),
    build: ledgersJson(plan.build),
    ...totalsJson(plan),
    months: plan.months.map(monthJson),
  };
}

function growthJson(growth: Growth): Json {
  switch (growth.kind) {
    case "none":
      return { kind: growth.kind };
    case "compound":
      return { kind: growth.kind, monthly: plain(growth.monthly) };
    case "linear":
      return { kind: growth.kind, users: plain(growth.users) };
    case "logistic":
      return { kind: growth.kind, monthly: plain(growth.monthly), ceiling: plain(growth.ceiling) };
    case "table":
      return { kind: growth.kind, months: growth.months.map((one) => ({ month: one.month, mau: plain(one.mau) })) };
    default:
      return growth satisfies never;
  }
}

const COLUMNS = [
  "scenario",
  "alternative",
  "title",
  "month",
  "mau",
  "feasible",
  "without_labour_usd",
  "labour_usd",
  "moving_without_labour_usd",
  "moving_labour_usd",
  "cumulative_usd",
  "cumulative_without_labour_usd",
  "factor_today",
] as const;

/** The ledger month by month, exact; the factor turns a row's dollars into dollars of today. */
export function horizonCsv(look: LookAhead): string {
  const { costs, outlook } = look.comparison;
  const factors = factorsOf(outlook);
  return csvText([
    COLUMNS,
    ...costs.flatMap((cost) =>
      cost.months.map((month) => {
        const able = possible(cost, month.month);
        const money = [
          month.other,
          month.labour,
          month.moving.other,
          month.moving.labour,
          month.cumulative,
          month.cumulativeWithoutLabour,
        ].map((amount) => (able ? plain(amount) : ""));
        return [
          outlook.study.scenario.name,
          cost.model.id,
          cost.model.title,
          String(month.month),
          month.month === 0 ? "" : plain(month.mau),
          String(able),
          ...money,
          plain(factors[month.month] ?? ONE),
        ];
      }),
    ),
  ]);
}
