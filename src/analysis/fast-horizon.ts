import type { Column, LoopMaker } from "../engine/plan.js";
import type { DriverName } from "../scenario/driver-spec.js";
import type { Horizon } from "../scenario/horizon.js";
import { GROWTH } from "../scenario/variable-names.js";
import { addPriced, type Ledger, planOf } from "./block-prices.js";
import { discountFactors } from "./discount-factors.js";
import { BLOCK, type DrawBlock } from "./draw-block.js";
import { fastTrajectory } from "./fast-trajectory.js";
import { leftBehindColumns } from "./left-behind-columns.js";
import { moveKind } from "./move-kind.js";
import { onceColumns } from "./once-columns.js";
import type { Study } from "./study.js";

/** Drivers whose columns a horizon changes: users in each month, resets of a forced reset, what an old system no longer serves. */
export const MOVED_BY_HORIZON = [
  "mau",
  "registeredUsers",
  "signUpsPerMonth",
  "passwordResetsPerMau",
  "m2mAppClients",
  "m2mTokenRequests",
] as const satisfies readonly DriverName[];

/** Present values: once, the move, then month after month. */
export function fastHorizon(one: Study, block: DrawBlock, horizon: Horizon, signUpsStated: boolean, loops: LoopMaker | undefined): Ledger {
  const {
    models,
    scenario: { migration },
  } = one;
  const plan = planOf(one, block, loops);
  const factors = discountFactors(horizon.discountRate, horizon.months).map((factor) => factor.toNumber());
  const column = (name: DriverName): Column => block.columnOf(name) ?? new Float64Array(BLOCK);
  const path = fastTrajectory(
    horizon,
    { mau: column("mau"), registeredUsers: column("registeredUsers"), signUps: column("signUpsPerMonth") },
    horizon.growth.kind === "compound" ? block.columnOf(GROWTH) : undefined,
    signUpsStated,
    BLOCK,
  );
  const from = models.find((model) => model.id === migration.from);
  const moves = models.map((model) => (from ? moveKind(from, model, migration.method) : "none"));
  const upFront = models.map((model, index) => onceColumns(one, model, block, model === from, moves[index] !== "none"));
  const resetting = moves.includes("forced-reset")
    ? forcedResets(column("mau"), column("registeredUsers"), column("passwordResetsPerMau"))
    : undefined;
  const tail = from && moves.includes("lazy") ? tailPrices(one, block, from, loops) : undefined;
  const add = (place: number, priced: Column | undefined, month: number, rows: number, first: number, cost: Column): void =>
    addPriced(block, place, priced, factors[month] ?? 0, rows, first, cost);

  return (rows, first, costs) => {
    path.start(rows);
    costs.forEach((cost, place) => {
      upFront[place]?.(rows, first, cost);
    });
    for (let month = 1; month <= horizon.months; month++) {
      path.month(month, rows);
      if (month === 1 && resetting) {
        resetting.enter(rows);
        plan.run(rows);
        costs.forEach((cost, place) => {
          if (moves[place] === "forced-reset") add(place, plan.costs[place], month, rows, first, cost);
        });
        resetting.leave(rows);
      }
      plan.run(rows);
      costs.forEach((cost, place) => {
        if (month > 1 || moves[place] !== "forced-reset") add(place, plan.costs[place], month, rows, first, cost);
      });
      const running = tail?.(month, rows);
      if (running)
        costs.forEach((cost, place) => {
          if (moves[place] === "lazy") add(place, running, month, rows, first, cost);
        });
    }
    path.end(rows);
  };
}

type Episode = { readonly enter: (rows: number) => void; readonly leave: (rows: number) => void };

/** Every registered user resets a password in the month. */
function forcedResets(mau: Column, registeredUsers: Column, resets: Column): Episode {
  const usual = new Float64Array(BLOCK);
  return {
    enter: (rows) => {
      usual.set(resets);
      for (let row = 0; row < rows; row++)
        if (mau[row] !== 0) resets[row] = (resets[row] as number) + (registeredUsers[row] as number) / (mau[row] as number);
    },
    leave: () => {
      resets.set(usual);
    },
  };
}

/** What the old system costs in a month of a lazy move, for each row; undefined when the move is over. */
function tailPrices(
  one: Study,
  block: DrawBlock,
  from: Study["models"][number],
  loops: LoopMaker | undefined,
): (month: number, rows: number) => Column | undefined {
  const place = one.models.indexOf(from);
  const {
    run,
    costs: [prices],
  } = planOf(one, block, loops, [from]);
  const behind = leftBehindColumns(block.inputs, block.slots, BLOCK);
  const shares = one.scenario.migration.tail.map((share) => share.toNumber());
  return (month, rows) => {
    const share = shares[month - 1];
    if (share === undefined || !prices) return undefined;
    behind.enter(month, share, rows);
    run(rows);
    // What still runs on is paid, whether or not it could carry the load any longer.
    for (let row = 0; row < rows; row++) if (!Number.isFinite(prices[row])) prices[row] = block.settle(place, row, true);
    behind.leave(rows);
    return prices;
  };
}
