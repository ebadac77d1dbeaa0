import { bill } from "../engine/bill.js";
import type { AlternativeModel } from "../engine/model.js";
import { driverValue } from "../scenario/driver-value.js";
import { ONE } from "../units/decimal.js";
import { charge, minusUsd, NO_USD, sumUsd, type Usd } from "../units/usd.js";
import type { Outlook } from "./outlook.js";
import { passwordsMove } from "./passwords-move.js";
import type { MonthOfUsers } from "./trajectory.js";

/** What moving users costs, besides setting the new alternative up. */
export type Move = {
  /** passwords: hashes are taken along; lazy: users move at their next sign-in; forced-reset: all set a new password */
  readonly kind: "passwords" | "lazy" | "forced-reset";
  /** the work of the move, at the hourly rate */
  readonly work: Usd;
  /** by month, from the first month of the new alternative on: the old one running on for users who have not moved, or the resets */
  readonly monthly: readonly Usd[];
};

/**
 * The cost of leaving `from` for `to`, which serves from month `at` on.
 * Lazy: the old system is billed each month for the part of the users that `migration.tail` says, with all accounts still in it.
 * Forced reset: the new system's first month has a password reset for every registered user.
 */
export function moveCost(look: Outlook, from: AlternativeModel, to: AlternativeModel, at: number): Move {
  const { migration, labour } = look.study.scenario;
  const work = charge(migration.hours, labour.hourlyRate);
  if (passwordsMove(from, to)) return { kind: "passwords", work, monthly: [] };
  if (migration.method === "forced-reset") {
    const first = look.months[at - 1];
    return { kind: "forced-reset", work, monthly: first ? [resetCost(look, to, first)] : [] };
  }
  const monthly = migration.tail.flatMap((share, index): Usd[] => {
    const month = look.months[at - 1 + index];
    return month ? [share.eq(ONE) ? look.billIn(from, month).monthly : bill(from, look.pointOf(month, share), look.study.card).monthly] : [];
  });
  return { kind: "lazy", work, monthly };
}

/** What the first month costs more when every registered user resets a password in it. */
function resetCost(look: Outlook, to: AlternativeModel, month: MonthOfUsers): Usd {
  if (month.mau.isZero()) return NO_USD;
  const usual = driverValue("passwordResetsPerMau", look.study.scenario.workload);
  const point = new Map(look.pointOf(month)).set("passwordResetsPerMau", usual.plus(month.registeredUsers.div(month.mau)));
  return minusUsd(bill(to, point, look.study.card).monthly, look.billIn(to, month).monthly);
}

/** All dollars of a move, as they are. */
export function totalOf(move: Move): Usd {
  return sumUsd([move.work, ...move.monthly]);
}
