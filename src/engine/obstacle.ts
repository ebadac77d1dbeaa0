import { REQUIREMENTS } from "../scenario/requirements.js";
import { type Decimal, ZERO } from "../units/decimal.js";
import type { AlternativeModel } from "./model.js";

/** A limit that the workload passes: the alternative cannot carry it. Unpriced: no price is published at that quantity, so the month's sum lacks it. */
export type Obstacle = {
  readonly name: string;
  readonly found: Decimal;
  readonly most: Decimal;
  readonly unit: string;
  readonly because: string;
  readonly unpriced?: true;
};

/** An obstacle and its reason in one clause. */
export function obstacleText({ name, because, unpriced }: Obstacle): string {
  return because === "" ? name : `${name}${unpriced ? "; " : ": "}${because}`;
}

/** A requirement that the stated plan lacks stands in the way at every size. */
export function unmetObstacles(model: AlternativeModel): readonly Obstacle[] {
  return model.unmet.map((requirement) => ({
    name: REQUIREMENTS[requirement],
    found: ZERO,
    most: ZERO,
    unit: "one",
    because: "the scenario requires it, and this plan does not offer it",
  }));
}
