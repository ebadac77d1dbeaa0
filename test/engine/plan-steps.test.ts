import { describe, expect, it } from "vitest";
import { bill } from "../../src/engine/bill.js";
import type { Slots } from "../../src/engine/plan.js";
import { rateCard } from "../../src/prices/rate-card.js";
import { plain } from "../../src/units/decimal.js";
import { agreement } from "../support/agreement.js";
import { planBothWays } from "../support/both-ways.js";
import { catalogue } from "../support/catalogue.js";
import { modelOf, scenarioOf } from "../support/models.js";

const card = rateCard(catalogue, { asOf: "2026-10-07", region: "us-east-1", freeTier: true });

/** The exact bill of one workload and how the fast plan stands to it. */
function both(workload: Readonly<Record<string, string>>, alternative: Readonly<Record<string, unknown>>) {
  const scenario = scenarioOf({ workload, alternatives: [{ id: "one", ...alternative }] });
  const model = modelOf(scenario);
  const slots: Slots = new Map([...scenario.workload.keys()].map((name, index) => [name, index]));
  const plan = planBothWays(model, card, slots);
  return { made: bill(model, scenario.workload, card), stands: agreement(model, plan, card, scenario.workload, slots).kind };
}

describe("a load that meets a step exactly", () => {
  // 438,000,000 requests / 2,628,000 s x 3 = 500 a second; 438M / 2,628,000 alone does not end
  const atPeak = { mau: "1000000", signInsPerMau: "38", tokenRefreshesPerMau: "400", peakToAverage: "3" };
  it("500 sign-ins and refreshes a second at peak need no cache yet", () => {
    const { made, stands } = both(atPeak, { architecture: "dynamodb" });
    expect(made.lines.filter((line) => /ElastiCache/.test(line.component))).toEqual([]);
    expect(stands).not.toBe("differs");
  });
  it("one more in the month does", () => {
    const { made, stands } = both({ ...atPeak, tokenRefreshesPerMau: "400.000001" }, { architecture: "dynamodb" });
    expect(made.lines.filter((line) => /ElastiCache/.test(line.component)).map((line) => plain(line.quantity))).toEqual(["1460"]);
    expect(stands).not.toBe("differs");
  });
  it("122 sign-ins a second at peak are 2 above the quota, not 3", () => {
    // 106,872,000 / 2,628,000 x 3 = 122; the default quota carries 120
    const { made, stands } = both({ mau: "1000000", signInsPerMau: "106.872", tokenRefreshesPerMau: "0", peakToAverage: "3" }, { architecture: "cognito" });
    expect(made.lines.filter((line) => /quota/.test(line.component)).map((line) => `${plain(line.quantity)} for ${plain(line.amount)}`)).toEqual(["2 for 40"]);
    expect(stands).not.toBe("differs");
  });
  it("1,500 e-mails are within what Cognito's own sender gives, also where doubles add up to more", () => {
    // 12 x 0.023 + 12 x 124.977 = 1,500 exactly; in doubles 1500.0000000000002
    const { made, stands } = both({ mau: "12", signUpsPerMonth: "0", passwordResetsPerMau: "0.023", emailsPerMau: "124.977" }, { architecture: "cognito", settings: { emailSender: "cognito" } });
    expect(made.obstacles).toEqual([]);
    expect(stands).toBe("refuses");
  });
});

describe("a load that doubles take for a step exactly, and that lies a little above it", () => {
  // 900,015 x 116.79805336577724 = 105,120,000.0000000026586, a double's 105,120,000; 105,120,000 / 2,628,000 s x 3 = 120, Cognito's quota
  const above = { mau: "900015", signInsPerMau: "116.79805336577724", tokenRefreshesPerMau: "0", peakToAverage: "3" };
  it("what lies above the quota is one to buy, and the plan does not say otherwise", () => {
    const { made, stands } = both(above, { architecture: "cognito" });
    expect(made.lines.filter((line) => /quota/.test(line.component)).map((line) => plain(line.quantity))).toEqual(["1"]);
    expect(stands).not.toBe("differs");
  });
  it("a load of whole numbers that meets the step is decided", () => {
    // 876,000 x 120 = 105,120,000
    const { made, stands } = both({ ...above, mau: "876000", signInsPerMau: "120" }, { architecture: "cognito" });
    expect(made.lines.filter((line) => /quota/.test(line.component))).toEqual([]);
    expect(stands).toBe("agrees");
  });
  it("nobody who signs in with a password needs none of the quota, whatever the shares add up from", () => {
    const { stands } = both({ mau: "30000", federatedShare: "0.3", socialShare: "0.7", peakToAverage: "3" }, { architecture: "cognito" });
    expect(stands).toBe("agrees");
  });
});
