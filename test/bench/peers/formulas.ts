/** How a language writes what formulas need besides + - * / and parentheses. */
export type Dialect = {
  readonly max: (left: string, right: string) => string;
  readonly ceil: (of: string) => string;
  readonly when: (condition: string, then: string, otherwise: string) => string;
  readonly both: (left: string, right: string) => string;
  readonly either: (left: string, right: string) => string;
  /** the value of what cannot be */
  readonly never: string;
};

/** Each value of the model with its formula, over the drivers and the values before it. */
export type Formulas = readonly (readonly [name: string, formula: string])[];

/** The columns in which the five alternatives stand, in the order of the scenario. */
export const ALTERNATIVES = ["essentials", "lite", "postgresql", "dynamodb", "hybrid"] as const;

const GB = 2 ** 30;

/** The five alternatives as a spreadsheet would have them: one cell for each value, IF and MAX, prices in the formulas. */
export function formulas({ max, ceil, when, both, either, never }: Dialect): Formulas {
  const above = (of: string, free: number): string => max("0", `${of} - ${free}`);
  const peak = (of: string): string => `${of} * peakToAverage / 2628000`;
  const tiers = (of: string, bounds: readonly number[], rates: readonly number[]): string => {
    return rates.reduceRight((rest, rate, tier) => {
      const from = bounds[tier - 1] ?? 0;
      const base = rates.slice(0, tier).reduce((sum, before, index) => sum + before * ((bounds[index] ?? 0) - (bounds[index - 1] ?? 0)), 0);
      const price = `${base} + (${of} - ${from}) * ${rate}`;
      return rest === "" ? price : when(`${of} <= ${bounds[tier]}`, price, rest);
    }, "");
  };
  const classes = [[1, 0.2, 0.016, 0.032], [2, 0.4, 0.032, 0.065], [4, 0.4, 0.065, 0.129], [8, 0.6, 0.129, 0.258], [8, 2, 0.168, 0.337], [16, 2, 0.239, 0.478], [32, 4, 0.478, 0.956], [64, 8, 0.956, 1.913], [128, 16, 1.913, 3.825]] as const;
  const instance = classes.reduceRight((rest, [gib, vcpu, single, multi]) => when(both(`memory <= ${gib}`, `vcpu <= ${vcpu}`), when("mau >= 10000", `${multi}`, `${single}`), rest), never);

  return [
    ["signIns", "mau * signInsPerMau"],
    ["refreshes", "mau * tokenRefreshesPerMau"],
    ["elsewhere", "federatedShare + socialShare"],
    ["passwordSignIns", `signIns * ${max("0", "1 - elsewhere")}`],
    ["hashes", `(signIns + signUpsPerMonth) * ${max("0", "1 - elsewhere")} + mau * passwordResetsPerMau`],
    ["direct", max("0", "mau - mau * federatedShare")],
    ["billedDirect", above("direct", 10_000)],
    ["litePlan", tiers("billedDirect", [90_000, 990_000, 9_990_000], [0.0055, 0.0046, 0.00325, 0.0025])],
    ["carried", `120 + 40 * ${ceil(`${above("mau", 1_000_000)} / 1000000`)}`],
    ["rpsPasswords", ceil(max("0", `${peak("passwordSignIns")} - carried`))],
    ["rpsSignUps", ceil(max("0", `${peak("signUpsPerMonth")} - 50`))],
    ["rpsElsewhere", ceil(max("0", `${peak("signIns * elsewhere")} - 25`))],
    ["rpsRefreshes", ceil(max("0", `${peak("refreshes")} - carried`))],
    ["machineTokens", tiers("m2mTokenRequests", [250_000, 5_000_000], [0.00225, 0.0015, 0.001125])],
    ["cognitoCommon", when(`${peak("m2mTokenRequests")} > 150`, never, `${above("mau * federatedShare", 50)} * 0.015 + machineTokens + (rpsPasswords + rpsSignUps + rpsElsewhere + rpsRefreshes) * 20`)],
    ["emails", "signUpsPerMonth + mau * (passwordResetsPerMau + emailsPerMau)"],
    ["messages", `${tiers("emails", [10_000_000, 100_000_000], [0.00016, 0.00014, 0.00011])} + mau * smsPerMau * 0.01002`],
    ["essentials", "billedDirect * 0.015 + cognitoCommon + messages"],
    ["lite", "litePlan + cognitoCommon + messages"],
    ["auth", "mau * (signInsPerMau + tokenRefreshesPerMau + passwordResetsPerMau) + signUpsPerMonth + m2mTokenRequests"],
    ["logged", `auth * 1000 / ${GB}`],
    ["billedTraffic", above(`auth * 3000 / ${GB}`, 100)],
    ["egress", tiers("billedTraffic", [10_240, 51_200, 153_600], [0.09, 0.085, 0.07, 0.05])],
    ["operations", `0.8 + 0.0073 + ${above("logged", 5)} * 0.5 + logged * 0.03 + egress`],
    ["gateway", tiers("auth", [300_000_000], [0.000001, 0.0000009])],
    ["cache", when(`${peak("(signIns + refreshes)")} > 500`, "37.376", "0")],
    ["encryption", `1 + ${above("signIns", 20_000)} * 0.000003`],
    ["profileWrites", "signIns * profileWritesPerSignIn"],
    ["profileReads", "signIns * profileReadsPerSignIn"],
    ["resets", "mau * passwordResetsPerMau"],
    ["itemBytes", "profileBytes + 250"],
    ["itemWrites", ceil("itemBytes / 1024")],
    ["itemReads", ceil("itemBytes / 4096")],
    ["writes", "profileWrites * itemWrites + signIns + refreshes + 2 * signUpsPerMonth * (itemWrites + 1) + resets * itemWrites"],
    ["reads", "profileReads * itemReads + refreshes + resets * itemReads"],
    ["stored", `(registeredUsers * (itemBytes + 350) + mau * 400) / ${GB}`],
    ["gbSeconds", "(hashes * 25 + auth * 20) / 1000 * 1769 / 1024"],
    ["billedGbSeconds", above("gbSeconds", 400_000)],
    ["runTime", tiers("billedGbSeconds", [6e9, 15e9], [0.0000166667, 0.000015, 0.0000133334])],
    ["dynamodb", when(either(`${peak("writes")} > 40000`, `${peak("reads")} > 40000`), never, [
      "writes * 0.000000625 + reads * 0.000000125", `${above("stored", 25)} * 0.25 + stored * 0.2`, `gateway + ${above("auth", 1_000_000)} * 0.0000002 + runTime`, "cache + encryption + operations + messages + 525",
    ].join(" + "))],
    ["requests", peak("(signIns + refreshes + profileWrites)")],
    ["memory", `(0.5 + mau * 4096 / ${GB}) / 0.75`],
    ["vcpu", `${peak("((signIns + refreshes) * 0.48 + profileReads * 0.051 + profileWrites * 0.43)")} / 1000 / 0.5`],
    ["instance", instance],
    ["data", `(registeredUsers * (profileBytes + 593) + mau * 413) * 2 / ${GB}`],
    ["provisioned", max(max(ceil("data"), "20"), when("2 * requests > 3000", "400", "0"))],
    ["volume", `provisioned * ${when("mau >= 10000", "0.23", "0.115")} + ${max("0", "data * 1.5 - provisioned")} * 0.095`],
    ["taskHours", max(ceil("(hashes * 25 + auth * 5) / 1000 / 3600 / 0.6 / 0.5"), when("mau >= 10000", "1460", "730"))],
    ["entry", when("mau >= 10000", `23.725 + ${max("auth / 90000", `auth * 5000 / ${GB}`)} * 0.008`, "gateway")],
    ["postgresql", when(either("2 * requests > 12000", "requests * 0.02 > 5000"), never, [
      "730 * instance + volume", "taskHours * 0.02024 + taskHours * 0.004445 + taskHours * 0.005 + entry", "cache + encryption + operations + messages + 525",
    ].join(" + "))],
    ["changes", "profileWrites + signUpsPerMonth"],
    ["copyWrites", "changes * itemWrites"],
    ["copyReads", "profileReads * itemReads"],
    ["copyStored", `registeredUsers * (itemBytes + 100) / ${GB}`],
    ["copyGbSeconds", above("changes * 50 / 1000 * 256 / 1024", 400_000)],
    ["copyRunTime", tiers("copyGbSeconds", [6e9, 15e9], [0.0000166667, 0.000015, 0.0000133334])],
    ["hybrid", when(either(`${peak("copyWrites")} > 40000`, `${peak("copyReads")} > 40000`), never, [
      "litePlan + cognitoCommon", `${above("changes", 1_000_000)} * 0.0000002 + copyRunTime`, "copyWrites * 0.000000625 + copyReads * 0.000000125", `${above("copyStored", 25)} * 0.25 + copyStored * 0.2`, "encryption + messages + 150",
    ].join(" + "))],
  ];
}
