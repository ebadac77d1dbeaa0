import { bill, type Point } from "../../../src/engine/bill.js";
import { closureLoops } from "../../../src/engine/closure-loops.js";
import { generatedLoop } from "../../../src/engine/generated-loop.js";
import { fromDouble } from "../../../src/units/decimal.js";
import { decimalPricer } from "../peers/decimal-by-hand.js";
import { cognitoEssentials, cognitoLite, hybrid, ownDynamodb, ownPostgresql, type Workload } from "../peers/hand-written.js";
import { hyperformulaPricer } from "../peers/hyperformula.js";
import { mathjsPricer } from "../peers/mathjs.js";
import { DRIVERS, type Pricer } from "../peers/pricer.js";
import { type Contestant, mustEqual, nanoseconds, print, time, times } from "./measure.js";
import { benchScenario, oneMonth, planOver, study, workloads } from "./model.js";

// One month of five alternatives for many workloads: the fast plan against the same model by hand, in spreadsheets and in decimals.

const ROWS = 1024;
const SLOW_ROWS = 128;
const { scenario, catalogue } = await benchScenario(oneMonth);
const one = study(scenario, catalogue);
const given = workloads(ROWS);
const few = given.slice(0, SLOW_ROWS);
const columns = (): readonly Float64Array[] => one.models.map(() => new Float64Array(ROWS));

const HAND = [cognitoEssentials, cognitoLite, ownPostgresql, ownDynamodb, hybrid] as const;
const [essentials, lite, postgresql, dynamodb, mixed] = HAND;
const byHand: Pricer = (all, [first, second, third, fourth, fifth]) => {
  if (!first || !second || !third || !fourth || !fifth) return;
  for (let row = 0; row < all.length; row++) {
    const workload = all[row] as Workload;
    first[row] = essentials(workload);
    second[row] = lite(workload);
    third[row] = postgresql(workload);
    fourth[row] = dynamodb(workload);
    fifth[row] = mixed(workload);
  }
};
const exactly: Pricer = (all, costs) => {
  all.forEach((workload, row) => {
    const point: Point = new Map(DRIVERS.map((name) => [name, fromDouble(workload[name])]));
    one.models.forEach((model, index) => {
      const made = bill(model, point, one.card);
      (costs[index] as Float64Array)[row] = made.obstacles.length > 0 ? Number.POSITIVE_INFINITY : made.monthly.toNumber();
    });
  });
};

// Every contestant must first give what the exact bills give.
const expected = columns();
exactly(few, expected);
const slow = [["decimal.js by hand", decimalPricer()], ["HyperFormula", hyperformulaPricer(SLOW_ROWS)], ["mathjs", mathjsPricer()], ["authcost, exact bills", exactly]] as const;
for (const [name, price] of [["hand-written", byHand], ...slow] as const) {
  const found = columns();
  price(few, found);
  mustEqual(name, expected, found, SLOW_ROWS);
}
const plans = [["authcost, generated code", generatedLoop], ["authcost, closures", closureLoops]] as const;
for (const [name, loops] of plans) {
  const plan = planOver(given, one, loops);
  plan.run(ROWS);
  mustEqual(name, expected, plan.costs, SLOW_ROWS);
}

const REPEAT = 60;
const often = (work: () => void) => (): void => { for (let turn = 0; turn < REPEAT; turn++) work(); };
const out = columns();
const handAlone = (price: (workload: Workload) => number, column: Float64Array) => (): void => { for (let row = 0; row < ROWS; row++) column[row] = price(given[row] as Workload); };

const fastOf = (alone: string, work: () => void): Contestant => ({ name: alone, units: ROWS * REPEAT, work: often(work) });
const single = one.models.map((model, index) => nanoseconds([
  fastOf("hand-written", handAlone(HAND[index] ?? essentials, out[index] as Float64Array)),
  ...plans.map(([name, loops]) => { const plan = planOver(given, one, loops, [model]); return fastOf(name, () => plan.run(ROWS)); }),
]));
const together = nanoseconds([fastOf("hand-written", () => byHand(given, out)), ...plans.map(([name, loops]) => { const plan = planOver(given, one, loops); return fastOf(name, () => plan.run(ROWS)); })]);
const others = nanoseconds(slow.map(([name, price]): Contestant => ({ name, units: SLOW_ROWS, work: () => price(few, out) })), 8);

const of = (all: ReadonlyMap<string, number>, name: string): number => all.get(name) ?? Number.NaN;
const fastNames = ["hand-written", ...plans.map(([name]) => name)];
const cell = (all: ReadonlyMap<string, number>, name: string): string => (name === "hand-written" ? time(of(all, name)) : `${time(of(all, name))} (${times(of(all, "hand-written"), of(all, name))})`);
print([
  {
    title: "One month for one workload, against the same model written by hand",
    head: ["", ...one.models.map((model) => model.title), "all five"],
    rows: fastNames.map((name) => [name, ...single.map((all) => cell(all, name)), cell(together, name)]),
    note: "In brackets: how many times the speed of the hand-written model. The aim is 0.5 ×.",
  },
  {
    title: "All five alternatives, against spreadsheets and decimals",
    head: ["", "time for one workload", "generated code is faster by", "closures are faster by"],
    rows: slow.map(([name]) => [name, time(of(others, name)), ...plans.map(([plan]) => times(of(others, name), of(together, plan)))]),
    note: "The aim is 100 × HyperFormula and mathjs.",
  },
]);
