import type { Architecture } from "../architectures/architecture.js";
import { architecturesOf } from "../architectures/registry.js";
import { readSettings } from "../components/setting.js";
import { workloadOf } from "../components/workload.js";
import { collect } from "../problems/collect.js";
import { ProblemError, quoted } from "../problems/problem.js";
import { DRIVER_NAMES, DRIVERS } from "../scenario/drivers.js";
import { type DriverName, defaultText } from "../scenario/driver-spec.js";
import type { Requirement } from "../scenario/requirements.js";
import type { AlternativeRequest, Scenario } from "../scenario/scenario.js";
import { checkNames } from "./check-names.js";
import { admissiblePlans, checkSwitches } from "./check-switches.js";
import { constrain, settingsByConstraint } from "./constrain.js";
import { checkDiscounts, withReserved } from "./discount.js";
import type { AlternativeModel, Assumption } from "./model.js";
import { sameBasis } from "./same-basis.js";

/** Picks one of several plans of an alternative that all meet the requirements. */
export type ChoosePlan = (candidates: readonly AlternativeModel[]) => AlternativeModel | undefined;

/**
 * Builds every alternative of a scenario: architecture, settings and drivers become expressions, once.
 * @param choose picks among plans that meet the scenario's requirements; without it the first admissible one is taken
 * @throws ProblemError naming every unknown book, architecture, setting and idle discount
 */
export function assemble(scenario: Scenario, choose: ChoosePlan = ([first]) => first): readonly AlternativeModel[] {
  const strange = checkNames({ book: scenario.prices.book, alternatives: scenario.alternatives, place: scenario.place });
  if (strange.length > 0) throw new ProblemError(strange);
  const models = collect(scenario.alternatives, (request) => {
    const candidates = planCandidates(request, scenario).map((one) => assembleOne(one, scenario));
    const chosen = candidates.length > 1 ? choose(candidates) : candidates[0];
    if (!chosen) throw new Error(`no plan was chosen for ${request.id}: this is a defect of authcost`);
    return chosen;
  });
  const distinct = models.map((model) => (models.some((other) => other !== model && other.title === model.title) ? withId(model) : model));
  checkDiscounts(scenario.discounts, new Set(models.flatMap((model) => model.charges.map((charge) => charge.rate))), scenario.place);
  return distinct;
}

const named = new WeakMap<AlternativeModel, AlternativeModel>();

/** The same with its id in its title, made once. */
function withId(model: AlternativeModel): AlternativeModel {
  const made = named.get(model) ?? { ...model, title: `${model.title} (${model.id})` };
  named.set(model, made);
  return made;
}

/** The alternative under each plan that it may have: the stated one, or every offered plan that meets the requirements. */
export function planCandidates(
  request: AlternativeRequest,
  scenario: Scenario,
  requirements: readonly Requirement[] = scenario.requirements,
): readonly AlternativeRequest[] {
  const plans = architecturesOf(scenario.prices.book).get(request.architecture ?? "")?.plans;
  if (!plans || requirements.length === 0) return [request];
  const withPlan = (plan: string): AlternativeRequest => {
    const offered = requirements.filter((one) => plans.features[plan]?.includes(one));
    const switched = Object.fromEntries(
      offered.flatMap((one) => (plans.switches[one] === undefined ? [] : [[plans.switches[one], "true"]])),
    );
    return { ...request, settings: { ...switched, [plans.setting]: plan, ...request.settings } };
  };
  const stated = request.settings[plans.setting];
  if (stated !== undefined) return [withPlan(stated)];
  const admissible = admissiblePlans(plans, requirements, request.settings);
  return admissible.length === 0 ? [request] : admissible.map(withPlan);
}

function unmetBy(
  architecture: Architecture,
  settings: Readonly<Record<string, string | boolean>>,
  requirements: readonly Requirement[],
): readonly Requirement[] {
  const features = architecture.plans?.features[String(settings[architecture.plans.setting])];
  return features === undefined ? [] : requirements.filter((one) => !features.includes(one));
}

/** The models that were last made of a request, and the scenarios that they were made for. */
const made = new WeakMap<AlternativeRequest, readonly { readonly scenario: Scenario; readonly model: AlternativeModel }[]>();
/** Two classes of size, each with a setting as it is and as it was. */
const MOST_MADE = 4;

/** One alternative of a scenario. Scenarios that differ in values of drivers alone share it, with all that is remembered of it. */
export function assembleOne(request: AlternativeRequest, scenario: Scenario): AlternativeModel {
  const before = made.get(request) ?? [];
  const same = before.find((one) => sameBasis(one.scenario, scenario));
  if (same) return same.model;
  const model = assembled(request, scenario);
  made.set(request, [{ scenario, model }, ...before.slice(0, MOST_MADE - 1)]);
  return model;
}

function assembled(request: AlternativeRequest, scenario: Scenario): AlternativeModel {
  const { book } = scenario.prices;
  const known = architecturesOf(book);
  const { discounts } = scenario;
  const common = { id: request.id, costs: request.costs, hourlyRate: scenario.labour.hourlyRate, discounts };
  if (request.architecture === undefined) {
    return {
      ...common,
      ...constrain(request, scenario, undefined, {}),
      title: request.title ?? request.id,
      summary: "costs given by hand",
      architecture: undefined,
      usersIn: undefined,
      settings: {},
      specs: {},
      charges: [],
      unmet: [],
      unchecked: scenario.requirements,
      scores: request.scores,
      selfRun: false,
      leavesOut: [],
      assumptions: [],
    };
  }
  const architecture = known.get(request.architecture);
  if (!architecture) throw new Error(`the architecture ${request.architecture} was not checked: this is a defect of authcost`);
  const decided = settingsByConstraint(request, scenario, architecture);
  const settings = readSettings(
    architecture.settings,
    { ...request.settings, ...decided.settings },
    `the architecture ${quoted(architecture.id)}`,
    (name, part) => request.place(["settings", name], part),
  );
  const problems = [...settings.problems, ...checkSwitches(architecture, settings.values, request.place)];
  if (problems.length > 0) throw new ProblemError(problems);
  const { charges, limits } = architecture.build(workloadOf(new Set(scenario.workload.keys())), settings.values);
  const defaults = settings.defaulted.map((name): Assumption => {
    const spec = architecture.settings[name];
    return {
      kind: "setting",
      name,
      value: String(spec?.default),
      meaning: spec?.meaning ?? "",
      because: spec?.because ?? "",
      alternative: request.id,
    };
  });
  const { traits, checks, limits: broken } = constrain(request, scenario, architecture, settings.values);
  return {
    ...common,
    traits,
    checks,
    title: request.title ?? architecture.title,
    summary: architecture.summary,
    architecture: architecture.id,
    usersIn: architecture.usersIn ?? architecture.id,
    settings: settings.values,
    specs: architecture.settings,
    charges: withReserved(charges, discounts),
    limits: [...broken, ...limits],
    unmet: unmetBy(architecture, settings.values, scenario.requirements),
    unchecked: architecture.plans ? [] : scenario.requirements,
    scores: { ...architecture.scores, ...request.scores },
    selfRun: architecture.selfRun === true,
    leavesOut: architecture.leavesOut,
    assumptions: [...defaults, ...decided.assumptions],
  };
}

/** The drivers that the scenario leaves at their defaults. */
export function driverAssumptions(given: ReadonlySet<DriverName>): readonly Assumption[] {
  return DRIVER_NAMES.filter((name) => !given.has(name)).map((name) => ({
    kind: "driver",
    name,
    value: defaultText(DRIVERS[name]),
    meaning: DRIVERS[name].meaning,
    because: DRIVERS[name].because,
  }));
}
