import type { Unit } from "../units/unit.js";

export type DriverName =
  | "mau"
  | "registeredUsers"
  | "federatedShare"
  | "socialShare"
  | "signUpsPerMonth"
  | "signInsPerMau"
  | "tokenRefreshesPerMau"
  | "apiCallsPerMau"
  | "profileReadsPerSignIn"
  | "profileWritesPerSignIn"
  | "profileBytes"
  | "passwordResetsPerMau"
  | "emailsPerMau"
  | "smsPerMau"
  | "m2mAppClients"
  | "m2mTokenRequests"
  | "returningShare"
  | "dauPerMau"
  | "connectionsPerFederatedUser"
  | "peakToAverage";

/** What a driver is worth when the scenario does not say: a value, or a multiple of another driver. */
export type DriverDefault =
  | { readonly kind: "required" }
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "multiple"; readonly of: DriverName; readonly factor: string };

export type DriverSpec = {
  /** what people call it, inside a sentence */
  readonly title: string;
  readonly unit: Unit;
  /** for ratios: what one of which the unit is counted */
  readonly per?: Unit;
  readonly meaning: string;
  readonly most: string;
  readonly default: DriverDefault;
  /** why the default is what it is */
  readonly because: string;
  /** whole numbers only: users, clients */
  readonly integer?: true;
};

/** "the default: 2 × mau" */
export function defaultText(spec: DriverSpec): string {
  switch (spec.default.kind) {
    case "required":
      return "none, must be given";
    case "value":
      return spec.default.value;
    case "multiple":
      return `${spec.default.factor} × ${spec.default.of}`;
    default:
      return spec.default satisfies never;
  }
}
