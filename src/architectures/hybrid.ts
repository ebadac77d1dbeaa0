import { authorizer, authorizerSettings } from "../components/authorizer.js";
import { cognitoMachineAccess } from "../components/cognito-machine-access.js";
import { cognitoQuota } from "../components/cognito-quota.js";
import { cognitoUsers, cognitoUsersSettings } from "../components/cognito-users.js";
import { together } from "../components/component.js";
import { dynamodb, dynamodbSettings } from "../components/dynamodb.js";
import { encryption, encryptionSettings } from "../components/encryption.js";
import { identityPool, identityPoolSettings } from "../components/identity-pool.js";
import { firewall, firewallSettings } from "../components/firewall.js";
import { cognitoMessageSettings, messages } from "../components/messages.js";
import { rdsPostgresql } from "../components/rds-postgresql.js";
import { postgresqlSettings } from "../components/postgresql-settings.js";
import { choice, joined } from "../components/setting.js";
import { syncSettings, syncTrigger } from "../components/sync-trigger.js";
import { architecture } from "./architecture.js";
import { COGNITO_PLANS_BY_FEATURE } from "./cognito-plans.js";
import { HYBRID_SCORES } from "./scores.js";
import { HYBRID_TRAITS } from "./traits/own-traits.js";

const hybridSettings = {
  store: choice(
    ["dynamodb", "postgresql"],
    "dynamodb",
    "the own store that profiles are copied into",
    "no server to run for a copy of profiles",
  ),
} as const;

/** Cognito signs users in and keeps the basic profile; a trigger copies changes into an own store. */
export const hybrid = architecture({
  id: "hybrid",
  book: "aws",
  title: "Hybrid: Cognito and an own store",
  summary: "Cognito for sign-in and the basic profile, every change copied into an own store",
  settings: joined(
    hybridSettings,
    cognitoUsersSettings,
    authorizerSettings,
    identityPoolSettings,
    syncSettings,
    dynamodbSettings,
    postgresqlSettings,
    encryptionSettings,
    firewallSettings,
    cognitoMessageSettings,
  ),
  scores: HYBRID_SCORES,
  traits: HYBRID_TRAITS,
  usersIn: "cognito",
  plans: COGNITO_PLANS_BY_FEATURE,
  leavesOut: ["labour for the copy and for what is built on it"],
  build: (workload, demand, settings) =>
    together([
      cognitoUsers(demand, settings),
      cognitoMachineAccess(workload),
      cognitoQuota(workload, demand),
      authorizer(workload, settings),
      identityPool(workload, demand, settings),
      syncTrigger(workload, demand, settings),
      settings.store === "dynamodb"
        ? dynamodb(workload, demand, settings, "profile")
        : rdsPostgresql(workload, demand, settings, "profile"),
      encryption(demand, settings),
      firewall(demand, settings),
      messages(demand, settings),
    ]),
});
