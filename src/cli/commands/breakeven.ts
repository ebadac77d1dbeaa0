import { breakeven } from "../../analysis/breakeven.js";
import { nameHint } from "../../problems/nearest-name.js";
import { type Problem, ProblemError, quoted } from "../../problems/problem.js";
import { breakevenDoc } from "../../report/breakeven-document.js";
import { breakevenJson, breakevenLines, breakevenTable } from "../../report/breakeven-report.js";
import { csvText } from "../../report/line-items-csv.js";
import { wrap } from "../../report/render/plain-text.js";
import { textTable } from "../../report/render/text-table.js";
import { DRIVER_NAMES, DRIVERS } from "../../scenario/drivers.js";
import type { DriverName } from "../../scenario/driver-spec.js";
import { DECIMAL_TEXT, type Decimal, decimal } from "../../units/decimal.js";
import { bold, emit, type Format, progress } from "../emit.js";
import { inFormat } from "../in-format.js";
import { loadCatalogue } from "../load-catalogue.js";
import { readScenario, type ScenarioFlags } from "../read-scenario.js";

type Flags = ScenarioFlags & {
  readonly over: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly step?: string | undefined;
  readonly format: Format;
  readonly output?: string | undefined;
};

/** Who is cheapest where, over every value of a driver. */
export async function runBreakeven(flags: Flags): Promise<void> {
  if (flags.over === "months") return (await import("./breakeven-months.js")).runBreakevenMonths(flags);
  await emit(flags.output, async () => {
    const over = driverOf(flags.over);
    const options = { over, ...rangeOf(over, flags), onProgress: (share: number) => progress(`searching… ${Math.round(share * 100)} %`) };
    const scenario = readScenario(flags);
    const found = breakeven(scenario, await loadCatalogue(), options);
    progress("");
    return inFormat(flags.format, {
      table: () =>
        `${[...wrap(`Who is cheapest over ${over}`, 80).map(bold), "", textTable(breakevenTable(found)), "", ...breakevenLines(found).flatMap((line) => wrap(line, 80))].join("\n")}\n`,
      json: () => breakevenJson(found),
      csv: () =>
        csvText([["from", "to", "winner"], ...found.winners.map((one) => [one.from.toFixed(), one.to.toFixed(), one.winner ?? ""])]),
      doc: (format) => breakevenDoc(found, format === "html" ? scenario.workload.get("mau") : undefined),
    });
  });
}

function driverOf(name: string): DriverName {
  const driver = DRIVER_NAMES.find((one) => one === name);
  if (driver) return driver;
  throw new ProblemError([
    {
      code: "unknown-name",
      place: { file: "--over" },
      message: `unknown driver ${quoted(name)}`,
      ...nameHint(name, [...DRIVER_NAMES, "months"]),
    },
  ]);
}

const MOST_USERS = "10000000";

/** The range to search: 1 to 10,000,000 for counts, 0 to 1 for shares, 0 to 100 for other ratios, unless stated. */
function rangeOf(
  over: DriverName,
  flags: Pick<Flags, "from" | "to" | "step">,
): { readonly from: Decimal; readonly to: Decimal; readonly step?: Decimal } {
  const spec = DRIVERS[over];
  const defaults = spec.integer ? ["1", MOST_USERS] : spec.most === "1" ? ["0", "1"] : ["0", "100"];
  const problems: Problem[] = [];
  const read = (flag: "from" | "to" | "step", fallback: string | undefined): Decimal | undefined => {
    const text = flags[flag] ?? fallback;
    if (text === undefined) return undefined;
    const fits =
      DECIMAL_TEXT.test(text) &&
      !text.startsWith("-") &&
      (flag === "step" || decimal(text).lte(decimal(spec.most))) &&
      (!spec.integer || decimal(text).isInteger());
    if (!fits)
      problems.push({
        code: "bad-argument",
        place: { file: `--${flag}` },
        message: `not a value of ${over}`,
        found: quoted(text),
        expected: `a ${spec.integer ? "whole " : ""}number from 0 to ${spec.most}`,
      });
    return fits ? decimal(text) : undefined;
  };
  const [from, to, step] = [read("from", defaults[0]), read("to", defaults[1]), read("step", undefined)];
  if (problems.length > 0 || !from || !to) throw new ProblemError(problems);
  return { from, to, ...(step ? { step } : {}) };
}
