import { known, type Traits, unknown } from "../../scenario/traits.js";
import { API_GATEWAY_SLA, COGNITO_SLA, DYNAMODB_SLA, FARGATE_SLA, LAMBDA_SLA, RDS_SLA } from "./aws-sla.js";

const READ = "2026-11-23";
const ENTRY = "these are parts in a row, no one promises the whole, and your own code is on top";

/** What holds of any store that is your own. */
const OWN = {
  hashExport: known("yes", "the hashes lie in your own table"),
  hashImport: known("yes", "any format that your own code can check"),
  totpExport: known("yes", "the secrets lie in your own table"),
  residency: known("any-region", "in the Region that you choose"),
} as const;

export const POSTGRESQL_TRAITS: Traits = { ...OWN, sla: known([...RDS_SLA, ...FARGATE_SLA], ENTRY) };
export const DYNAMODB_TRAITS: Traits = { ...OWN, sla: known([DYNAMODB_SLA, LAMBDA_SLA, API_GATEWAY_SLA], ENTRY) };

export const KEYCLOAK_TRAITS: Traits = {
  ...OWN,
  hashExport: known("yes", "kc.sh export writes the hashes of all users, and the database is yours", {
    url: "https://phasetwo.io/tutorials/data-protection/exit-export/",
    retrieved: READ,
    confidence: "medium",
  }),
  hashImport: known("yes", "users can be created with PBKDF2 hashes; other formats may need an extension", {
    url: "https://gist.github.com/maitrungduc1410/b20d72be66419e9cccbd08979b29012e",
    retrieved: READ,
    confidence: "medium",
  }),
  sla: known([...RDS_SLA, ...FARGATE_SLA], ENTRY),
};

export const COGNITO_TRAITS: Traits = {
  hashExport: known("no", "Cognito hands out no hashes; users reset their passwords or are moved one by one at sign-in", {
    url: "https://workos.com/docs/migrate/aws-cognito",
    retrieved: READ,
    confidence: "high",
  }),
  hashImport: known("yes", "CSV import with bcrypt, scrypt, Argon2id or PBKDF2-SHA256 hashes, or a trigger that moves users at sign-in", {
    url: "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartUserImportJob.html",
    retrieved: READ,
    confidence: "medium",
  }),
  totpExport: known("no", "Cognito hands out no TOTP secrets; users enrol again", {
    url: "https://workos.com/docs/migrate/aws-cognito",
    retrieved: READ,
    confidence: "high",
  }),
  residency: known("any-region", "in the Region that you choose, and in that of a replica if you have one"),
  sla: known([COGNITO_SLA], "a credit is paid below it"),
};

/** Sign-in is Cognito's; the copy of profiles is not on its way. */
export const HYBRID_TRAITS: Traits = {
  ...COGNITO_TRAITS,
  sla: known([COGNITO_SLA], "sign-in is Cognito's; the own store is not on its way"),
};

/** The original document names no servers for an own sign-in, so nothing can be said of their uptime. */
const unnamed = unknown("the original document does not say what runs an own sign-in");
export const DOCUMENT_OWN_TRAITS: Traits = { ...OWN, sla: unnamed };
