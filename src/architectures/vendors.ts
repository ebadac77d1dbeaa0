import { together, usage } from "../components/component.js";
import { awsSmsCountry, awsTextMessages, smsCountry, smsSender, textMessages } from "../components/text-messages.js";
import { vendorUsage } from "../components/vendor.js";
import { type Architecture, architecture } from "./architecture.js";
import { VENDOR_SCORES } from "./scores.js";
import { VENDOR_TRAITS } from "./traits/vendor-traits.js";
import { type Vendor, VENDORS } from "./vendor-plans.js";

/** Every vendor plan as an architecture. */
export const vendorArchitectures: readonly Architecture[] = VENDORS.map(vendorArchitecture);

/** Text messages cost what the vendor publishes, each country its own price; where it publishes none, it is open who sends them. */
function vendorArchitecture({ id, title, plan, leavesOut }: Vendor): Architecture {
  const common = {
    id,
    book: "vendors",
    title,
    summary: `${plan.vendor} signs users in and keeps their profiles`,
    scores: VENDOR_SCORES,
    traits: VENDOR_TRAITS[plan.vendor],
    usersIn: plan.vendor,
  };
  const { texts } = plan;
  if (texts !== undefined)
    return architecture({
      ...common,
      settings: { smsCountry: smsCountry(texts.to) },
      leavesOut: [...leavesOut, "labour for integration"],
      build: (workload, demand, { smsCountry: to }) =>
        together([vendorUsage(workload, demand, plan), usage(textMessages(plan.vendor, demand, to, { message: `${texts.rate}.${to}` }))]),
    });
  return architecture({
    ...common,
    settings: { smsSender, smsCountry: awsSmsCountry },
    leavesOut: [...leavesOut, "what the vendor takes for text messages of its own", "labour for integration"],
    build: (workload, demand, { smsSender: sender, smsCountry: to }) =>
      together([vendorUsage(workload, demand, plan), usage(sender === "left-out" ? [] : awsTextMessages(demand, to))]),
  });
}
