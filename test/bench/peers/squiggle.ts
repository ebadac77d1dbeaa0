import { run } from "@quri/squiggle-lang";

/** What a driver is in a Squiggle program: a number, or an expression that gives a distribution. */
export type Given = Readonly<Record<string, string>>;

const GB = 2 ** 30;

/** A graduated price as a sum: each tier changes the rate of what lies above its start. */
const tiers = (of: string, starts: readonly number[], rates: readonly number[]): string =>
  rates.map((rate, index) => (index === 0 ? `${rate} * ${of}` : `${rate - (rates[index - 1] ?? 0)} * max(0, ${of} - ${starts[index - 1]})`)).join(" + ");

const CLASSES = [[1, 0.2, 0.016, 0.032], [2, 0.4, 0.032, 0.065], [4, 0.4, 0.065, 0.129], [8, 0.6, 0.129, 0.258], [8, 2, 0.168, 0.337], [16, 2, 0.239, 0.478], [32, 4, 0.478, 0.956], [64, 8, 0.956, 1.913], [128, 16, 1.913, 3.825]] as const;
const INSTANCE = CLASSES.map(([gib, vcpu, single, multi]) => `if memory <= ${gib} && vcpu <= ${vcpu} then (if two > 0 then ${multi} else ${single}) else `).join("");

/** Stands for what cannot be: a sample set holds no infinite sample. */
export const NEVER = 1e300;

/** The five alternatives over sample sets: arithmetic on whole sets, a function for each sample where a value is rounded up or chosen. */
const MODEL = `
ceilOf(x) = SampleSet.map(x, {|one| ceil(one)})
peak(x) = x * peakToAverage / 2628000
signIns = mau * signInsPerMau
refreshes = mau * tokenRefreshesPerMau
elsewhere = federatedShare + socialShare
passwordSignIns = signIns * max(0, 1 - elsewhere)
hashes = (signIns + signUpsPerMonth) * max(0, 1 - elsewhere) + mau * passwordResetsPerMau
billedDirect = max(0, max(0, mau - mau * federatedShare) - 10000)
litePlan = ${tiers("billedDirect", [90_000, 990_000, 9_990_000], [0.0055, 0.0046, 0.00325, 0.0025])}
carried = 120 + 40 * ceilOf(max(0, mau - 1000000) / 1000000)
bought = ceilOf(max(0, peak(passwordSignIns) - carried)) + ceilOf(max(0, peak(signUpsPerMonth) - 50)) + ceilOf(max(0, peak(signIns * elsewhere) - 25)) + ceilOf(max(0, peak(refreshes) - carried))
machineTokens = ${tiers("m2mTokenRequests", [250_000, 5_000_000], [0.00225, 0.0015, 0.001125])}
tokensBeyond = SampleSet.map(peak(m2mTokenRequests), {|x| if x > 150 then ${NEVER} else 0})
cognitoCommon = tokensBeyond + max(0, mau * federatedShare - 50) * 0.015 + machineTokens + bought * 20
emails = signUpsPerMonth + mau * (passwordResetsPerMau + emailsPerMau)
messages = ${tiers("emails", [10_000_000, 100_000_000], [0.00016, 0.00014, 0.00011])} + mau * smsPerMau * 0.01002
essentials = billedDirect * 0.015 + cognitoCommon + messages
lite = litePlan + cognitoCommon + messages
auth = mau * (signInsPerMau + tokenRefreshesPerMau + passwordResetsPerMau) + signUpsPerMonth + m2mTokenRequests
logged = auth * ${1000 / GB}
traffic = max(0, auth * ${3000 / GB} - 100)
egress = ${tiers("traffic", [10_240, 51_200, 153_600], [0.09, 0.085, 0.07, 0.05])}
operations = 0.8073 + max(0, logged - 5) * 0.5 + logged * 0.03 + egress
gateway = ${tiers("auth", [300_000_000], [0.000001, 0.0000009])}
cache = SampleSet.map(peak(signIns + refreshes), {|x| if x > 500 then 37.376 else 0})
encryption = 1 + max(0, signIns - 20000) * 0.000003
common = cache + encryption + operations + messages + 525
profileWrites = signIns * profileWritesPerSignIn
profileReads = signIns * profileReadsPerSignIn
resets = mau * passwordResetsPerMau
itemBytes = profileBytes + 250
itemWrites = ceilOf(itemBytes / 1024)
itemReads = ceilOf(itemBytes / 4096)
writes = profileWrites * itemWrites + signIns + refreshes + 2 * signUpsPerMonth * (itemWrites + 1) + resets * itemWrites
reads = profileReads * itemReads + refreshes + resets * itemReads
beyond(writes, reads) = SampleSet.map2(peak(writes), peak(reads), {|w, r| if w > 40000 || r > 40000 then ${NEVER} else 0})
stored = (registeredUsers * (itemBytes + 350) + mau * 400) * ${1 / GB}
runTime(x) = { y = max(0, x - 400000)
  ${tiers("y", [6e9, 15e9], [0.0000166667, 0.000015, 0.0000133334])} }
dynamodb = beyond(writes, reads) + writes * 0.000000625 + reads * 0.000000125 + max(0, stored - 25) * 0.25 + stored * 0.2 + gateway + max(0, auth - 1000000) * 0.0000002 + runTime((hashes * 25 + auth * 20) * ${1769 / 1024 / 1000}) + common
requests = peak(signIns + refreshes + profileWrites)
memory = (0.5 + mau * ${4096 / GB}) / 0.75
vcpu = peak((signIns + refreshes) * 0.48 + profileReads * 0.051 + profileWrites * 0.43) / 500
two = SampleSet.map(mau, {|x| if x >= 10000 then 1 else 0})
instance = SampleSet.map3(memory, vcpu, two, {|memory, vcpu, two| ${INSTANCE}${NEVER}})
data = (registeredUsers * (profileBytes + 593) + mau * 413) * ${2 / GB}
provisioned = max(max(ceilOf(data), 20), SampleSet.map(requests, {|x| if 2 * x > 3000 then 400 else 0}))
taskHours = max(ceilOf((hashes * 25 + auth * 5) / 1080000), 730 + 730 * two)
entry = two * (23.725 + max(auth / 90000, auth * ${5000 / GB}) * 0.008) + (1 - two) * gateway
overloaded = SampleSet.map(requests, {|x| if 2 * x > 12000 || x * 0.02 > 5000 then ${NEVER} else 0})
postgresql = overloaded + 730 * instance + provisioned * (0.115 + 0.115 * two) + max(0, data * 1.5 - provisioned) * 0.095 + taskHours * 0.029685 + entry + common
changes = profileWrites + signUpsPerMonth
copyWrites = changes * itemWrites
copyReads = profileReads * itemReads
copyStored = registeredUsers * (itemBytes + 100) * ${1 / GB}
hybrid = beyond(copyWrites, copyReads) + litePlan + cognitoCommon + max(0, changes - 1000000) * 0.0000002 + runTime(changes * 0.0125) + copyWrites * 0.000000625 + copyReads * 0.000000125 + max(0, copyStored - 25) * 0.25 + copyStored * 0.2 + encryption + messages + 150
all = [essentials, lite, postgresql, dynamodb, hybrid]
`;

/** Runs the model; `what` is the expression that is asked for, over \`all\`, the five sample sets. */
export async function squiggle(given: Given, sampleCount: number, what: string): Promise<readonly unknown[]> {
  const code = `${Object.entries(given).map(([name, value]) => `${name} = ${value}`).join("\n")}\n${MODEL}\n${what}`;
  const { result } = await run(code, { environment: { sampleCount, xyPointLength: 1000, seed: "bench" } });
  if (!result.ok) throw new Error(`Squiggle says: ${result.value.toString()}`);
  return result.value.result.asJS() as readonly unknown[];
}
