import { HIGH_AVAILABILITY_FROM } from "../components/high-availability.js";
import type { Fact, SlaPart } from "../scenario/traits.js";
import { type Decimal, decimal } from "../units/decimal.js";

type Settings = Readonly<Record<string, string | boolean>>;

/** The promises in force under some settings; a setting left to the size ("auto") is taken at `mau`. */
export function partsInForce(parts: readonly SlaPart[], settings: Settings, mau: Decimal): readonly SlaPart[] {
  const bySize = isLarge(mau) ? "on" : "off";
  return parts.filter(({ when }) => {
    if (when === undefined) return true;
    const stated = settings[when.setting];
    return (stated === "auto" || stated === undefined ? bySize : stated) === when.is;
  });
}

const LARGE = decimal(HIGH_AVAILABILITY_FROM);

/** Whether a setting left to the size stands at "on". */
export function isLarge(mau: Decimal): boolean {
  return mau.gte(LARGE);
}

/** The part with the lowest promise; undefined when nothing is promised. */
export function weakestPart(parts: readonly SlaPart[]): SlaPart | undefined {
  return parts.reduce<SlaPart | undefined>(
    (least, part) => (least === undefined || decimal(part.percent).lt(decimal(least.percent)) ? part : least),
    undefined,
  );
}

/**
 * The settings that an uptime asks for: those left to the size that promise too little in one zone and enough in two.
 * None when the uptime cannot be reached that way.
 */
export function settingsForSla(
  sla: Fact<readonly SlaPart[]>,
  required: Decimal | undefined,
  stated: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (required === undefined || sla.kind === "unknown") return {};
  const isOpen = (setting: string): boolean => stated[setting] === undefined || stated[setting] === "auto";
  const enough = (part: SlaPart): boolean => decimal(part.percent).gte(required);
  const best = sla.value.filter(({ when }) => when === undefined || (isOpen(when.setting) ? "on" : stated[when.setting]) === when.is);
  if (!best.every(enough)) return {};
  const short = sla.value.flatMap((part) =>
    part.when?.is === "off" && isOpen(part.when.setting) && !enough(part) ? [part.when.setting] : [],
  );
  return Object.fromEntries(short.map((setting) => [setting, "on"]));
}
