import { breakeven } from "../../../src/analysis/breakeven.js";
import { decimal, ONE, plain, whole } from "../../../src/units/decimal.js";
import { cognitoEssentials, cognitoLite, hybrid, ownDynamodb, ownPostgresql, type Workload } from "../peers/hand-written.js";
import { DRIVERS } from "../peers/pricer.js";
import { nanoseconds, print, time, times } from "./measure.js";
import { benchScenario, oneMonth } from "./model.js";

// Who is cheapest at every user count from 1 to 10,000,000: authcost's search against a loop over all of them.

const MOST = 10_000_000;
const { scenario, catalogue } = await benchScenario(oneMonth);
const ids = scenario.alternatives.map(({ id }) => id);

function byHand(): readonly string[] {
  const workload = Object.fromEntries(DRIVERS.map((name) => [name, (scenario.workload.get(name) ?? decimal("0")).toNumber()])) as Workload;
  const crossings: string[] = [];
  let before = -1;
  for (let mau = 1; mau <= MOST; mau++) {
    workload.mau = mau;
    let winner = 0;
    let least = cognitoEssentials(workload);
    const lite = cognitoLite(workload);
    if (lite < least) { least = lite; winner = 1; }
    const postgresql = ownPostgresql(workload);
    if (postgresql < least) { least = postgresql; winner = 2; }
    const dynamodb = ownDynamodb(workload);
    if (dynamodb < least) { least = dynamodb; winner = 3; }
    const mixed = hybrid(workload);
    if (mixed < least) { least = mixed; winner = 4; }
    if (winner !== before && before >= 0) crossings.push(`${mau} ${ids[winner]}`);
    before = winner;
  }
  return crossings;
}

const search = (): readonly string[] => breakeven(scenario, catalogue, { over: "mau", from: ONE, to: whole(MOST) }).crossings.map(({ at, to }) => `${plain(at)} ${to}`);
const [hand, own] = [byHand(), search()];
if (hand.join() !== own.join()) throw new Error(`break-even differs: ${own.join(", ")} instead of ${hand.join(", ")}`);

const spent = nanoseconds([{ name: "hand", units: 1, work: byHand }, { name: "own", units: 1, work: search }], 4);
const [slow, fast] = [spent.get("hand") ?? Number.NaN, spent.get("own") ?? Number.NaN];
print([{
  title: "Break-even: the cheapest of five alternatives at each of 10,000,000 user counts",
  head: ["", "time", "times the speed of the loop"],
  rows: [["hand-written loop over all user counts", time(slow), "1.0 ×"], ["authcost, exhaustive by bounds, crossings confirmed exactly", time(fast), times(slow, fast)]],
  note: `Both find the same ${hand.length} crossings. The aim is at most twice the time of the loop.`,
}]);
