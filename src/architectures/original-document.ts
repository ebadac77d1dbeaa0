import { together } from "../components/component.js";
import {
  documentCognito,
  documentDynamodb,
  documentEncryption,
  documentPostgresql,
  documentScaling,
} from "../components/original-document.js";
import { architecture } from "./architecture.js";
import { COGNITO_SCORES, DYNAMODB_SCORES, HYBRID_SCORES, POSTGRESQL_SCORES } from "./scores.js";
import { COGNITO_TRAITS, DOCUMENT_OWN_TRAITS, HYBRID_TRAITS } from "./traits/own-traits.js";

const leavesOut = ["everything that the original document does not name: e-mail, the auth service's own servers, logs, labour"];

/** The four choices of the original design document, priced with its own list (book `seed`). */
export const documentArchitectures = [
  architecture({
    id: "cognito",
    book: "seed",
    title: "Amazon Cognito",
    summary: "the user pool as the original document prices it",
    settings: {},
    scores: COGNITO_SCORES,
    traits: COGNITO_TRAITS,
    leavesOut,
    build: (_workload, demand) => documentCognito(demand),
  }),
  architecture({
    id: "postgresql",
    book: "seed",
    title: "Own database, PostgreSQL",
    summary: "the document's three instance sizes, key and scaling costs",
    settings: {},
    scores: POSTGRESQL_SCORES,
    traits: DOCUMENT_OWN_TRAITS,
    selfRun: true,
    leavesOut,
    build: (workload, demand) => together([documentPostgresql(workload), documentEncryption(demand), documentScaling(workload)]),
  }),
  architecture({
    id: "dynamodb",
    book: "seed",
    title: "Own database, DynamoDB",
    summary: "the document's storage, request and snapshot prices, key and scaling costs",
    settings: {},
    scores: DYNAMODB_SCORES,
    traits: DOCUMENT_OWN_TRAITS,
    selfRun: true,
    leavesOut,
    build: (workload, demand) => together([documentDynamodb(workload, demand), documentEncryption(demand), documentScaling(workload)]),
  }),
  architecture({
    id: "hybrid",
    book: "seed",
    title: "Hybrid: Cognito and an own store",
    summary: "the document's Cognito and DynamoDB prices together",
    settings: {},
    scores: HYBRID_SCORES,
    traits: HYBRID_TRAITS,
    usersIn: "cognito",
    leavesOut,
    build: (workload, demand) => together([documentCognito(demand), documentDynamodb(workload, demand), documentEncryption(demand)]),
  }),
];
