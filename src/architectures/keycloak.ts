import { authorizer, authorizerSettings } from "../components/authorizer.js";
import { together } from "../components/component.js";
import { encryption, encryptionSettings } from "../components/encryption.js";
import { keycloak, keycloakSettings } from "../components/keycloak.js";
import { firewall, firewallSettings } from "../components/firewall.js";
import { messageSettings, messages } from "../components/messages.js";
import { operations, operationsSettings } from "../components/operations.js";
import { rdsPostgresql } from "../components/rds-postgresql.js";
import { postgresqlSettings } from "../components/postgresql-settings.js";
import { joined } from "../components/setting.js";
import { architecture } from "./architecture.js";
import { KEYCLOAK_SCORES } from "./scores.js";
import { KEYCLOAK_TRAITS } from "./traits/own-traits.js";

/** Keycloak run by yourself on Fargate with RDS for PostgreSQL, sized by its published rule. */
export const keycloakSelfHosted = architecture({
  id: "keycloak-self-hosted",
  book: "aws",
  title: "Keycloak, self-hosted",
  summary: "Keycloak on Fargate with its users in RDS for PostgreSQL, sized by its own guide",
  settings: joined(
    keycloakSettings,
    postgresqlSettings,
    encryptionSettings,
    operationsSettings,
    authorizerSettings,
    firewallSettings,
    messageSettings,
  ),
  scores: KEYCLOAK_SCORES,
  traits: KEYCLOAK_TRAITS,
  selfRun: true,
  leavesOut: ["labour to run it: about four minor releases a year and patches every few weeks"],
  build: (workload, demand, settings) =>
    together([
      keycloak(workload, demand, settings),
      rdsPostgresql(workload, demand, settings, "authentication"),
      encryption(demand, settings),
      operations(demand, settings),
      authorizer(workload, settings),
      firewall(demand, settings),
      messages(demand, settings),
    ]),
});
