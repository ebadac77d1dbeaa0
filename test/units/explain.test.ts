import { describe, expect, it } from "vitest";
import { decimal } from "../../src/units/decimal.js";
import { evaluator } from "../../src/units/evaluate.js";
import { explain, stepText } from "../../src/units/explain.js";
import type { Node } from "../../src/units/node.js";
import { constant, convert, excess, input, inputPer, isAbove, isIndex, ladder, least, most, named, plus, roundUpTo, scale, times } from "../../src/units/quantity.js";

const values: Readonly<Record<string, string>> = { mau: "100000", signInsPerMau: "8", share: "0.1" };
const evaluate = () => evaluator((name) => decimal(values[name] ?? "0"));
const lines = (of: { readonly node: Node }, name: string, unit: string): readonly string[] => explain(of.node, name, unit, evaluate()).map(stepText);

const mau = input("mau", "MAU");
const signIns = named("sign-ins", "sign-in", times(mau, inputPer("signInsPerMau", "sign-in", "MAU")));
const share = input("share", "one");

describe("an explanation shows names, then numbers, then the value", () => {
  const cases: readonly { name: string; of: { readonly node: Node }; unit: string; text: readonly string[] }[] = [
    { name: "a product", of: signIns, unit: "sign-in", text: ["sign-ins = mau × signInsPerMau = 100,000 × 8 = 800,000 sign-ins", "it = sign-ins = 800,000 sign-ins"] },
    { name: "named parts first", of: scale(signIns, share), unit: "sign-in", text: ["sign-ins = mau × signInsPerMau = 100,000 × 8 = 800,000 sign-ins", "it = sign-ins × share = 800,000 × 0.1 = 80,000 sign-ins"] },
    { name: "a sum inside a product", of: scale(plus(mau, constant("5", "MAU")), share), unit: "MAU", text: ["it = (mau + 5) × share = (100,000 + 5) × 0.1 = 10,000.5 MAU"] },
    { name: "a product inside a sum", of: plus(scale(mau, share), mau), unit: "MAU", text: ["it = mau × share + mau = 100,000 × 0.1 + 100,000 = 110,000 MAU"] },
    { name: "a quotient", of: convert(mau, decimal("1000000"), "RPS"), unit: "RPS", text: ["it = mau ÷ 1,000,000 = 100,000 ÷ 1,000,000 = 0.1 RPS"] },
    { name: "an excess", of: excess(mau, constant("10000", "MAU")), unit: "MAU", text: ["it = max(0, mau − 10,000) = max(0, 100,000 − 10,000) = 90,000 MAU"] },
    { name: "an excess of a sum over a sum", of: excess(plus(mau, constant("1", "MAU")), plus(mau, constant("2", "MAU"))), unit: "MAU", text: ["it = max(0, mau + 1 − (mau + 2)) = max(0, 100,000 + 1 − (100,000 + 2)) = 0 MAU"] },
    { name: "a gigabyte of storage", of: convert(mau, decimal("1073741824"), "GB"), unit: "GB", text: ["it = mau ÷ 2^30 = 100,000 ÷ 2^30 = 0.000093 GB"] },
    { name: "a switch that is on above a bound", of: isAbove(mau, "500"), unit: "one", text: ["it = 1 if mau is above 500, else 0 = 1 if 100,000 is above 500, else 0 = 1"] },
    { name: "a switch that is on from a bound", of: excess(constant("1", "one"), isAbove(excess(constant("10000", "MAU"), mau), "0")), unit: "one", text: ["it = 1 if mau is at least 10,000, else 0 = 1 if 100,000 is at least 10,000, else 0 = 1"] },
    { name: "a switch that is off above a bound", of: excess(constant("1", "one"), isAbove(mau, "500")), unit: "one", text: ["it = 1 if mau is at most 500, else 0 = 1 if 100,000 is at most 500, else 0 = 0"] },
    { name: "a place among several", of: scale(constant("730", "hour"), isIndex(share, 2)), unit: "hour", text: ["it = 730 × (1 if share is 2, else 0) = 730 × (1 if 0.1 is 2, else 0) = 0 hours"] },
    { name: "something each second", of: constant("4", "ms-per-second"), unit: "ms-per-second", text: ["it = 4 milliseconds a second"] },
    { name: "whole steps", of: roundUpTo(scale(mau, constant("0.000015", "one")), "1"), unit: "one", text: ["it = round up(mau × 0.000015) = round up(100,000 × 0.000015) = 2"] },
    { name: "larger steps", of: roundUpTo(mau, "30000"), unit: "MAU", text: ["it = round up(mau, to 30,000) = round up(100,000, to 30,000) = 120,000 MAU"] },
    { name: "the lesser and the greater", of: least(most(mau, constant("5", "MAU")), constant("7", "MAU")), unit: "MAU", text: ["it = min(max(mau, 5), 7) = min(max(100,000, 5), 7) = 7 MAU"] },
    { name: "a ladder", of: ladder(mau, [{ upTo: decimal("1000"), value: decimal("1") }], decimal("2"), "one"), unit: "one", text: ["it = step(mau; up to 1,000: 1, above: 2) = step(100,000; above: 2) = 2"] },
    { name: "a rung that is reached", of: ladder(share, [{ upTo: decimal("0.1"), value: decimal("5") }, { upTo: decimal("1"), value: decimal("6") }], decimal("7"), "one"), unit: "one", text: ["it = step(share; up to 0.1: 5, up to 1: 6, above: 7) = step(0.1; up to 0.1: 5) = 5"] },
    { name: "a constant says itself once", of: constant("2", "secret"), unit: "secret", text: ["it = 2 secrets"] },
    { name: "an input says its number once", of: mau, unit: "MAU", text: ["it = mau = 100,000 MAU"] },
    { name: "one of a thing", of: constant("1", "key"), unit: "key", text: ["it = 1 key"] },
    { name: "a reason", of: named("sign-ups", "sign-up", constant("5", "sign-up"), "default: one for twenty"), unit: "sign-up", text: ["sign-ups = 5 sign-ups (default: one for twenty)", "it = sign-ups = 5 sign-ups"] },
  ];
  it.each(cases)("$name", ({ of, unit, text }) => {
    expect(lines(of, "it", unit)).toEqual(text);
  });

  it("a value that two parts share is explained once", () => {
    const twice = plus(scale(signIns, share), scale(signIns, share));
    expect(lines(twice, "twice", "sign-in").filter((line) => line.startsWith("sign-ins ="))).toHaveLength(1);
  });

  it("a value with the name that is asked for needs no second line", () => {
    expect(lines(signIns, "sign-ins", "sign-in")).toEqual(["sign-ins = mau × signInsPerMau = 100,000 × 8 = 800,000 sign-ins"]);
  });

  it("every step states its exact value, however it is shown", () => {
    const steps = explain(convert(mau, decimal("3"), "GB").node, "thirds", "GB", evaluate());
    expect(steps.at(-1)?.value.toFixed(10)).toBe("33333.3333333333");
    expect(steps.at(-1)?.numbers).toBe("100,000 ÷ 3");
  });
});
