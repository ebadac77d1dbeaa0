import { describe, expect, it } from "vitest";
import { decimal, plain } from "../../src/units/decimal.js";
import { evaluator } from "../../src/units/evaluate.js";
import { inputsOf, type Node, nodesOf } from "../../src/units/node.js";
import { constant, convert, excess, input, inputPer, isAbove, isIndex, ladder, least, most, named, plus, roundUpTo, scale, times } from "../../src/units/quantity.js";

const values: Readonly<Record<string, string>> = { mau: "100000", signIns: "8", share: "0.1" };
const inputs = (name: string) => {
  const text = values[name];
  if (text === undefined) throw new Error(`no value for ${name}`);
  return decimal(text);
};
const mau = input("mau", "MAU");
const users = (text: string) => constant(text, "MAU");
const rungs = [{ upTo: decimal("10"), value: decimal("1") }, { upTo: decimal("20"), value: decimal("2") }];
const onLadder = (text: string) => ladder(users(text), rungs, decimal("3"), "one");

describe("every kind of expression has its exact value", () => {
  const cases: readonly { name: string; of: { readonly node: Node }; value: string; because: string }[] = [
    { name: "a constant", of: users("0.0055"), value: "0.0055", because: "itself" },
    { name: "an input", of: mau, value: "100000", because: "what the workload says" },
    { name: "a sum", of: plus(mau, users("0.1"), users("0.2")), value: "100000.3", because: "exact, in the given order" },
    { name: "a product", of: times(mau, inputPer("signIns", "sign-in", "MAU")), value: "800000", because: "100,000 x 8" },
    { name: "a scaled quantity", of: scale(mau, input("share", "one")), value: "10000", because: "100,000 x 0.1" },
    { name: "a quotient", of: convert(mau, decimal("8"), "GB"), value: "12500", because: "100,000 / 8" },
    { name: "an excess above", of: excess(mau, users("60000")), value: "40000", because: "100,000 - 60,000" },
    { name: "an excess below", of: excess(users("60000"), mau), value: "0", because: "never below 0" },
    { name: "an excess at the limit", of: excess(mau, users("100000")), value: "0", because: "nothing is above" },
    { name: "the lesser", of: least(mau, users("99999.9")), value: "99999.9", because: "the smaller of two" },
    { name: "the greater", of: most(mau, users("99999.9")), value: "100000", because: "the larger of two" },
    { name: "an exact multiple rounded up", of: roundUpTo(mau, "1000"), value: "100000", because: "stays" },
    { name: "a started step", of: roundUpTo(users("1000.0001"), "1000"), value: "2000", because: "starts the next" },
    { name: "a ladder below its first bound", of: onLadder("0"), value: "1", because: "0 is not above 10" },
    { name: "a ladder on its first bound", of: onLadder("10"), value: "1", because: "bounds are inclusive" },
    { name: "a ladder just above its first bound", of: onLadder("10.0001"), value: "2", because: "the next rung" },
    { name: "a ladder on its last bound", of: onLadder("20"), value: "2", because: "bounds are inclusive" },
    { name: "a ladder above its last bound", of: onLadder("20.5"), value: "3", because: "what follows the rungs" },
    { name: "a named value", of: named("users", "MAU", mau), value: "100000", because: "a name changes nothing" },
    { name: "the index asked for", of: isIndex(users("3"), 3), value: "1", because: "it is 3" },
    { name: "another index below", of: isIndex(users("2"), 3), value: "0", because: "it is not 3" },
    { name: "another index above", of: isIndex(users("4"), 3), value: "0", because: "it is not 3" },
    { name: "a flag at its limit", of: isAbove(users("500"), "500"), value: "0", because: "not above" },
    { name: "a flag above its limit", of: isAbove(users("500.1"), "500"), value: "1", because: "above" },
  ];
  it.each(cases)("$name is $value: $because", ({ of, value }) => {
    expect(plain(evaluator(inputs)(of.node))).toBe(value);
  });
});

describe("reading a tree", () => {
  it("a missing value is an error, never 0", () => {
    expect(() => evaluator(inputs)(input("tokens", "token").node)).toThrow("no value for tokens");
  });
  it("names every driver that reaches a meter, once, and no other", () => {
    const signIns = times(mau, inputPer("signIns", "sign-in", "MAU"));
    expect([...inputsOf(plus(signIns, scale(signIns, input("share", "one"))).node)].sort()).toEqual(["mau", "share", "signIns"]);
    expect(inputsOf(users("5").node).size).toBe(0);
  });
  it("finds drivers below every kind of node", () => {
    const each: readonly { readonly node: Node }[] = [
      plus(mau, users("1")), scale(mau, constant("1", "one")), convert(mau, decimal("2"), "GB"), excess(users("1"), mau), least(users("1"), mau),
      most(mau, users("1")), roundUpTo(mau, "1"), ladder(mau, rungs, decimal("3"), "one"), named("n", "MAU", mau),
    ];
    expect(each.map((one) => [...inputsOf(one.node)])).toEqual(each.map(() => ["mau"]));
  });
  it("lists a shared part once, and parts before wholes", () => {
    const doubled = plus(mau, mau);
    expect(nodesOf(doubled.node)).toEqual([mau.node, doubled.node]);
  });
  it("evaluates a shared part once", () => {
    let asked = 0;
    const evaluate = evaluator(() => {
      asked++;
      return decimal("2");
    });
    const four = plus(mau, mau);
    expect(plain(evaluate(plus(four, four).node))).toBe("8");
    expect(asked).toBe(1);
  });
  it("a sum of one term is that term", () => {
    expect(plus(mau)).toBe(mau);
  });
});
