import type { Scenario } from "../../scenario/scenario.js";

/** Where an input stands: with the main ones, or among the workload, an alternative's settings, costs. */
export type InputGroup = { readonly kind: "main" | "workload" | "money" } | { readonly kind: "alternative"; readonly id: string };

/** How an input is worked. Bounds are inclusive; they bound the slider, not what may be typed. */
export type InputControl =
  | { readonly kind: "log-slider"; readonly least: number; readonly most: number }
  | { readonly kind: "slider"; readonly least: number; readonly most: number; readonly step: number }
  | { readonly kind: "number" }
  | { readonly kind: "choice"; readonly options: readonly { readonly value: string; readonly label: string }[] };

/** One thing about the scenario that a reader of a report can change. */
export type Input = {
  /** its name in an address: "mau", "cognito.plan", "as-of" */
  readonly key: string;
  readonly group: InputGroup;
  readonly label: string;
  readonly meaning: string;
  /** after the value: "users", "%", "$ an hour" */
  readonly unit: string;
  readonly control: InputControl;
  /** a share is shown in percent and kept as a part of one */
  readonly isShare: boolean;
  /** the scenario's own value, as text */
  readonly own: string;
  /** where the own value comes from: "stated", "default" */
  readonly from: string;
  /** why the default is what it is */
  readonly reason?: string;
  /** the own value stands for itself: choosing it is the same as changing nothing */
  readonly isPinned: boolean;
  /** what is wrong with a text, if anything */
  readonly complaint: (text: string) => string | undefined;
  /** the one way to write a value */
  readonly canonical: (text: string) => string;
  /** the scenario with this text in place of its own; the text is free of complaint */
  readonly applied: (scenario: Scenario, text: string) => Scenario;
};
