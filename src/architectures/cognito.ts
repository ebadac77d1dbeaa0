import { authorizer, authorizerSettings } from "../components/authorizer.js";
import { cognitoMachineAccess } from "../components/cognito-machine-access.js";
import { cognitoQuota } from "../components/cognito-quota.js";
import { cognitoUsers, cognitoUsersSettings } from "../components/cognito-users.js";
import { together } from "../components/component.js";
import { identityPool, identityPoolSettings } from "../components/identity-pool.js";
import { firewall, firewallSettings } from "../components/firewall.js";
import { cognitoMessageSettings, messages } from "../components/messages.js";
import { joined } from "../components/setting.js";
import { architecture } from "./architecture.js";
import { COGNITO_PLANS_BY_FEATURE } from "./cognito-plans.js";
import { COGNITO_SCORES } from "./scores.js";
import { COGNITO_TRAITS } from "./traits/own-traits.js";

/** Everything through a Cognito user pool. */
export const cognito = architecture({
  id: "cognito",
  book: "aws",
  title: "Amazon Cognito",
  summary: "a Cognito user pool signs users in, keeps their profiles and issues tokens",
  settings: joined(cognitoUsersSettings, authorizerSettings, identityPoolSettings, firewallSettings, cognitoMessageSettings),
  scores: COGNITO_SCORES,
  traits: COGNITO_TRAITS,
  plans: COGNITO_PLANS_BY_FEATURE,
  leavesOut: ["labour for integration and upkeep", "a way out: users must reset their passwords or be moved one by one"],
  build: (workload, demand, settings) =>
    together([
      cognitoUsers(demand, settings),
      cognitoMachineAccess(workload),
      cognitoQuota(workload, demand),
      authorizer(workload, settings),
      identityPool(workload, demand, settings),
      firewall(demand, settings),
      messages(demand, settings),
    ]),
});
