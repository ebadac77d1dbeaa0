import type { VendorPlan } from "../components/vendor.js";
import type { VENDOR_TRAITS } from "./traits/vendor-traits.js";

export type Vendor = {
  readonly id: string;
  readonly title: string;
  readonly plan: VendorPlan & { readonly vendor: keyof typeof VENDOR_TRAITS };
  readonly leavesOut: readonly string[];
};

const NEGOTIATED = "contract terms: list prices of the self-service plans, paid by the month";

/** Vendor plans with a published price for each user; what a plan does not publish above a size makes it infeasible there. */
export const VENDORS: readonly Vendor[] = [
  {
    id: "google-identity-platform",
    title: "Google Identity Platform (Firebase)",
    leavesOut: ["e-mail beyond what the platform sends itself"],
    plan: {
      vendor: "Google Identity Platform",
      users: { rate: "google.identity-platform.mau", counted: "MAU", who: "not federated" },
      federated: "google.identity-platform.federated-mau",
      texts: { rate: "google.identity-platform.sms", to: ["us", "de", "gb", "id", "in", "other"] },
    },
  },
  {
    id: "auth0-b2c-essentials",
    title: "Auth0 B2C Essentials",
    leavesOut: [NEGOTIATED, "steps between the known ones: the next known step is charged"],
    plan: { vendor: "Auth0", users: { rate: "auth0.b2c-essentials.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "auth0-b2c-professional",
    title: "Auth0 B2C Professional",
    leavesOut: [NEGOTIATED, "steps between the known ones: the next known step is charged"],
    plan: { vendor: "Auth0", users: { rate: "auth0.b2c-professional.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "auth0-b2b-essentials",
    title: "Auth0 B2B Essentials",
    leavesOut: [NEGOTIATED, "steps between the known ones: the next known step is charged"],
    plan: {
      vendor: "Auth0",
      users: { rate: "auth0.b2b-essentials.mau", counted: "MAU", who: "everyone" },
      connections: { rate: "auth0.sso-connection", included: "3" },
    },
  },
  {
    id: "auth0-b2b-professional",
    title: "Auth0 B2B Professional",
    leavesOut: [NEGOTIATED, "steps between the known ones: the next known step is charged"],
    plan: {
      vendor: "Auth0",
      users: { rate: "auth0.b2b-professional.mau", counted: "MAU", who: "everyone" },
      connections: { rate: "auth0.sso-connection", included: "5" },
    },
  },
  {
    id: "clerk-pro",
    title: "Clerk Pro",
    leavesOut: [NEGOTIATED, "text messages outside the United States"],
    plan: {
      vendor: "Clerk",
      base: "clerk.pro.base",
      users: { rate: "clerk.pro.mru", counted: "MRU", who: "everyone" },
      connections: { rate: "clerk.enterprise-connection", included: "0" },
      texts: { rate: "clerk.sms", to: ["us"] },
    },
  },
  {
    id: "workos-authkit",
    title: "WorkOS AuthKit",
    leavesOut: [NEGOTIATED],
    plan: {
      vendor: "WorkOS",
      users: { rate: "workos.authkit.mau", counted: "MAU", who: "everyone" },
      connections: { rate: "workos.connection", included: "0" },
    },
  },
  {
    id: "supabase-pro",
    title: "Supabase Auth (Pro)",
    leavesOut: ["the database that the same plan includes"],
    plan: {
      vendor: "Supabase",
      base: "supabase.pro.base",
      users: { rate: "supabase.pro.mau", counted: "MAU", who: "not federated" },
      federated: "supabase.sso-mau",
    },
  },
  {
    id: "stytch",
    title: "Stytch",
    leavesOut: [NEGOTIATED],
    plan: {
      vendor: "Stytch",
      users: { rate: "stytch.mau", counted: "MAU", who: "everyone" },
      connections: { rate: "stytch.connection", included: "0" },
    },
  },
  {
    id: "propelauth",
    title: "PropelAuth",
    leavesOut: [NEGOTIATED],
    plan: { vendor: "PropelAuth", users: { rate: "propelauth.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "supertokens-cloud",
    title: "SuperTokens Cloud",
    leavesOut: ["add-ons for MFA and account linking"],
    plan: { vendor: "SuperTokens", users: { rate: "supertokens.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "descope-free",
    title: "Descope Free",
    leavesOut: ["paid plans publish a base fee only"],
    plan: { vendor: "Descope", users: { rate: "descope.free.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "fusionauth-starter",
    title: "FusionAuth Starter",
    leavesOut: ["sizes above 1,000 users are on request"],
    plan: { vendor: "FusionAuth", users: { rate: "fusionauth.starter.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "entra-external-id",
    title: "Microsoft Entra External ID",
    leavesOut: ["users above 50,000: no confirmed price"],
    plan: { vendor: "Microsoft Entra", users: { rate: "entra.external-id.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "kinde-pro",
    title: "Kinde Pro",
    leavesOut: [NEGOTIATED, "company connections: they come with Plus and above"],
    plan: { vendor: "Kinde", base: "kinde.pro.base", users: { rate: "kinde.pro.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "kinde-plus",
    title: "Kinde Plus",
    leavesOut: [NEGOTIATED],
    plan: { vendor: "Kinde", base: "kinde.plus.base", users: { rate: "kinde.plus.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "kinde-scale",
    title: "Kinde Scale",
    leavesOut: [NEGOTIATED],
    plan: { vendor: "Kinde", base: "kinde.scale.base", users: { rate: "kinde.scale.mau", counted: "MAU", who: "everyone" } },
  },
  {
    id: "logto-pro",
    title: "Logto Pro",
    leavesOut: [NEGOTIATED, "add-ons for MFA, organizations, roles and SAML applications"],
    plan: {
      vendor: "Logto",
      base: "logto.pro.base",
      tokens: "logto.pro.token",
      connections: { rate: "logto.enterprise-connection", included: "0" },
      clients: { rate: "logto.m2m-app", included: "1" },
    },
  },
  {
    id: "appwrite-pro",
    title: "Appwrite Cloud Pro",
    leavesOut: ["company connections through SAML", "the database, storage and functions that the same plan includes"],
    plan: { vendor: "Appwrite", base: "appwrite.pro.base", users: { rate: "appwrite.pro.mau", counted: "MAU", who: "everyone" } },
  },
];
