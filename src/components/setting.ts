import { type Place, type Problem, quoted } from "../problems/problem.js";
import { nameHint } from "../problems/nearest-name.js";
import { DECIMAL_TEXT, decimal } from "../units/decimal.js";

type Said = { readonly meaning: string; readonly because: string };

/** A choice that an alternative makes. Every setting has a default with its reason; results say which they used. */
export type SettingSpec =
  | ({ readonly kind: "choice"; readonly values: readonly string[]; readonly default: string } & Said)
  | ({ readonly kind: "switch"; readonly default: boolean } & Said)
  | ({ readonly kind: "number"; readonly least: string; readonly most: string; readonly default: string } & Said);

export type SettingSpecs = Readonly<Record<string, SettingSpec>>;

/** Choices as their literal words, switches as booleans, numbers as decimal text. */
export type SettingValues<S extends SettingSpecs> = {
  readonly [K in keyof S]: S[K] extends { kind: "choice"; values: readonly (infer V)[] }
    ? V
    : S[K] extends { kind: "switch" }
      ? boolean
      : string;
};

export function choice<const V extends readonly string[]>(values: V, fallback: V[number], meaning: string, because: string) {
  return { kind: "choice", values, default: fallback, meaning, because } as const;
}
export function onOff(fallback: boolean, meaning: string, because: string) {
  return { kind: "switch", default: fallback, meaning, because } as const;
}
export function numeric(least: string, most: string, fallback: string, meaning: string, because: string) {
  return { kind: "number", least, most, default: fallback, meaning, because } as const;
}

/** "auto", "on" or "off": auto means from a documented size on. */
export const AUTO_ON_OFF = ["auto", "on", "off"] as const;

/** Joins the settings of several components; two that share a name must be the same setting. */
export function joined<const S extends readonly SettingSpecs[]>(...specs: S): JoinedSpecs<S> {
  const all: Record<string, SettingSpec> = {};
  for (const [name, spec] of specs.flatMap((one) => Object.entries(one))) {
    if (all[name] !== undefined && all[name] !== spec) throw new Error(`two different settings are called ${name}`);
    all[name] = spec;
  }
  return all as JoinedSpecs<S>;
}
type JoinedSpecs<S extends readonly SettingSpecs[]> = S extends readonly [
  infer Head extends SettingSpecs,
  ...infer Rest extends readonly SettingSpecs[],
]
  ? Head & JoinedSpecs<Rest>
  : Readonly<Record<never, never>>;

export type ReadSettings = {
  readonly values: Readonly<Record<string, string | boolean>>;
  readonly defaulted: readonly string[];
  readonly problems: readonly Problem[];
};

/** Checks given settings against their specs; unknown names and values become problems with the nearest valid name. */
export function readSettings(
  specs: SettingSpecs,
  given: Readonly<Record<string, string>>,
  owner: string,
  place: (key: string, part: "key" | "value") => Place,
): ReadSettings {
  const problems: Problem[] = [];
  const known = Object.keys(specs);
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name))
      problems.push({
        code: "unknown-name",
        place: place(name, "key"),
        message: `${owner} has no setting ${quoted(name)}`,
        ...nameHint(name, known),
      });
  }
  const values: Record<string, string | boolean> = {};
  const defaulted: string[] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const text = Object.hasOwn(given, name) ? given[name] : undefined;
    if (text === undefined) {
      values[name] = spec.default;
      defaulted.push(name);
      continue;
    }
    if (!fits(spec, text)) {
      const hint = spec.kind === "choice" ? nameHint(text, spec.values) : {};
      problems.push({
        code: "out-of-range",
        place: place(name, "value"),
        message: `the setting ${quoted(name)} cannot be this`,
        found: quoted(text),
        expected: settingValues(spec),
        ...hint,
      });
    }
    values[name] = spec.kind === "switch" ? text === "true" : text;
  }
  return { values, defaulted, problems };
}

/** What a setting may be, in words: its choices, a switch, or the ends of its range. */
export function settingValues(spec: SettingSpec): string {
  switch (spec.kind) {
    case "choice":
      return spec.values.join(" | ");
    case "switch":
      return "true | false";
    case "number":
      return `a number from ${spec.least} to ${spec.most}`;
    default:
      return spec satisfies never;
  }
}

function fits(spec: SettingSpec, text: string): boolean {
  switch (spec.kind) {
    case "choice":
      return spec.values.includes(text);
    case "switch":
      return text === "true" || text === "false";
    case "number":
      return DECIMAL_TEXT.test(text) && decimal(text).gte(decimal(spec.least)) && decimal(text).lte(decimal(spec.most));
    default:
      return spec satisfies never;
  }
}
