import { bill } from "../engine/bill.js";
import { type Column, type ColumnPlan, compileColumnPlan, type Slots } from "../engine/plan.js";
import { DRIVER_NAMES, type DriverName } from "../scenario/drivers.js";
import type { Horizon } from "../scenario/horizon.js";
import { costName, GROWTH, HOURLY_RATE } from "../scenario/variable-names.js";
import { type Decimal, fromDouble } from "../units/decimal.js";
import { fastTrajectory } from "./fast-trajectory.js";
import { discountFactors } from "./horizon.js";
import { passwordsMove } from "./passwords-move.js";
import type { Study } from "./study.js";
import { variedStudy } from "./varied-study.js";

/** Costs of the alternatives, in their order, a column each; and how many single prices doubles could not decide. */
export type DrawnCosts = { readonly costs: readonly Column[]; readonly refused: number };

/** @param draws a column of `count` values for every varied variable that is not at the scenario's own value */
export type FastCosts = (draws: ReadonlyMap<string, Column>, count: number, onProgress?: (share: number) => void) => DrawnCosts;

/** Rows priced at once: few enough for a processor's cache, many enough to make a loop worth its start. */
const BLOCK = 256;

/**
 * The fast twin of the exact costs over many draws: column plans, block by block, month by month.
 * A row that a plan refuses is priced exactly, that one month of that one alternative.
 */
export function fastCosts(one: Study, varied: readonly string[], horizon: Horizon | undefined, signUpsStated: boolean): FastCosts {
  const names = [...new Set([...one.scenario.workload.keys(), ...varied.filter((name) => name !== GROWTH)])] as readonly string[];
  const slots: Slots = new Map(names.map((name, index) => [name, index]));
  let compiled: readonly ColumnPlan[] | undefined;
  return (draws, count, onProgress) => {
    compiled ??= one.models.map((model) => compileColumnPlan(model, one.card, slots, BLOCK));
    const plans = compiled;
    const costs = one.models.map(() => new Float64Array(count));
    const block = blockOf(one, names, draws);
    const ledger = horizon ? horizonLedger(one, plans, slots, block, draws, horizon, signUpsStated) : monthLedger(one, plans, block);
    for (let from = 0; from < count; from += BLOCK) {
      const rows = Math.min(BLOCK, count - from);
      block.load(from, rows);
      ledger.add(rows, from, costs);
      onProgress?.((from + rows) / count);
    }
    return { costs, refused: block.refused() };
  };
}

type Block = {
  readonly inputs: readonly Column[];
  readonly load: (from: number, rows: number) => void;
  /** prices one row of one plan's month exactly; `always` whether or not it can carry the load */
  readonly settle: (model: number, row: number, always?: boolean) => number;
  readonly refused: () => number;
};

function blockOf(one: Study, names: readonly string[], draws: ReadonlyMap<string, Column>): Block {
  const inputs = names.map((name) => new Float64Array(BLOCK).fill(baseOf(one, name)));
  let refusals = 0;
  const load = (from: number, rows: number): void => {
    names.forEach((name, slot) => {
      const drawn = draws.get(name);
      if (drawn) inputs[slot]?.set(drawn.subarray(from, from + rows));
    });
  };
  const settle = (model: number, row: number, always = false): number => {
    refusals++;
    const values = new Map(names.map((name, slot): [string, Decimal] => [name, fromDouble(inputs[slot]?.[row] ?? Number.NaN)]));
    const varied = variedStudy(one, values);
    const alternative = varied.models[model];
    if (!alternative) return Number.NaN;
    const made = bill(alternative, varied.scenario.workload, varied.card);
    return made.obstacles.length > 0 && !always ? Number.POSITIVE_INFINITY : made.monthly.toNumber();
  };
  return { inputs, load, settle, refused: () => refusals };
}

/** The scenario's own value of a variable: of a cost its one amount, of a rate its listed price. */
function baseOf(one: Study, name: string): number {
  if (name === HOURLY_RATE) return one.scenario.labour.hourlyRate.toNumber();
  if ((DRIVER_NAMES as readonly string[]).includes(name)) return one.scenario.workload.get(name as DriverName)?.toNumber() ?? Number.NaN;
  const cost = one.models.flatMap((model) => model.costs).find((each) => costName(each.name) === name);
  if (!cost) return 1;
  return (cost.monthly ?? cost.once ?? cost.perMau ?? cost.hoursPerYear ?? cost.hoursOnce)?.toNumber() ?? Number.NaN;
}

type Ledger = { readonly add: (rows: number, from: number, costs: readonly Column[]) => void };

function price(plan: ColumnPlan | undefined, model: number, block: Block, rows: number, out: Column): void {
  plan?.monthly(block.inputs, rows, out);
  for (let row = 0; row < rows; row++) if (Number.isNaN(out[row])) out[row] = block.settle(model, row);
}

function monthLedger(one: Study, plans: readonly ColumnPlan[], block: Block): Ledger {
  const out = new Float64Array(BLOCK);
  return {
    add: (rows, from, costs) => {
      one.models.forEach((_, model) => {
        price(plans[model], model, block, rows, out);
        costs[model]?.set(out.subarray(0, rows), from);
      });
    },
  };
}

/** Present values: once, the move, then month after month. */
function horizonLedger(one: Study, plans: readonly ColumnPlan[], slots: Slots, block: Block, draws: ReadonlyMap<string, Column>, horizon: Horizon, signUpsStated: boolean): Ledger {
  const factors = discountFactors(horizon.discountRate, horizon.months).map((factor) => factor.toNumber());
  const column = (name: string): Column => block.inputs[slots.get(name) ?? -1] ?? new Float64Array(BLOCK);
  const users = { mau: column("mau"), registeredUsers: column("registeredUsers"), signUps: column("signUpsPerMonth") };
  const resets = column("passwordResetsPerMau");
  const path = fastTrajectory(horizon, users, draws.get(GROWTH), signUpsStated, BLOCK);
  const upFront = one.models.map((model) => onceColumns(one, model, slots, block));
  const { migration } = one.scenario;
  const origin = one.models.findIndex((model) => model.id === migration.from);
  const moves = one.models.map((model, index) => (origin < 0 || index === origin ? "none" : passwordsMove(one.models[origin] ?? model, model) ? "passwords" : migration.method));
  const tail = moves.includes("lazy") ? migration.tail.map((share) => share.toNumber()) : [];
  const out = new Float64Array(BLOCK);
  const saved = new Float64Array(BLOCK);

  const add = (rows: number, from: number, costs: readonly Column[]): void => {
    const into = (model: number, weight: number): void => {
      const cost = costs[model];
      if (cost) for (let row = 0; row < rows; row++) cost[from + row] = (cost[from + row] as number) + weight * (out[row] as number);
    };
    path.start(from, rows);
    upFront.forEach((fill, model) => {
      fill(rows, out, model === origin, moves[model] !== "none");
      into(model, 1);
    });
    for (let month = 1; month <= horizon.months; month++) {
      path.month(month, rows);
      one.models.forEach((_, model) => {
        const resetting = month === 1 && moves[model] === "forced-reset";
        if (resetting) for (let row = 0; row < rows; row++) { saved[row] = resets[row] as number; resets[row] = (saved[row] as number) + ((users.mau[row] as number) === 0 ? 0 : (users.registeredUsers[row] as number) / (users.mau[row] as number)); }
        price(plans[model], model, block, rows, out);
        if (resetting) for (let row = 0; row < rows; row++) resets[row] = saved[row] as number;
        into(model, factors[month] ?? 0);
      });
      const share = tail[month - 1];
      if (share === undefined || origin < 0) continue;
      for (let row = 0; row < rows; row++) { saved[row] = users.mau[row] as number; users.mau[row] = (saved[row] as number) * share; }
      price(plans[origin], origin, block, rows, out);
      // What still runs on is paid, whether or not it could carry the load any longer.
      for (let row = 0; row < rows; row++) if (out[row] === Number.POSITIVE_INFINITY) out[row] = block.settle(origin, row, true);
      for (let row = 0; row < rows; row++) users.mau[row] = saved[row] as number;
      moves.forEach((move, model) => { if (move === "lazy") into(model, factors[month] ?? 0); });
    }
    path.end(rows);
  };
  return { add };
}

type FillOnce = (rows: number, out: Column, inUse: boolean, moving: boolean) => void;

/** One-off costs and the work of a move, for each row. */
function onceColumns(one: Study, model: Study["models"][number], slots: Slots, block: Block): FillOnce {
  const wageSlot = slots.get(HOURLY_RATE);
  const fixedWage = model.hourlyRate.toNumber();
  const moveHours = one.scenario.migration.hours.toNumber();
  const parts = model.costs.flatMap((cost) => {
    const slot = slots.get(costName(cost.name));
    return [...(cost.once ? [{ amount: cost.once.toNumber(), slot, hours: false }] : []), ...(cost.hoursOnce ? [{ amount: cost.hoursOnce.toNumber(), slot, hours: true }] : [])];
  });
  return (rows, out, inUse, moving) => {
    for (let row = 0; row < rows; row++) {
      const wage = wageSlot === undefined ? fixedWage : (block.inputs[wageSlot]?.[row] as number);
      let total = moving ? moveHours * wage : 0;
      if (!inUse) for (const part of parts) total += (part.slot === undefined ? part.amount : (block.inputs[part.slot]?.[row] as number)) * (part.hours ? wage : 1);
      out[row] = total;
    }
  };
}
