import { expect, it } from "vitest";
import { plain } from "../../../src/units/decimal.js";
import { checkOne } from "./check.js";

const federated = { charges: [{ rate: "aws.cognito.federated.mau", each: "1" }] };
const fixed = (monthly: string): object => ({ costs: [{ name: "Keycloak", monthly }] });
const breakEven = (claim: object): object => ({ kind: "break-even", over: "users", from: "1", to: "10000000", below: federated, ...claim });

it("a break-even is the first count at which the other side costs less: (n - 50) x 0.015 > 2,620 from 174,717", () => {
  const one = checkOne(breakEven({ claimed: "174,717", above: fixed("2620") }));
  expect([one.verdict, one.computed && plain(one.computed)]).toEqual(["holds", "174717"]);
});

it("a tie is not cheaper: (n - 50) x 0.015 = 2,625 at 175,050, so the answer is one more", () => {
  expect(checkOne(breakEven({ claimed: "1", above: fixed("2625") })).computed?.toFixed()).toBe("175051");
});

it("a break-even that never comes has no figure and differs", () => {
  expect(checkOne(breakEven({ claimed: "175,000", above: fixed("9999999") }))).toMatchObject({ computed: undefined, difference: undefined, verdict: "differs", causes: [], certain: false });
});

it("a side that is cheaper at the start of the range already has no break-even in it", () => {
  expect(checkOne(breakEven({ claimed: "175,000", above: fixed("0") })).computed?.toFixed()).toBe("51");
  expect(checkOne(breakEven({ claimed: "175,000", from: "1000", above: fixed("1") })).computed).toBeUndefined();
});

it("a break-even over months counts what is paid once", () => {
  // 36 x 0.015 x (n - 50) + 5,000 > 36 x 2,620 + 30,000 from 221,013 on
  const one = checkOne(breakEven({ claimed: "221,013", months: "36", below: { ...federated, costs: [{ name: "Set-up", once: "5000" }] }, above: { costs: [{ name: "Keycloak", monthly: "2620" }, { name: "Set-up", once: "30000" }] } }));
  expect(one.verdict).toBe("holds");
});

it("a free part left out moves the break-even, and is found: 0.015 x n > 2,620 from 174,667", () => {
  expect(checkOne(breakEven({ claimed: "174,667", above: fixed("2620") }))).toMatchObject({ verdict: "differs", causes: [{ kind: "free-tier-left-out" }] });
});

it("of architectures with many parts only the likelier mistakes are combined, and that is said", () => {
  const point = (architecture: string): object => ({ point: { architecture, workload: {} } });
  const one = checkOne(breakEven({ claimed: "163,217", over: "mau", below: point("cognito"), above: { ...point("postgresql"), costs: [{ name: "x", monthly: "555" }] } }));
  expect([one.certain, one.causes.map((cause) => cause.kind)]).toEqual([false, ["unexplained"]]);
  expect(one.causes[0]?.explain).toContain("only the likelier combinations were tried");
});

it("the sides may be architectures over a driver", () => {
  // by the original document: one db.t3.medium at 65, one key at 1 and the requests against (mau - 50,000) x 0.0055
  const point = (architecture: string): object => ({ point: { architecture, workload: {} } });
  const one = checkOne({ kind: "break-even", claimed: "1", over: "mau", from: "50001", to: "1000000", below: point("cognito"), above: point("postgresql") }, { book: "seed", asOf: "2024-08-31", region: "global" });
  const at = one.computed?.toNumber() ?? 0;
  expect(at).toBeGreaterThan(50_001);
  // 2 mediums from 50,001 on: 130 + 1 + at x 8 x 3 / 1,000,000 against 0.0055 x (at - 50,000)
  const difference = (mau: number): number => 131 + (mau * 8 * 3) / 1_000_000 - (mau - 50_000) * 0.0055;
  expect([difference(at - 1) >= 0, difference(at) < 0]).toEqual([true, true]);
});
