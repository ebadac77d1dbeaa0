import { DRIVER_NAMES, DRIVERS } from "../../scenario/drivers.js";
import { type DriverName, defaultText } from "../../scenario/driver-spec.js";
import { driverValue } from "../../scenario/driver-value.js";
import type { Scenario } from "../../scenario/scenario.js";
import { type Decimal, decimal, plain } from "../../units/decimal.js";
import { capitalized } from "../../units/format.js";
import type { Input, InputControl } from "./input.js";
import { canonicalNumber, numberComplaint } from "./number-text.js";

/** What one of them is, behind its field. */
const UNITS: Readonly<Record<DriverName, string>> = {
  mau: "a month",
  registeredUsers: "accounts",
  federatedShare: "%",
  socialShare: "%",
  signUpsPerMonth: "a month",
  signInsPerMau: "a month",
  tokenRefreshesPerMau: "a month",
  apiCallsPerMau: "a month",
  profileReadsPerSignIn: "reads",
  profileWritesPerSignIn: "writes",
  profileBytes: "bytes",
  passwordResetsPerMau: "a month",
  emailsPerMau: "a month",
  smsPerMau: "a month",
  m2mAppClients: "clients",
  m2mTokenRequests: "a month",
  returningShare: "%",
  dauPerMau: "%",
  connectionsPerFederatedUser: "connections",
  peakToAverage: "times",
};

const SHARES: readonly DriverName[] = ["federatedShare", "socialShare", "returningShare", "dauPerMau"];
const ALWAYS_MAIN: readonly DriverName[] = ["mau", "federatedShare", "signInsPerMau"];
/** The slider reaches the whole market from here on, or ten times the scenario's own size. */
const FEWEST_USERS = 100;
const MOST_USERS = 10_000_000;

/** Every driver of the workload: the ones that matter most first. */
export function driverInputs(scenario: Scenario): readonly Input[] {
  return DRIVER_NAMES.map((name) => driverInput(name, scenario));
}

function driverInput(name: DriverName, scenario: Scenario): Input {
  const spec = DRIVERS[name];
  const stated = scenario.workload.get(name);
  const own = stated ?? driverValue(name, scenario.workload);
  return {
    key: name,
    label: capitalized(spec.title),
    unit: UNITS[name],
    meaning: spec.meaning,
    isShare: SHARES.includes(name),
    own: plain(own),
    group: { kind: ALWAYS_MAIN.includes(name) ? "main" : "workload" },
    control: controlOf(name, own),
    from: stated ? "stated" : spec.default.kind === "multiple" ? `${defaultText(spec)} by default` : "default",
    ...(stated ? {} : { reason: spec.because }),
    // A default that follows another driver is not the same as its value of today.
    isPinned: stated !== undefined || spec.default.kind === "value",
    complaint: (text) => numberComplaint(text, "0", spec.most, spec.integer),
    canonical: canonicalNumber,
    applied: (before, text) => withDriver(before, name, decimal(text)),
  };
}

function controlOf(name: DriverName, own: Decimal): InputControl {
  if (SHARES.includes(name)) return { kind: "slider", least: 0, most: 1, step: 0.01 };
  if (name === "mau") return { kind: "log-slider", least: FEWEST_USERS, most: Math.max(MOST_USERS, 10 * own.toNumber()) };
  if (name === "signInsPerMau") return { kind: "slider", least: 0, most: Math.max(40, 3 * Math.ceil(own.toNumber())), step: 1 };
  return { kind: "number" };
}

/** Another size takes the place of the scenario's own among the sizes that are compared. */
function withDriver(scenario: Scenario, name: DriverName, value: Decimal): Scenario {
  const before = scenario.workload.get("mau");
  const workload = new Map(scenario.workload).set(name, value);
  if (name !== "mau" || before === undefined) return { ...scenario, workload };
  const points = [...new Set(scenario.points.map((point) => plain(point.eq(before) ? value : point)))]
    .map(decimal)
    .sort((a, b) => a.comparedTo(b));
  return { ...scenario, workload, points };
}
