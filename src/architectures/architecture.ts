import type { Usage } from "../components/component.js";
import { type Demand, demandOf } from "../components/demand.js";
import type { SettingSpecs, SettingValues } from "../components/setting.js";
import type { Workload } from "../components/workload.js";
import type { Scores } from "../scenario/criteria.js";
import type { Requirement } from "../scenario/requirements.js";
import type { Traits } from "../scenario/traits.js";

/** Plans of a product that differ in features: a requirement of the scenario picks among them. */
export type Plans = {
  /** the setting that names the plan */
  readonly setting: string;
  readonly features: Readonly<Record<string, readonly Requirement[]>>;
  readonly offered: readonly string[];
  readonly switches: Partial<Readonly<Record<Requirement, string>>>;
};

/** One way to run user authentication: which components, with which settings, and how it serves what money does not measure. */
export type Architecture = {
  readonly id: string;
  /** the price book whose rates it uses */
  readonly book: string;
  readonly title: string;
  readonly summary: string;
  readonly settings: SettingSpecs;
  readonly scores: Scores;
  readonly traits: Traits;
  /** where its accounts and passwords lie: between alternatives that name the same place no user has to move; its own id unless stated */
  readonly usersIn?: string;
  readonly plans?: Plans;
  /** someone must run it: patches, releases, on-call */
  readonly selfRun?: true;
  /** What its price leaves out, in words that a reader can act on. */
  readonly leavesOut: readonly string[];
  readonly build: (workload: Workload, settings: Readonly<Record<string, string | boolean>>) => Usage;
};

type Definition<S extends SettingSpecs> = Omit<Architecture, "settings" | "build"> & {
  readonly settings: S;
  readonly build: (workload: Workload, demand: Demand, settings: SettingValues<S>) => Usage;
};

/** Defines an architecture; `build` sees its settings with their types, which `readSettings` has checked. */
export function architecture<const S extends SettingSpecs>(definition: Definition<S>): Architecture {
  return { ...definition, build: (workload, settings) => definition.build(workload, demandOf(workload), settings as SettingValues<S>) };
}
