import type { Unit } from "../units/unit.js";

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

const value = (text: string): DriverDefault => ({ kind: "value", value: text });
const multiple = (of: DriverName, factor: string): DriverDefault => ({ kind: "multiple", of, factor });

/**
 * The workload's vocabulary. Every assumption about usage is one of these, with a default that a result names when it used it.
 * Defaults are judgements unless `because` names a source.
 */
export const DRIVERS: Readonly<Record<DriverName, DriverSpec>> = {
  mau: {
    title: "active users",
    unit: "MAU",
    meaning: "users active in the month",
    most: "100000000000",
    integer: true,
    default: { kind: "required" },
    because: "the size of the product is the question itself",
  },
  registeredUsers: {
    title: "registered users",
    unit: "user",
    meaning: "accounts that exist, active or not",
    most: "1000000000000",
    integer: true,
    default: multiple("mau", "2"),
    because: "half of the registered users are active in a month; stores keep all of them",
  },
  federatedShare: {
    title: "company sign-in",
    unit: "one",
    meaning: "part of mau that signs in through SAML or OIDC",
    most: "1",
    default: value("0"),
    because: "company sign-in is priced apart, so it counts only when stated",
  },
  socialShare: {
    title: "social sign-in",
    unit: "one",
    meaning: "part of mau that signs in with Google, Facebook, Apple or Amazon",
    most: "1",
    default: value("0"),
    because: "priced like direct users at Cognito; it spares an own service the password hash",
  },
  signUpsPerMonth: {
    title: "new accounts",
    unit: "sign-up",
    meaning: "new accounts in the month",
    most: "1000000000000",
    default: multiple("mau", "0.05"),
    because: "one new account for twenty active users",
  },
  signInsPerMau: {
    title: "sign-ins per user",
    unit: "sign-in",
    per: "MAU",
    meaning: "sign-ins with credentials, per active user and month",
    most: "100000",
    default: value("8"),
    because: "two a week",
  },
  tokenRefreshesPerMau: {
    title: "token refreshes per user",
    unit: "request",
    per: "MAU",
    meaning: "silent token refreshes, per active user and month",
    most: "1000000",
    default: value("30"),
    because: "tokens of one hour, about an hour of use a day",
  },
  apiCallsPerMau: {
    title: "API calls per user",
    unit: "request",
    per: "MAU",
    meaning: "calls to the protected API, per active user and month",
    most: "10000000",
    default: value("300"),
    because: "about ten calls a day; matters only where each call is authorized at a price",
  },
  profileReadsPerSignIn: {
    title: "profile reads per sign-in",
    unit: "operation",
    per: "sign-in",
    meaning: "profile reads from the own store, per sign-in",
    most: "10000",
    default: value("2"),
    because: "one look-up by e-mail and one read of the profile",
  },
  profileWritesPerSignIn: {
    title: "profile writes per sign-in",
    unit: "operation",
    per: "sign-in",
    meaning: "profile writes to the own store, per sign-in",
    most: "10000",
    default: value("1"),
    because: "the time of the last sign-in",
  },
  profileBytes: {
    title: "bytes of a profile",
    unit: "byte",
    meaning: "size of a user's profile",
    most: "400000",
    integer: true,
    default: value("1024"),
    because: "the original design document assumes 1 KB a user",
  },
  passwordResetsPerMau: {
    title: "password resets per user",
    unit: "request",
    per: "MAU",
    meaning: "password resets, per active user and month",
    most: "1000",
    default: value("0.02"),
    because: "one active user in fifty forgets a password in a month",
  },
  emailsPerMau: {
    title: "more e-mails per user",
    unit: "email",
    per: "MAU",
    meaning: "e-mails besides verification and reset (codes, notices), per active user and month",
    most: "10000",
    default: value("0"),
    because: "each sign-up and each reset sends one e-mail anyway; more only when stated",
  },
  smsPerMau: {
    title: "text messages per user",
    unit: "message",
    per: "MAU",
    meaning: "text-message parts sent for codes, per active user and month",
    most: "10000",
    default: value("0"),
    because: "codes by text message are a choice; one message often costs more than the user",
  },
  m2mAppClients: {
    title: "machine clients",
    unit: "client",
    meaning: "app clients that use client credentials",
    most: "1000000",
    integer: true,
    default: value("0"),
    because: "machine-to-machine access is a choice",
  },
  m2mTokenRequests: {
    title: "machine tokens",
    unit: "token",
    meaning: "client-credentials tokens issued in the month",
    most: "1000000000000",
    integer: true,
    default: value("0"),
    because: "machine-to-machine access is a choice",
  },
  returningShare: {
    title: "returning users",
    unit: "one",
    meaning: "part of mau that comes back a day or more after signing up: what some vendors count instead",
    most: "1",
    default: value("0.9"),
    because: "nearly all active users are not there for the first time",
  },
  dauPerMau: {
    title: "users of an average day",
    unit: "one",
    meaning: "users of an average day, as a part of mau: what some vendors count instead",
    most: "1",
    default: value("0.2"),
    because: "an active user comes about every fifth day",
  },
  connectionsPerFederatedUser: {
    title: "company connections per federated user",
    unit: "connection",
    per: "MAU",
    meaning: "company connections (SAML, OIDC) for each federated user: what some vendors price",
    most: "1",
    default: value("0.02"),
    because: "one company for fifty federated users",
  },
  peakToAverage: {
    title: "peak over average",
    unit: "one",
    meaning: "requests per second at the peak over the month's average",
    most: "10000",
    default: value("10"),
    because: "most use falls into eight hours of the day (x3), with a peak of about 3 to 1 inside them as AWS's sizing text says",
  },
};

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

export const DRIVER_NAMES = Object.keys(DRIVERS) as readonly DriverName[];

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
