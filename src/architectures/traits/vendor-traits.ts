import type { Traits } from "../../scenario/traits.js";
import { APPWRITE } from "./vendors/appwrite.js";
import { AUTH0 } from "./vendors/auth0.js";
import { CLERK } from "./vendors/clerk.js";
import { DESCOPE } from "./vendors/descope.js";
import { ENTRA } from "./vendors/entra.js";
import { FUSIONAUTH } from "./vendors/fusionauth.js";
import { GOOGLE } from "./vendors/google.js";
import { KINDE } from "./vendors/kinde.js";
import { LOGTO } from "./vendors/logto.js";
import { PROPELAUTH } from "./vendors/propelauth.js";
import { STYTCH } from "./vendors/stytch.js";
import { SUPABASE } from "./vendors/supabase.js";
import { SUPERTOKENS } from "./vendors/supertokens.js";
import { WORKOS } from "./vendors/workos.js";

/** What vendors publish, by the vendor's name, for the plans that authcost prices. */
export const VENDOR_TRAITS = {
  "Google Identity Platform": GOOGLE,
  Auth0: AUTH0,
  Clerk: CLERK,
  WorkOS: WORKOS,
  Supabase: SUPABASE,
  Stytch: STYTCH,
  PropelAuth: PROPELAUTH,
  SuperTokens: SUPERTOKENS,
  Descope: DESCOPE,
  FusionAuth: FUSIONAUTH,
  "Microsoft Entra": ENTRA,
  Kinde: KINDE,
  Logto: LOGTO,
  Appwrite: APPWRITE,
} as const satisfies Readonly<Record<string, Traits>>;
