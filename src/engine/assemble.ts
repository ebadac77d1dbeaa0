import { architecturesOf, BOOKS } from "../architectures/registry.js";
import { readSettings } from "../components/setting.js";
import { workloadOf } from "../components/workload.js";
import { collect } from "../problems/collect.js";
import { nameHint } from "../problems/nearest-name.js";
import { ProblemError, quoted } from "../problems/problem.js";
import { DRIVER_NAMES, DRIVERS, type DriverName, defaultText } from "../scenario/drivers.js";
import type { AlternativeRequest, Scenario } from "../scenario/scenario.js";
import type { AlternativeModel, Assumption } from "./model.js";

/**
 * Builds every alternative of a scenario: architecture, settings and drivers become expressions, once.
 * @throws ProblemError naming every unknown book, architecture and setting
 */
export function assemble(scenario: Scenario): readonly AlternativeModel[] {
  const { book } = scenario.prices;
  if (!BOOKS.includes(book)) {
    throw new ProblemError([{ code: "unknown-name", place: scenario.place(["prices", "book"]), message: `there is no price book ${quoted(book)}`, ...nameHint(book, BOOKS) }]);
  }
  const given = new Set(scenario.workload.keys());
  return collect(scenario.alternatives, (request) => assembleOne(request, book, given));
}

function assembleOne(request: AlternativeRequest, book: string, given: ReadonlySet<DriverName>): AlternativeModel {
  const known = architecturesOf(book);
  const common = { id: request.id, costs: request.costs };
  if (request.architecture === undefined) {
    if (known.has(request.id)) {
      throw new ProblemError([{ code: "inconsistent", place: request.place(["id"]), message: `${quoted(request.id)} is an architecture, but this alternative has costs alone`, hint: `add \`architecture: ${request.id}\` to put the costs on top of it, or choose another id` }]);
    }
    return { ...common, title: request.title ?? request.id, summary: "costs given by hand", architecture: undefined, settings: {}, specs: {}, charges: [], limits: [], scores: request.scores, leavesOut: [], assumptions: handOnly(request) };
  }
  const architecture = known.get(request.architecture);
  if (!architecture) {
    throw new ProblemError([{ code: "unknown-name", place: request.place(["architecture"]), message: `there is no architecture ${quoted(request.architecture)} in book ${quoted(book)}`, ...nameHint(request.architecture, [...known.keys()]) }]);
  }
  const settings = readSettings(architecture.settings, request.settings, `the architecture ${quoted(architecture.id)}`, (name, part) => request.place(["settings", name], part));
  if (settings.problems.length > 0) throw new ProblemError(settings.problems);
  const { charges, limits } = architecture.build(workloadOf(given), settings.values);
  const defaults = settings.defaulted.map((name): Assumption => {
    const spec = architecture.settings[name];
    return { kind: "setting", name, value: String(spec?.default), meaning: spec?.meaning ?? "", because: spec?.because ?? "", alternative: request.id };
  });
  return {
    ...common, title: request.title ?? architecture.title, summary: architecture.summary, architecture: architecture.id,
    settings: settings.values, specs: architecture.settings, charges, limits, scores: { ...architecture.scores, ...request.scores }, leavesOut: architecture.leavesOut, assumptions: defaults,
  };
}

function handOnly(request: AlternativeRequest): readonly Assumption[] {
  const names = Object.keys(request.settings);
  if (names.length === 0) return [];
  throw new ProblemError(names.map((name) => ({ code: "unknown-name" as const, place: request.place(["settings", name], "key"), message: `costs given by hand have no setting ${quoted(name)}`, hint: "settings belong to an architecture" })));
}

/** The drivers that the scenario leaves at their defaults. */
export function driverAssumptions(given: ReadonlySet<DriverName>): readonly Assumption[] {
  return DRIVER_NAMES.filter((name) => !given.has(name)).map((name) => ({
    kind: "driver", name, value: defaultText(DRIVERS[name]), meaning: DRIVERS[name].meaning, because: DRIVERS[name].because,
  }));
}
