import { Decimal } from "decimal.js";
import type { Workload } from "./hand-written.js";
import { DRIVERS, type Pricer } from "./pricer.js";

/** The five alternatives by hand with decimal.js: the same lines as `hand-written.ts`, exact. */
const Exact = Decimal.clone({ precision: 50 });
type ExactWorkload = { readonly [Driver in keyof Workload]: Decimal };

const d = (value: number | string): Decimal => new Exact(value);
const ZERO = d(0);
const ONE = d(1);
const HOURS = d(730);
const SECONDS = d(2_628_000);
const GB = d(2 ** 30);
const NEVER = d(Number.POSITIVE_INFINITY);

const above = (quantity: Decimal, free: number): Decimal => Exact.max(ZERO, quantity.minus(free));
const peak = (requests: Decimal, w: ExactWorkload): Decimal => requests.times(w.peakToAverage).div(SECONDS);
const passwordShare = (w: ExactWorkload): Decimal => Exact.max(ZERO, ONE.minus(w.federatedShare.plus(w.socialShare)));
const passwordHashes = (w: ExactWorkload): Decimal => w.mau.times(w.signInsPerMau).plus(w.signUpsPerMonth).times(passwordShare(w)).plus(w.mau.times(w.passwordResetsPerMau));
const authRequests = (w: ExactWorkload): Decimal => w.mau.times(w.signInsPerMau.plus(w.tokenRefreshesPerMau).plus(w.passwordResetsPerMau)).plus(w.signUpsPerMonth).plus(w.m2mTokenRequests);

type Tier = { readonly upTo: Decimal | undefined; readonly rate: Decimal };
const tier = (upTo: number | undefined, rate: string): Tier => ({ upTo: upTo === undefined ? undefined : d(upTo), rate: d(rate) });
const LITE = [tier(90_000, "0.0055"), tier(990_000, "0.0046"), tier(9_990_000, "0.00325"), tier(undefined, "0.0025")];
const TOKENS = [tier(250_000, "0.00225"), tier(5_000_000, "0.0015"), tier(undefined, "0.001125")];
const EMAILS = [tier(10_000_000, "0.00016"), tier(100_000_000, "0.00014"), tier(undefined, "0.00011")];
const EGRESS = [tier(10_240, "0.09"), tier(51_200, "0.085"), tier(153_600, "0.07"), tier(undefined, "0.05")];
const GATEWAY = [tier(300_000_000, "0.000001"), tier(undefined, "0.0000009")];
const RUN_TIME = [tier(6e9, "0.0000166667"), tier(15e9, "0.000015"), tier(undefined, "0.0000133334")];

function tiered(quantity: Decimal, tiers: readonly Tier[]): Decimal {
  let total = ZERO;
  let from = ZERO;
  for (const { upTo, rate } of tiers) {
    if (upTo === undefined || quantity.lte(upTo)) return total.plus(quantity.minus(from).times(rate));
    total = total.plus(upTo.minus(from).times(rate));
    from = upTo;
  }
  return total;
}

const directUsers = (w: ExactWorkload): Decimal => Exact.max(ZERO, w.mau.minus(w.mau.times(w.federatedShare)));
const litePlan = (w: ExactWorkload): Decimal => tiered(above(directUsers(w), 10_000), LITE);

function cognitoCommon(w: ExactWorkload): Decimal {
  if (peak(w.m2mTokenRequests, w).gt(150)) return NEVER;
  const signIns = w.mau.times(w.signInsPerMau);
  const elsewhere = w.federatedShare.plus(w.socialShare);
  const carried = d(120).plus(above(w.mau, 1_000_000).div(1_000_000).ceil().times(40));
  const bought = Exact.max(ZERO, peak(signIns.times(passwordShare(w)), w).minus(carried)).ceil()
    .plus(above(peak(w.signUpsPerMonth, w), 50).ceil())
    .plus(above(peak(signIns.times(elsewhere), w), 25).ceil())
    .plus(Exact.max(ZERO, peak(w.mau.times(w.tokenRefreshesPerMau), w).minus(carried)).ceil());
  return above(w.mau.times(w.federatedShare), 50).times("0.015").plus(tiered(w.m2mTokenRequests, TOKENS)).plus(bought.times(20));
}

function messages(w: ExactWorkload): Decimal {
  const emails = w.signUpsPerMonth.plus(w.mau.times(w.passwordResetsPerMau.plus(w.emailsPerMau)));
  return tiered(emails, EMAILS).plus(w.mau.times(w.smsPerMau).times("0.01002"));
}

const essentials = (w: ExactWorkload): Decimal => above(directUsers(w), 10_000).times("0.015").plus(cognitoCommon(w)).plus(messages(w));
const lite = (w: ExactWorkload): Decimal => litePlan(w).plus(cognitoCommon(w)).plus(messages(w));

const cache = (requests: Decimal, w: ExactWorkload): Decimal => (peak(requests, w).gt(500) ? HOURS.times(2).times("0.0256") : ZERO);
const encryption = (signIns: Decimal): Decimal => above(signIns, 20_000).times("0.000003").plus(1);

function operations(auth: Decimal): Decimal {
  const logged = auth.times(1000).div(GB);
  return d("0.8073").plus(above(logged, 5).times("0.5")).plus(logged.times("0.03")).plus(tiered(above(auth.times(3000).div(GB), 100), EGRESS));
}

function dynamodb(w: ExactWorkload): Decimal {
  const signIns = w.mau.times(w.signInsPerMau);
  const refreshes = w.mau.times(w.tokenRefreshesPerMau);
  const resets = w.mau.times(w.passwordResetsPerMau);
  const itemBytes = w.profileBytes.plus(250);
  const itemWrites = itemBytes.div(1024).ceil();
  const itemReads = itemBytes.div(4096).ceil();
  const writes = signIns.times(w.profileWritesPerSignIn).times(itemWrites).plus(signIns).plus(refreshes).plus(w.signUpsPerMonth.times(2).times(itemWrites.plus(1))).plus(resets.times(itemWrites));
  const reads = signIns.times(w.profileReadsPerSignIn).times(itemReads).plus(refreshes).plus(resets.times(itemReads));
  if (peak(writes, w).gt(40_000) || peak(reads, w).gt(40_000)) return NEVER;
  const stored = w.registeredUsers.times(itemBytes.plus(350)).plus(w.mau.times(400)).div(GB);
  const auth = authRequests(w);
  const seconds = passwordHashes(w).times(25).plus(auth.times(20)).div(1000);
  return writes.times("0.000000625").plus(reads.times("0.000000125")).plus(above(stored, 25).times("0.25")).plus(stored.times("0.2"))
    .plus(tiered(auth, GATEWAY)).plus(above(auth, 1_000_000).times("0.0000002")).plus(tiered(above(seconds.times(1769).div(1024), 400_000), RUN_TIME))
    .plus(cache(signIns.plus(refreshes), w)).plus(encryption(signIns)).plus(operations(auth)).plus(messages(w)).plus(525);
}

const CLASSES = ([["1", "0.2", "0.016", "0.032"], ["2", "0.4", "0.032", "0.065"], ["4", "0.4", "0.065", "0.129"], ["8", "0.6", "0.129", "0.258"], ["8", "2", "0.168", "0.337"], ["16", "2", "0.239", "0.478"], ["32", "4", "0.478", "0.956"], ["64", "8", "0.956", "1.913"], ["128", "16", "1.913", "3.825"]] as const)
  .map(([gib, vcpu, single, multi]) => ({ gib: d(gib), vcpu: d(vcpu), single: d(single), multi: d(multi) }));

function postgresql(w: ExactWorkload): Decimal {
  const signIns = w.mau.times(w.signInsPerMau);
  const refreshes = w.mau.times(w.tokenRefreshesPerMau);
  const twoZones = w.mau.gte(10_000);
  const writes = signIns.times(w.profileWritesPerSignIn);
  const requests = peak(signIns.plus(refreshes).plus(writes), w);
  const iops = requests.times(2);
  if (iops.gt(12_000) || requests.times("0.02").gt(5_000)) return NEVER;
  const memory = w.mau.times(4096).div(GB).plus("0.5").div("0.75");
  const busy = signIns.plus(refreshes).times("0.48").plus(signIns.times(w.profileReadsPerSignIn).times("0.051")).plus(writes.times("0.43"));
  const vcpu = peak(busy, w).div(1000).div("0.5");
  const chosen = CLASSES.find((one) => one.gib.gte(memory) && one.vcpu.gte(vcpu));
  if (chosen === undefined) return NEVER;
  const data = w.registeredUsers.times(w.profileBytes.plus(593)).plus(w.mau.times(413)).times(2).div(GB);
  const provisioned = Exact.max(data.ceil(), 20, iops.gt(3_000) ? 400 : 0);
  const auth = authRequests(w);
  return HOURS.times(twoZones ? chosen.multi : chosen.single).plus(provisioned.times(twoZones ? "0.23" : "0.115")).plus(Exact.max(ZERO, data.times("1.5").minus(provisioned)).times("0.095"))
    .plus(fargate(passwordHashes(w), auth, twoZones)).plus(cache(signIns.plus(refreshes), w)).plus(encryption(signIns)).plus(operations(auth)).plus(messages(w)).plus(525);
}

function fargate(hashes: Decimal, auth: Decimal, twoZones: boolean): Decimal {
  const cpuHours = hashes.times(25).plus(auth.times(5)).div(3_600_000);
  const taskHours = Exact.max(cpuHours.div("0.3").ceil(), HOURS.times(twoZones ? 2 : 1));
  const entry = twoZones ? Exact.max(auth.div(90_000), auth.times(5_000).div(GB)).times("0.008").plus("23.725") : tiered(auth, GATEWAY);
  return taskHours.times("0.02024").plus(taskHours.times("0.004445")).plus(taskHours.times("0.005")).plus(entry);
}

function hybrid(w: ExactWorkload): Decimal {
  const signIns = w.mau.times(w.signInsPerMau);
  const changes = signIns.times(w.profileWritesPerSignIn).plus(w.signUpsPerMonth);
  const itemBytes = w.profileBytes.plus(250);
  const writes = changes.times(itemBytes.div(1024).ceil());
  const reads = signIns.times(w.profileReadsPerSignIn).times(itemBytes.div(4096).ceil());
  if (peak(writes, w).gt(40_000) || peak(reads, w).gt(40_000)) return NEVER;
  const stored = w.registeredUsers.times(itemBytes.plus(100)).div(GB);
  const gbSeconds = changes.times(50).div(1000).times(256).div(1024);
  return litePlan(w).plus(cognitoCommon(w)).plus(above(changes, 1_000_000).times("0.0000002")).plus(tiered(above(gbSeconds, 400_000), RUN_TIME))
    .plus(writes.times("0.000000625")).plus(reads.times("0.000000125")).plus(above(stored, 25).times("0.25")).plus(stored.times("0.2")).plus(encryption(signIns)).plus(messages(w)).plus(150);
}

const ALL = [essentials, lite, postgresql, dynamodb, hybrid];

export function decimalPricer(): Pricer {
  return (workloads, costs) => {
    workloads.forEach((workload, row) => {
      const exact = Object.fromEntries(DRIVERS.map((driver) => [driver, d(workload[driver])])) as ExactWorkload;
      ALL.forEach((price, index) => { (costs[index] as Float64Array)[row] = price(exact).toNumber(); });
    });
  };
}
