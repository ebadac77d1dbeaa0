import type { SlaPart, TraitSource } from "../../scenario/traits.js";

const READ = "2026-11-23";
const page = (service: string, confidence: TraitSource["confidence"]): TraitSource => ({
  url: `https://aws.amazon.com/${service}/sla/`,
  retrieved: READ,
  confidence,
});

/** The monthly uptimes that AWS promises for each Region, for the parts that a sign-in passes through. */
export const COGNITO_SLA: SlaPart = { part: "Amazon Cognito", percent: "99.9", source: page("cognito", "medium") };
export const DYNAMODB_SLA: SlaPart = { part: "DynamoDB", percent: "99.99", source: page("dynamodb", "medium") };
export const LAMBDA_SLA: SlaPart = { part: "Lambda", percent: "99.95", source: page("lambda", "medium") };
export const API_GATEWAY_SLA: SlaPart = { part: "API Gateway", percent: "99.95", source: page("api-gateway", "high") };

/** One zone or two: AWS promises less for what stands in a single one. */
export const RDS_SLA: readonly SlaPart[] = [
  { part: "RDS with a standby in a second zone", percent: "99.95", source: page("rds", "high"), when: { setting: "multiAz", is: "on" } },
  { part: "RDS in one zone", percent: "99.5", source: page("rds", "high"), when: { setting: "multiAz", is: "off" } },
];
export const FARGATE_SLA: readonly SlaPart[] = [
  { part: "Fargate tasks in two zones", percent: "99.99", source: page("ecs", "medium"), when: { setting: "loadBalancer", is: "on" } },
  {
    part: "load balancer in two zones",
    percent: "99.99",
    source: page("elasticloadbalancing", "high"),
    when: { setting: "loadBalancer", is: "on" },
  },
  { part: "a single Fargate task", percent: "99.5", source: page("ecs", "low"), when: { setting: "loadBalancer", is: "off" } },
  { ...API_GATEWAY_SLA, when: { setting: "loadBalancer", is: "off" } },
];
