/**
 * The five alternatives of the bench scenario as one would write them by hand: numbers, ifs and Math.max, the prices in the code.
 * Each function gives a month's dollars, Infinity where the alternative cannot carry the load.
 */
export type Workload = {
  mau: number;
  registeredUsers: number;
  federatedShare: number;
  socialShare: number;
  signUpsPerMonth: number;
  signInsPerMau: number;
  tokenRefreshesPerMau: number;
  profileReadsPerSignIn: number;
  profileWritesPerSignIn: number;
  profileBytes: number;
  passwordResetsPerMau: number;
  emailsPerMau: number;
  smsPerMau: number;
  m2mTokenRequests: number;
  peakToAverage: number;
};

const HOURS = 730;
const SECONDS = 2_628_000;
const GB = 2 ** 30;
const UPKEEP = 525;
const COPY_UPKEEP = 150;

const above = (quantity: number, free: number): number => Math.max(0, quantity - free);
const peak = (requests: number, w: Workload): number => (requests * w.peakToAverage) / SECONDS;
const passwordShare = (w: Workload): number => Math.max(0, 1 - (w.federatedShare + w.socialShare));
/** Password sign-ins check a hash, sign-ups with a password and resets set one. */
const passwordHashes = (w: Workload): number => (w.mau * w.signInsPerMau + w.signUpsPerMonth) * passwordShare(w) + w.mau * w.passwordResetsPerMau;
const authRequests = (w: Workload): number => w.mau * (w.signInsPerMau + w.tokenRefreshesPerMau + w.passwordResetsPerMau) + w.signUpsPerMonth + w.m2mTokenRequests;

export function cognitoEssentials(w: Workload): number {
  return above(directUsers(w), 10_000) * 0.015 + cognitoCommon(w) + messages(w);
}

export function cognitoLite(w: Workload): number {
  return litePlan(w) + cognitoCommon(w) + messages(w);
}

function directUsers(w: Workload): number {
  return Math.max(0, w.mau - w.mau * w.federatedShare);
}

function litePlan(w: Workload): number {
  const users = above(directUsers(w), 10_000);
  if (users <= 90_000) return users * 0.0055;
  if (users <= 990_000) return 495 + (users - 90_000) * 0.0046;
  if (users <= 9_990_000) return 4_635 + (users - 990_000) * 0.00325;
  return 33_885 + (users - 9_990_000) * 0.0025;
}

function cognitoCommon(w: Workload): number {
  if (peak(w.m2mTokenRequests, w) > 150) return Number.POSITIVE_INFINITY;
  const signIns = w.mau * w.signInsPerMau;
  const elsewhere = w.federatedShare + w.socialShare;
  const carried = 120 + 40 * Math.ceil(above(w.mau, 1_000_000) / 1_000_000);
  const bought =
    Math.ceil(above(peak(signIns * Math.max(0, 1 - elsewhere), w), carried)) +
    Math.ceil(above(peak(w.signUpsPerMonth, w), 50)) +
    Math.ceil(above(peak(signIns * elsewhere, w), 25)) +
    Math.ceil(above(peak(w.mau * w.tokenRefreshesPerMau, w), carried));
  return above(w.mau * w.federatedShare, 50) * 0.015 + machineTokens(w.m2mTokenRequests) + bought * 20;
}

function machineTokens(tokens: number): number {
  if (tokens <= 250_000) return tokens * 0.00225;
  if (tokens <= 5_000_000) return 562.5 + (tokens - 250_000) * 0.0015;
  return 7_687.5 + (tokens - 5_000_000) * 0.001125;
}

function messages(w: Workload): number {
  const emails = w.signUpsPerMonth + w.mau * (w.passwordResetsPerMau + w.emailsPerMau);
  const texts = w.mau * w.smsPerMau;
  return emailPrice(emails) + texts * (0.007 + 0.00302);
}

function emailPrice(emails: number): number {
  if (emails <= 10_000_000) return emails * 0.00016;
  if (emails <= 100_000_000) return 1_600 + (emails - 10_000_000) * 0.00014;
  return 14_200 + (emails - 100_000_000) * 0.00011;
}

export function ownDynamodb(w: Workload): number {
  const signIns = w.mau * w.signInsPerMau;
  const refreshes = w.mau * w.tokenRefreshesPerMau;
  const resets = w.mau * w.passwordResetsPerMau;
  const itemBytes = w.profileBytes + 250;
  const itemWrites = Math.ceil(itemBytes / 1024);
  const itemReads = Math.ceil(itemBytes / 4096);
  const writes = signIns * w.profileWritesPerSignIn * itemWrites + signIns + refreshes + 2 * w.signUpsPerMonth * (itemWrites + 1) + resets * itemWrites;
  const reads = signIns * w.profileReadsPerSignIn * itemReads + refreshes + resets * itemReads;
  if (peak(writes, w) > 40_000 || peak(reads, w) > 40_000) return Number.POSITIVE_INFINITY;
  const stored = (w.registeredUsers * (itemBytes + 350) + w.mau * 400) / GB;
  const auth = authRequests(w);
  const seconds = (passwordHashes(w) * 25 + auth * 20) / 1000;
  return writes * 0.000000625 + reads * 0.000000125 + above(stored, 25) * 0.25 + stored * 0.2 +
    gatewayRequests(auth) + above(auth, 1_000_000) * 0.0000002 + lambdaRunTime((seconds * 1769) / 1024) +
    cache(signIns + refreshes, w) + encryption(signIns) + operations(auth) + messages(w) + UPKEEP;
}

function gatewayRequests(requests: number): number {
  return requests <= 300_000_000 ? requests * 0.000001 : 300 + (requests - 300_000_000) * 0.0000009;
}

function lambdaRunTime(gbSeconds: number): number {
  const billed = above(gbSeconds, 400_000);
  if (billed <= 6e9) return billed * 0.0000166667;
  if (billed <= 15e9) return 100_000.2 + (billed - 6e9) * 0.000015;
  return 235_000.2 + (billed - 15e9) * 0.0000133334;
}

function cache(requests: number, w: Workload): number {
  return peak(requests, w) > 500 ? HOURS * 2 * 0.0256 : 0;
}

function encryption(signIns: number): number {
  return 1 + above(signIns, 20_000) * 0.000003;
}

function operations(auth: number): number {
  const logged = (auth * 1000) / GB;
  return 2 * 0.4 + 2 * HOURS * 0.000005 + above(logged, 5) * 0.5 + logged * 0.03 + egress((auth * 3000) / GB);
}

function egress(sent: number): number {
  const billed = above(sent, 100);
  if (billed <= 10_240) return billed * 0.09;
  if (billed <= 51_200) return 921.6 + (billed - 10_240) * 0.085;
  if (billed <= 153_600) return 4_403.2 + (billed - 51_200) * 0.07;
  return 11_571.2 + (billed - 153_600) * 0.05;
}

/** Memory in GiB, vCPUs that are sustained, dollars an hour in one zone and in two. */
const CLASSES = [
  { gib: 1, vcpu: 0.2, single: 0.016, multi: 0.032 },
  { gib: 2, vcpu: 0.4, single: 0.032, multi: 0.065 },
  { gib: 4, vcpu: 0.4, single: 0.065, multi: 0.129 },
  { gib: 8, vcpu: 0.6, single: 0.129, multi: 0.258 },
  { gib: 8, vcpu: 2, single: 0.168, multi: 0.337 },
  { gib: 16, vcpu: 2, single: 0.239, multi: 0.478 },
  { gib: 32, vcpu: 4, single: 0.478, multi: 0.956 },
  { gib: 64, vcpu: 8, single: 0.956, multi: 1.913 },
  { gib: 128, vcpu: 16, single: 1.913, multi: 3.825 },
] as const;

export function ownPostgresql(w: Workload): number {
  const signIns = w.mau * w.signInsPerMau;
  const refreshes = w.mau * w.tokenRefreshesPerMau;
  const twoZones = w.mau >= 10_000;
  const writes = signIns * w.profileWritesPerSignIn;
  const requests = peak(signIns + refreshes + writes, w);
  const iops = 2 * requests;
  if (iops > 12_000 || requests * 0.02 > 5_000) return Number.POSITIVE_INFINITY;
  const memory = (0.5 + (w.mau * 4096) / GB) / 0.75;
  const busy = (signIns + refreshes) * 0.48 + signIns * w.profileReadsPerSignIn * 0.051 + writes * 0.43;
  const vcpu = peak(busy, w) / 1000 / 0.5;
  const chosen = CLASSES.find((one) => one.gib >= memory && one.vcpu >= vcpu);
  if (chosen === undefined) return Number.POSITIVE_INFINITY;
  const data = ((w.registeredUsers * (w.profileBytes + 593) + w.mau * 413) * 2) / GB;
  const provisioned = Math.max(Math.ceil(data), 20, iops > 3_000 ? 400 : 0);
  const auth = authRequests(w);
  return HOURS * (twoZones ? chosen.multi : chosen.single) + provisioned * (twoZones ? 0.23 : 0.115) + above(data * 1.5, provisioned) * 0.095 +
    fargate(passwordHashes(w), auth, twoZones) + cache(signIns + refreshes, w) + encryption(signIns) + operations(auth) + messages(w) + UPKEEP;
}

function fargate(hashes: number, auth: number, twoZones: boolean): number {
  const cpuHours = (hashes * 25 + auth * 5) / 1000 / 3600;
  const taskHours = Math.max(Math.ceil(cpuHours / 0.6 / 0.5), HOURS * (twoZones ? 2 : 1));
  const entry = twoZones ? HOURS * 0.0225 + Math.max(auth / 90_000, (auth * 5_000) / GB) * 0.008 + HOURS * 2 * 0.005 : gatewayRequests(auth);
  return taskHours * 0.5 * 0.04048 + taskHours * 0.5 * 2 * 0.004445 + taskHours * 0.005 + entry;
}

export function hybrid(w: Workload): number {
  const signIns = w.mau * w.signInsPerMau;
  const changes = signIns * w.profileWritesPerSignIn + w.signUpsPerMonth;
  const itemBytes = w.profileBytes + 250;
  const writes = changes * Math.ceil(itemBytes / 1024);
  const reads = signIns * w.profileReadsPerSignIn * Math.ceil(itemBytes / 4096);
  if (peak(writes, w) > 40_000 || peak(reads, w) > 40_000) return Number.POSITIVE_INFINITY;
  const stored = (w.registeredUsers * (itemBytes + 100)) / GB;
  const gbSeconds = ((changes * 50) / 1000 * 256) / 1024;
  return litePlan(w) + cognitoCommon(w) + above(changes, 1_000_000) * 0.0000002 + lambdaRunTime(gbSeconds) +
    writes * 0.000000625 + reads * 0.000000125 + above(stored, 25) * 0.25 + stored * 0.2 + encryption(signIns) + messages(w) + COPY_UPKEEP;
}
