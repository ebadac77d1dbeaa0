import { authServiceLambda, lambdaServiceSettings } from "../components/auth-service-lambda.js";
import { cache, cacheSettings } from "../components/cache.js";
import { authorizer, authorizerSettings } from "../components/authorizer.js";
import { together } from "../components/component.js";
import { dynamodb as dynamodbStore, dynamodbSettings } from "../components/dynamodb.js";
import { encryption, encryptionSettings } from "../components/encryption.js";
import { firewall, firewallSettings } from "../components/firewall.js";
import { messageSettings, messages } from "../components/messages.js";
import { operations, operationsSettings } from "../components/operations.js";
import { joined } from "../components/setting.js";
import { architecture } from "./architecture.js";
import { DYNAMODB_SCORES } from "./scores.js";
import { DYNAMODB_TRAITS } from "./traits/own-traits.js";

/** An own auth service on Lambda with users in DynamoDB. */
export const dynamodb = architecture({
  id: "dynamodb",
  book: "aws",
  title: "Own database, DynamoDB",
  summary: "an own auth service on Lambda with its users in DynamoDB",
  settings: joined(
    dynamodbSettings,
    lambdaServiceSettings,
    cacheSettings,
    encryptionSettings,
    operationsSettings,
    authorizerSettings,
    firewallSettings,
    messageSettings,
  ),
  scores: DYNAMODB_SCORES,
  traits: DYNAMODB_TRAITS,
  selfRun: true,
  leavesOut: ["labour to build, run and secure it", "audits and penetration tests"],
  build: (workload, demand, settings) =>
    together([
      dynamodbStore(workload, demand, settings, "authentication"),
      authServiceLambda(demand, settings),
      cache(workload, demand, settings),
      encryption(demand, settings),
      operations(demand, settings),
      authorizer(workload, settings),
      firewall(demand, settings),
      messages(demand, settings),
    ]),
});
