import { type Bill, bill, type Point } from "../engine/bill.js";
import { obstacleText } from "../engine/obstacle.js";
import type { AlternativeModel } from "../engine/model.js";
import { driverValue } from "../scenario/driver-value.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import { charge, minusUsd, NO_USD, sumUsd, type Usd } from "../units/usd.js";
import { billLedgers, type Ledgers, NOTHING } from "./month-cost.js";
import { type MoveKind, moveKind } from "./move-kind.js";
import type { Outlook } from "./outlook.js";
import type { MonthOfUsers } from "./trajectory.js";

/** What stands in the way in a month: a limit that is passed, or a price that is not published. */
export type MonthObstacle = { readonly month: number; readonly because: readonly string[] };

/** What moving users costs, besides setting the new alternative up. */
export type Move = {
  readonly kind: MoveKind;
  readonly from: AlternativeModel;
  /** the work of the move, at the hourly rate: labour, paid before the new alternative's first month */
  readonly work: Usd;
  /** by month, from the first month of the new alternative on: the old one running on for users who have not moved, or the resets */
  readonly monthly: readonly Ledgers[];
  /** the first month that cannot be: the new system cannot carry the resets, or the old one has no published price for those who stay */
  readonly obstacle: MonthObstacle | undefined;
};

/**
 * The cost of leaving `from` for `to`, which serves from month `at` on.
 * Lazy: the old system is billed each month for the part of the active users that `migration.tail` says, as if they used it all month,
 * with the accounts that it had; new accounts and machine clients are the new system's.
 * Forced reset: the new system's first month has a password reset for every registered user.
 */
export function moveCost(look: Outlook, from: AlternativeModel, to: AlternativeModel, at: number): Move {
  const { migration, labour } = look.study.scenario;
  const kind = moveKind(from, to, migration.method);
  const work = kind === "none" ? NO_USD : charge(migration.hours, labour.hourlyRate);
  switch (kind) {
    case "none":
    case "passwords":
      return { kind, from, work, monthly: [], obstacle: undefined };
    case "forced-reset":
      return { kind, from, work, ...resetsIn(look, to, look.months[at - 1]) };
    case "lazy":
      return { kind, from, work, ...tailOf(look, from, at) };
    default:
      return kind satisfies never;
  }
}

type Running = Pick<Move, "monthly" | "obstacle">;

/** What runs on is paid whether or not it could carry the load any longer; without a published price it cannot be stated. */
function tailOf(look: Outlook, from: AlternativeModel, at: number): Running {
  const bills = look.study.scenario.migration.tail.flatMap((share, index): { readonly month: number; readonly made: Bill }[] => {
    const month = look.months[at - 1 + index];
    return month ? [{ month: month.month, made: bill(from, leftBehind(look, month, share, at), look.study.card) }] : [];
  });
  const unpriced = bills.find(({ made }) => made.obstacles.some((one) => one.unpriced));
  const because = unpriced?.made.obstacles.flatMap((one) => (one.unpriced ? [`${from.title} runs on: ${one.name}`] : [])) ?? [];
  return { monthly: bills.map(({ made }) => billLedgers(made)), obstacle: unpriced && { month: unpriced.month, because } };
}

/** The old system's month when it still serves a part of the users. */
export function leftBehind(look: Outlook, month: MonthOfUsers, share: Decimal, at: number): Point {
  const accounts = (look.months[at - 2] ?? look.months[0] ?? month).registeredUsers;
  return new Map(look.pointOf(month))
    .set("mau", month.mau.times(share))
    .set("registeredUsers", accounts)
    .set("signUpsPerMonth", ZERO)
    .set("m2mAppClients", ZERO)
    .set("m2mTokenRequests", ZERO);
}

/** What the first month costs more when every registered user resets a password in it. */
function resetsIn(look: Outlook, to: AlternativeModel, month: MonthOfUsers | undefined): Running {
  if (!month || month.mau.isZero()) return { monthly: [NOTHING], obstacle: undefined };
  const made = bill(to, withResets(look, month), look.study.card);
  const [reset, plain] = [billLedgers(made), billLedgers(look.billIn(to, month))];
  const monthly = [{ other: minusUsd(reset.other, plain.other), labour: minusUsd(reset.labour, plain.labour) }];
  return {
    monthly,
    obstacle:
      made.obstacles.length === 0
        ? undefined
        : { month: month.month, because: made.obstacles.map((one) => `with the resets of all users: ${obstacleText(one)}`) },
  };
}

/** A month with users in which every registered user resets a password besides the usual resets. */
export function withResets(look: Outlook, month: MonthOfUsers): Point {
  const usual = driverValue("passwordResetsPerMau", look.study.scenario.workload);
  return new Map(look.pointOf(month)).set("passwordResetsPerMau", usual.plus(month.registeredUsers.div(month.mau)));
}

/** All dollars of a move, as they are. */
export function totalOf(move: Move): Usd {
  return sumUsd([move.work, ...move.monthly.flatMap((one) => [one.other, one.labour])]);
}
