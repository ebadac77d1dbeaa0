import type { AlternativeModel } from "../engine/model.js";
import type { Migration } from "../scenario/horizon.js";
import { passwordsMove } from "./passwords-move.js";

/** none: nobody has to move; passwords: hashes are taken along; lazy: users move at their next sign-in; forced-reset: all set a new password. */
export type MoveKind = "none" | "passwords" | Migration["method"];

/** How users come from one alternative to another: not at all where both keep them in the same place, as two plans of one product do. */
export function moveKind(from: AlternativeModel, to: AlternativeModel, method: Migration["method"]): MoveKind {
  if (sameUsers(from, to)) return "none";
  return passwordsMove(from, to) ? "passwords" : method;
}

export function sameUsers(one: AlternativeModel, other: AlternativeModel): boolean {
  return one.id === other.id || (one.usersIn !== undefined && one.usersIn === other.usersIn);
}
