import type { SettingSpecs } from "../components/setting.js";
import { together, usage } from "../components/component.js";
import {
  awsSmsCountry,
  type AwsDestination,
  awsTextMessages,
  type Destination,
  smsCountry,
  smsSender,
} from "../components/text-messages.js";
import { type VendorPlan, vendorUsage } from "../components/vendor.js";
import { type Architecture, architecture } from "./architecture.js";
import { VENDOR_SCORES } from "./scores.js";
import { VENDOR_TRAITS } from "./traits/vendor-traits.js";
import { VENDORS } from "./vendor-plans.js";

/** Every vendor plan as an architecture. */
export const vendorArchitectures: readonly Architecture[] = VENDORS.map(({ id, title, plan, leavesOut }) =>
  architecture({
    id,
    book: "vendors",
    title,
    summary: `${plan.vendor} signs users in and keeps their profiles`,
    settings: settingsOf(plan),
    scores: VENDOR_SCORES,
    traits: VENDOR_TRAITS[plan.vendor],
    usersIn: plan.vendor,
    leavesOut: [
      ...leavesOut,
      ...(plan.texts === undefined ? ["what the vendor takes for text messages of its own"] : []),
      "labour for integration",
    ],
    build: (workload, demand, settings) =>
      together([
        vendorUsage(workload, demand, plan, settings.smsCountry as Destination | undefined),
        ...(settings.smsSender === "own-provider" ? [usage(awsTextMessages(demand, settings.smsCountry as AwsDestination))] : []),
      ]),
  }),
);

/** Where text messages go is a setting, where there is a choice; a vendor without a price for them leaves open who sends them. */
function settingsOf({ texts }: VendorPlan): SettingSpecs {
  if (texts === undefined) return { smsSender, smsCountry: awsSmsCountry };
  const [first, ...others] = Object.keys(texts) as Destination[];
  return first === undefined || others.length === 0 ? {} : { smsCountry: smsCountry([first, ...others]) };
}
