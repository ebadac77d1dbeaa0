import type { UnitCost, UnitEconomics, UnitPoint } from "../analysis/unit-economics.js";
import { type Decimal, plain } from "../units/decimal.js";
import { formatNumber, formatUsdShort } from "../units/format.js";
import type { Cell, Table } from "./report-doc.js";
import { againWords, perUser, stepGroups, stepWords } from "./unit-words.js";

/** Which sizes a table shows: all, or the scenario's own and the powers of ten. */
export type Sizes = "all" | "few";

/** Marks a figure that has a step among its users. */
export const STEP_MARK = "↑";

const cannot: Cell = { text: "not possible", mark: "infeasible" };
const figure = (amount: Decimal, text: string): Cell => ({ text, exact: `${plain(amount)} USD` });

/** The month divided by its users. */
export function perMauTable(units: UnitEconomics, sizes: Sizes): Table {
  return table(units, sizes, "per-mau-table", "Dollars a month for each active user", (unit, point) =>
    unit.perMau
      ? { ...figure(unit.perMau, perUser(unit.perMau)), ...(unit.model === point.cheapest ? { mark: "cheapest" as const } : {}) }
      : cannot,
  );
}

/** What one user more adds. */
export function nextUserTable(units: UnitEconomics, sizes: Sizes): Table {
  const step = (unit: UnitCost, point: UnitPoint): string =>
    unit.steps.some((one) => one.at.eq(point.mau.plus(1))) ? ` ${STEP_MARK}` : "";
  return table(units, sizes, "next-user-table", "What one user more adds to the month", (unit, point) =>
    unit.next ? figure(unit.next, perUser(unit.next) + step(unit, point)) : cannot,
  );
}

/** What each of the next users adds on average. */
export function nextUsersTable(units: UnitEconomics, sizes: Sizes): Table {
  return table(units, sizes, "next-users-table", "What each of the next users adds, over one in a hundred more", (unit) =>
    unit.nextAverage ? figure(unit.nextAverage, perUser(unit.nextAverage) + (unit.steps.length > 0 ? ` ${STEP_MARK}` : "")) : cannot,
  );
}

function table(units: UnitEconomics, sizes: Sizes, id: string, caption: string, cell: (unit: UnitCost, point: UnitPoint) => Cell): Table {
  const { models, scenario } = units.study;
  const own = [...scenario.points, ...(scenario.workload.get("mau") ? [scenario.workload.get("mau") as Decimal] : [])];
  const shown = units.points.filter(({ mau }) => sizes === "all" || own.some((count) => count.eq(mau)) || /^10*$/.test(mau.toFixed()));
  return {
    id,
    caption,
    columns: [
      { title: "Users", align: "right" },
      ...models.map((model) => ({ title: model.title, align: "right" as const, alternative: model.id })),
    ],
    rows: shown.map((point) => ({ cells: [{ text: formatNumber(point.mau) }, ...point.alternatives.map((unit) => cell(unit, point))] })),
  };
}

/** Where one user more starts something new, or begins a cheaper price. */
export function stepsTable(units: UnitEconomics): Table {
  return {
    id: "steps-table",
    caption: "Where one user more changes the month by 1 % or more",
    columns: [
      { title: "From", align: "right" },
      { title: "Adds", align: "right" },
      { title: "Alternative", align: "left" },
      { title: "What jumps", align: "left" },
    ],
    rows: stepGroups(units).map((group) => {
      const { step } = group;
      return {
        cells: [
          { text: formatNumber(step.at), exact: plain(step.at) },
          figure(step.jump, formatUsdShort(step.jump)),
          { text: step.model.title, alternative: step.model.id },
          { text: `${stepWords(step)}${againWords(group)}` },
        ],
      };
    }),
  };
}
