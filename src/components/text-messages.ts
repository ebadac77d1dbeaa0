import { type Charge, chargesOf } from "./component.js";
import type { Demand } from "./demand.js";
import { choice } from "./setting.js";

/** Where text messages can go, by what ends the id of a rate. */
const DESTINATIONS = {
  us: "United States",
  au: "Australia",
  br: "Brazil",
  de: "Germany",
  gb: "United Kingdom",
  id: "Indonesia",
  in: "India",
  jp: "Japan",
  sg: "Singapore",
  other: "most other countries",
} as const;
export type Destination = keyof typeof DESTINATIONS;

/** The setting that says where text messages go, among the destinations that their sender has a price for. */
export function smsCountry<const V extends readonly Destination[]>(values: V) {
  return choice(
    values,
    "us",
    "where text messages go: each country has a price of its own",
    "the country of the default Region; messages to most other known countries cost several times as much",
  );
}

/** What one sender charges for text messages to one destination: its price, and in the United States the carrier's fee where the sender passes it on. */
export function textMessages(
  component: string,
  demand: Demand,
  to: Destination,
  rates: { readonly message: string; readonly carrier?: string },
): readonly Charge[] {
  const charge = chargesOf(component);
  const where = DESTINATIONS[to];
  return [
    charge(`Text messages, ${where}`, rates.message, "message", demand.texts, { choice: true }),
    ...(rates.carrier === undefined ? [] : [charge(`Carrier fees, ${where}`, rates.carrier, "message", demand.texts, { choice: true })]),
  ];
}

/** Messages of every kind stand in one component, whoever has the users. */
export const MESSAGES = "Messages";

/** Where AWS's price list for text messages was read. */
export const awsSmsCountry = smsCountry(["us", "au", "br", "de", "gb", "in", "jp", "sg"]);

/** Text messages through AWS. */
export function awsTextMessages(demand: Demand, to: (typeof awsSmsCountry)["values"][number]): readonly Charge[] {
  return textMessages(MESSAGES, demand, to, {
    message: `aws.sms.${to}`,
    ...(to === "us" ? { carrier: "aws.sms.us.carrier-fee" } : {}),
  });
}

/** Who sends text messages where a vendor publishes no price for its own. */
export const smsSender = choice(
  ["own-provider", "left-out"],
  "own-provider",
  "who sends text messages: a provider of your own at what AWS charges, or nobody whom the bill counts",
  "the vendor publishes no price for them, and without them its bill would look cheaper than it is",
);
