import { authServiceFargate, fargateSettings } from "../components/auth-service-fargate.js";
import { cache, cacheSettings } from "../components/cache.js";
import { authorizer, authorizerSettings } from "../components/authorizer.js";
import { together } from "../components/component.js";
import { encryption, encryptionSettings } from "../components/encryption.js";
import { firewall, firewallSettings } from "../components/firewall.js";
import { messageSettings, messages } from "../components/messages.js";
import { operations, operationsSettings } from "../components/operations.js";
import { rdsPostgresql } from "../components/rds-postgresql.js";
import { postgresqlSettings } from "../components/postgresql-settings.js";
import { joined } from "../components/setting.js";
import { architecture } from "./architecture.js";
import { POSTGRESQL_SCORES } from "./scores.js";
import { POSTGRESQL_TRAITS } from "./traits/own-traits.js";

/** An own auth service on Fargate with users in RDS for PostgreSQL. */
export const postgresql = architecture({
  id: "postgresql",
  book: "aws",
  title: "Own database, PostgreSQL",
  summary: "an own auth service on Fargate with its users in RDS for PostgreSQL",
  settings: joined(
    postgresqlSettings,
    fargateSettings,
    cacheSettings,
    encryptionSettings,
    operationsSettings,
    authorizerSettings,
    firewallSettings,
    messageSettings,
  ),
  scores: POSTGRESQL_SCORES,
  traits: POSTGRESQL_TRAITS,
  selfRun: true,
  leavesOut: ["labour to build, run and secure it", "audits and penetration tests"],
  build: (workload, demand, settings) =>
    together([
      rdsPostgresql(workload, demand, settings, "authentication"),
      authServiceFargate(workload, demand, settings),
      cache(workload, demand, settings),
      encryption(demand, settings),
      operations(demand, settings),
      authorizer(workload, settings),
      firewall(demand, settings),
      messages(demand, settings),
    ]),
});
