import type { SettingSpec } from "../../components/setting.js";
import type { AlternativeModel } from "../../engine/model.js";
import type { Scenario } from "../../scenario/scenario.js";
import { capitalized } from "../../units/format.js";
import type { Input, InputControl } from "./input.js";
import { canonicalNumber, numberComplaint } from "./number-text.js";

/** The settings of every alternative, under its id. */
export function settingInputs(scenario: Scenario, models: readonly AlternativeModel[]): readonly Input[] {
  return models.flatMap((model) => Object.entries(model.specs).map(([name, spec]) => settingInput(scenario, model, name, spec)));
}

function settingInput(scenario: Scenario, model: AlternativeModel, name: string, spec: SettingSpec): Input {
  const stated = scenario.alternatives.find((one) => one.id === model.id)?.settings[name];
  return {
    key: `${model.id}.${name}`,
    group: { kind: "alternative", id: model.id },
    label: words(name),
    meaning: spec.meaning,
    unit: "",
    isShare: false,
    control: controlOf(spec),
    own: String(model.settings[name] ?? spec.default),
    from: stated === undefined ? "default" : "stated",
    ...(stated === undefined ? { reason: spec.because } : {}),
    // Requirements and promised uptime pick what is not stated, and may pick otherwise at another size.
    isPinned: stated !== undefined || (scenario.requirements.length === 0 && scenario.decision.constraints.sla === undefined),
    complaint: (text) => complaint(spec, text),
    canonical: spec.kind === "number" ? canonicalNumber : (text) => text,
    applied: (before, text) => ({
      ...before,
      alternatives: before.alternatives.map((one) => (one.id === model.id ? { ...one, settings: { ...one.settings, [name]: text } } : one)),
    }),
  };
}

function controlOf(spec: SettingSpec): InputControl {
  switch (spec.kind) {
    case "choice":
      return { kind: "choice", options: spec.values.map((value) => ({ value, label: value })) };
    case "switch":
      return {
        kind: "choice",
        options: [
          { value: "false", label: "no" },
          { value: "true", label: "yes" },
        ],
      };
    case "number":
      return { kind: "number" };
    default:
      return spec satisfies never;
  }
}

function complaint(spec: SettingSpec, text: string): string | undefined {
  switch (spec.kind) {
    case "choice":
      return spec.values.includes(text) ? undefined : `not one of ${spec.values.join(", ")}`;
    case "switch":
      return text === "true" || text === "false" ? undefined : "not true or false";
    case "number":
      return numberComplaint(text, spec.least, spec.most);
    default:
      return spec satisfies never;
  }
}

/** Words that keep their own spelling. */
const SPELT: Readonly<Record<string, string>> = {
  s3: "S3",
  gb: "GB",
  mau: "MAU",
  kms: "KMS",
  pitr: "PITR",
  az: "AZ",
  dynamodb: "DynamoDB",
};

/** "cacheNodes" reads "Cache nodes", "s3GbPerMau" reads "S3 GB per MAU". */
export function words(name: string): string {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(" ")
    .map((word) => SPELT[word] ?? word)
    .join(" ");
  return capitalized(spaced);
}
