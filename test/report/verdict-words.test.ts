import { describe, expect, it } from "vitest";
import { verdictSentence } from "../../src/report/verdict-words.js";
import { hand, recommended } from "../support/recommended.js";

/** One costs 1 cent a user, the other 100 dollars: equal at 10,000 users. */
const BOTH = [hand("fixed", { monthly: "100" }, { title: "Fixed" }), hand("each", { perMau: "0.01" }, { title: "Each" })];
const WEIGHED = [hand("cheap", { monthly: "1" }, { title: "Cheap" }), hand("dear", { monthly: "1000" }, { title: "Dear" }), hand("near", { monthly: "1001" }, { title: "Near" })];
const score = (value: number) => ({ scores: { reporting: { score: value, because: "said so" } } });

describe("a verdict says what it means, and of whom", () => {
  it.each([
    { mau: 1000, of: BOTH, says: "Verdict: clear. The answer holds from half to twice this size." },
    { mau: 6000, of: BOTH, says: "Verdict: conditional. A change of size within a factor of two would change the answer." },
    { mau: 9900, of: BOTH, says: "Verdict: too close to call. Each and Fixed differ by less than list prices and estimates can tell." },
    { mau: 10_000_001, of: [{ id: "descope-free", title: "Free" }], says: "Verdict: not possible. No alternative can carry this load as described." },
  ])("$says", ({ mau, of, says }) => {
    expect(verdictSentence(recommended(mau, of))).toBe(says);
  });

  it("names the two that are close by cost and priorities, not the cheapest, which is neither", () => {
    const [cheap, dear, near] = WEIGHED;
    const one = recommended(1000, [{ ...cheap, ...score(1) }, { ...dear, ...score(5) }, { ...near, ...score(5) }], { cost: "1", priorities: { reporting: "10" } });
    expect(one.cheapest).toBe("cheap");
    expect(verdictSentence(one)).toBe("Verdict: too close to call. Dear and Near differ by less than list prices and estimates can tell.");
    expect(one.reasons.join(" ")).toContain("Dear and Near are too close to tell apart by cost and the stated priorities");
  });
});
