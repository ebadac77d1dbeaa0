import { decimal } from "../units/decimal.js";
import { chargesOf, limit, type Usage, usage } from "./component.js";
import type { Demand } from "./demand.js";
import { choice, type SettingValues } from "./setting.js";
import { awsSmsCountry, awsTextMessages, MESSAGES } from "./text-messages.js";

export const messageSettings = {
  emailSender: choice(
    ["ses", "ses-established"],
    "ses",
    "who sends e-mail: Amazon SES as a new account pays, or as an account that sent before 2026-07-21 pays",
    "the project is taken to be new",
  ),
  smsCountry: awsSmsCountry,
} as const;

export const cognitoMessageSettings = {
  emailSender: choice(
    ["ses", "ses-established", "cognito"],
    "ses",
    "who sends e-mail: Amazon SES as a new account pays, SES as an established sender pays, or Cognito's built-in sender",
    "Cognito's own sender stops at 50 messages a day",
  ),
  smsCountry: awsSmsCountry,
} as const;

/** 50 messages a day for each account, not adjustable: Amazon Cognito developer guide, "Quotas" (read 2026-10). */
const BUILT_IN_EMAILS_A_MONTH = decimal("1500");

/** E-mail and text messages for verification, resets and codes: the same in every alternative that runs on AWS. */
export function messages(demand: Demand, settings: SettingValues<typeof cognitoMessageSettings>): Usage {
  const charge = chargesOf(MESSAGES);
  const texts = awsTextMessages(demand, settings.smsCountry);
  if (settings.emailSender === "cognito") {
    const free = charge("E-mail by Cognito's own sender", "aws.cognito.built-in-email", "email", demand.emails, {
      note: "included, 50 a day",
    });
    return usage(
      [free, ...texts],
      [
        limit(
          "e-mails by Cognito's own sender",
          "email",
          demand.emails,
          BUILT_IN_EMAILS_A_MONTH,
          "the built-in sender stops at 50 messages a day",
        ),
      ],
    );
  }
  const rate = settings.emailSender === "ses" ? "aws.ses.email" : "aws.ses.a-la-carte.email";
  return usage([charge("E-mail through SES", rate, "email", demand.emails), ...texts]);
}
