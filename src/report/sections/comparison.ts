import type { SideBySide } from "../../analysis/compare.js";
import type { AlternativeModel } from "../../engine/model.js";
import { REQUIREMENTS } from "../../scenario/requirements.js";
import { formatCount, formatNumber, formatUsd, listed } from "../../units/format.js";
import type { Row, Section, Table } from "../report-doc.js";
import { moneyCell } from "../money-cell.js";

/** Alternatives down, user counts across: the monthly cost, the cheapest marked. */
export function comparisonTable(comparison: SideBySide): Table {
  const { points, study } = comparison;
  const once = study.models.some((_, index) => points[0]?.alternatives[index]?.bill.once.isZero() === false);
  const rows = study.models.map((model, index): Row => {
    const cells = points.map((point) => {
      const one = point.alternatives[index];
      if (!one?.feasible) return { text: "not possible", mark: "infeasible" as const };
      return moneyCell(one.bill.monthly, one === point.cheapest ? { mark: "cheapest" } : {});
    });
    const first = points[0]?.alternatives[index];
    return { cells: [{ text: model.title, alternative: model.id }, ...cells, ...(once && first ? [moneyCell(first.bill.once)] : [])] };
  });
  return {
    id: "comparison",
    caption: "Dollars a month at each number of users",
    columns: [
      { title: "Alternative", align: "left" },
      ...points.map((point) => ({ title: `${formatCount(point.mau)} users`, align: "right" as const })),
      ...(once ? [{ title: "Once", align: "right" as const }] : []),
    ],
    rows,
  };
}

export function comparisonSection(comparison: SideBySide): Section {
  const broken = (model: AlternativeModel): readonly string[] =>
    model.checks.filter((check) => check.status === "broken").map((check) => check.required);
  const barred = comparison.study.models.flatMap((model) =>
    broken(model).length > 0 ? [`${model.title} is out at every size, by a constraint: ${broken(model).join("; ")}.`] : [],
  );
  const sizes = new Map<string, string[]>();
  for (const { mau, alternatives } of comparison.points) {
    for (const { model, bill } of alternatives) {
      for (const one of bill.obstacles.filter(({ name }) => !broken(model).includes(name))) {
        const words = `users ${model.title} is not possible: ${one.name} (${one.because}).`;
        sizes.set(words, [...(sizes.get(words) ?? []), formatNumber(mau)]);
      }
    }
  }
  const limited = [...sizes].map(([words, at]) => `At ${listed(at)} ${words}`);
  const out = [...barred, ...limited];
  return {
    id: "comparison-section",
    title: "Side by side",
    lead: "What each alternative costs in a month at list prices. Point at a figure for its exact value; the CSV holds them all.",
    blocks: [
      { kind: "table", table: comparisonTable(comparison) },
      ...(out.length > 0 ? [{ kind: "list" as const, items: out }] : []),
      ...labourBlock(comparison),
      ...planBlock(comparison),
    ],
  };
}

/** Which plan the requirements picked, and what each of them adds to the month. */
function planBlock(comparison: SideBySide): Section["blocks"] {
  const items = planSayings(comparison);
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

export function planSayings(comparison: SideBySide): readonly string[] {
  const title = (id: string): string => comparison.study.models.find((model) => model.id === id)?.title ?? id;
  const picked = comparison.planChoices.map((choice) => {
    const costs = choice.costs.map(
      (cost) =>
        `${REQUIREMENTS[cost.requirement]}: ${cost.monthly.isZero() ? "nothing more" : `${formatUsd(cost.monthly)} a month over ${cost.planWithout}`}`,
    );
    return `${title(choice.alternative)} needs the plan ${choice.plan}. What each requirement costs: ${costs.join("; ")}.`;
  });
  return [...picked, ...uncheckedSayings(comparison.study.models)];
}

/** Whose bill is taken as it is, though nothing says that it meets the requirements. */
function uncheckedSayings(models: readonly AlternativeModel[]): readonly string[] {
  const titles = models.filter(({ unchecked }) => unchecked.length > 0).map((model) => model.title);
  return titles.length === 0 ? [] : [`The requirements were not checked for ${listed(titles)}: their bills stand as if they were met.`];
}

/** Labour in its own ledger: with it and without it. */
function labourBlock(comparison: SideBySide): Section["blocks"] {
  const { points, study } = comparison;
  if (!points.some((point) => point.alternatives.some(({ bill }) => !bill.labour.isZero()))) return [];
  const rows = study.models.map(
    (model, index): Row => ({
      cells: [
        { text: model.title, alternative: model.id },
        ...points.map((point) => {
          const bill = point.alternatives[index]?.bill;
          return bill && bill.obstacles.length === 0
            ? moneyCell(bill.monthly.minus(bill.labour))
            : { text: "not possible", mark: "infeasible" as const };
        }),
      ],
    }),
  );
  return [
    {
      kind: "table",
      table: {
        id: "without-labour",
        caption: "Dollars a month without labour",
        rows,
        columns: [
          { title: "Alternative", align: "left" },
          ...points.map((point) => ({ title: `${formatCount(point.mau)} users`, align: "right" as const })),
        ],
      },
    },
  ];
}
