import type { Distribution } from "./distribution.js";
import type { DriverName } from "./driver-spec.js";
import type { Decimal } from "../units/decimal.js";

/** What a scenario holds to be uncertain. A cost is known by its name: alternatives that share the name share its draws. */
export type Uncertainty = {
  readonly drivers: ReadonlyMap<DriverName, Distribution>;
  /** dollars for an hour of work */
  readonly hourlyRate: Distribution | undefined;
  /** the one amount of the costs of that name */
  readonly costs: ReadonlyMap<string, Distribution>;
  /** by rate id: a factor on its price, 1 for the listed one */
  readonly rates: ReadonlyMap<string, Distribution>;
  /** the part by which users grow in a month */
  readonly growth: Distribution | undefined;
  readonly correlations: readonly Correlation[];
  /** draws of a simulation, and where they begin, unless the command says otherwise */
  readonly draws: number;
  readonly seed: number;
};

/** Correlation of two uncertain values: of the normal scores behind them (Gaussian copula), from -1 to 1. */
export type Correlation = { readonly left: string; readonly right: string; readonly rho: Decimal };
