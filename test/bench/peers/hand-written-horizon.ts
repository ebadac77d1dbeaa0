import { cognitoEssentials, cognitoLite, hybrid, ownDynamodb, ownPostgresql, type Workload } from "./hand-written.js";

/** What the bench scenario states and does not draw. */
const STATED = { registeredUsers: 200_000, socialShare: 0.5, signUpsPerMonth: 5000, profileWritesPerSignIn: 1, passwordResetsPerMau: 0.02, emailsPerMau: 0.5, m2mTokenRequests: 100_000 } as const;
const MONTHS = 36;
const YEARLY_DISCOUNT = 1.08;
const BUILD = 18_000;

/** The present value of each alternative for each draw: users grow month by month, sign-ups and accounts with them. */
export function simulateByHand(draws: ReadonlyMap<string, Float64Array>, count: number): readonly Float64Array[] {
  const column = (name: string): Float64Array => draws.get(name) ?? new Float64Array(count);
  const [users, growth, federatedShare, signIns, refreshes, reads, bytes, texts, peak] = ["mau", "growth", "federatedShare", "signInsPerMau", "tokenRefreshesPerMau", "profileReadsPerSignIn", "profileBytes", "smsPerMau", "peakToAverage"].map(column) as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const costs = [0, 0, BUILD, BUILD, 0].map((once) => new Float64Array(count).fill(once));
  const [essentials, lite, postgresql, dynamodb, mixed] = costs as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const factors = Array.from({ length: MONTHS + 1 }, (_, month) => YEARLY_DISCOUNT ** (-month / 12));
  const workload: Workload = { mau: 0, federatedShare: 0, signInsPerMau: 0, tokenRefreshesPerMau: 0, profileReadsPerSignIn: 0, profileBytes: 0, smsPerMau: 0, peakToAverage: 0, ...STATED };
  for (let draw = 0; draw < count; draw++) {
    const first = users[draw] as number;
    workload.federatedShare = federatedShare[draw] as number;
    workload.signInsPerMau = signIns[draw] as number;
    workload.tokenRefreshesPerMau = refreshes[draw] as number;
    workload.profileReadsPerSignIn = reads[draw] as number;
    workload.profileBytes = bytes[draw] as number;
    workload.smsPerMau = texts[draw] as number;
    workload.peakToAverage = peak[draw] as number;
    let trend = first;
    let accounts: number = STATED.registeredUsers;
    for (let month = 1; month <= MONTHS; month++) {
      if (month > 1) trend *= 1 + (growth[draw] as number);
      const signUps = (STATED.signUpsPerMonth * trend) / first;
      workload.mau = Math.round(trend);
      workload.signUpsPerMonth = signUps;
      accounts = Math.max(month > 1 ? accounts + signUps : accounts, workload.mau);
      workload.registeredUsers = accounts;
      const factor = factors[month] as number;
      essentials[draw] = (essentials[draw] as number) + factor * cognitoEssentials(workload);
      lite[draw] = (lite[draw] as number) + factor * cognitoLite(workload);
      postgresql[draw] = (postgresql[draw] as number) + factor * ownPostgresql(workload);
      dynamodb[draw] = (dynamodb[draw] as number) + factor * ownDynamodb(workload);
      mixed[draw] = (mixed[draw] as number) + factor * hybrid(workload);
    }
  }
  return costs;
}
