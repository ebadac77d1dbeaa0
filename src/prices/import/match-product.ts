import type { MatchRule, TermRule } from "./import-rules.js";
import { attributeName, type OfferProduct, type OfferTerm } from "./offer-record.js";

/** What a rule's names in braces stand for in one product. */
export type Captured = Readonly<Record<string, string>>;
type Test = (text: string) => Captured | undefined;

const NONE: Captured = {};

/** One text is compared whole; "{name}" in it stands for any text. */
function textTest(pattern: string): Test {
  if (!pattern.includes("{")) return (text) => (text === pattern ? NONE : undefined);
  const parts = pattern.split(/(\{[A-Za-z]\w*\})/);
  const names = parts.filter((_, index) => index % 2 === 1).map((part) => part.slice(1, -1));
  const whole = new RegExp(
    `^${parts.map((part, index) => (index % 2 === 1 ? "(.+)" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("")}$`,
  );
  return (text) => {
    const found = whole.exec(text);
    return found === null ? undefined : Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ""]));
  };
}

function anyTest(patterns: string | readonly string[]): Test {
  const tests = (typeof patterns === "string" ? [patterns] : patterns).map(textTest);
  return (text) => {
    for (const test of tests) {
      const captured = test(text);
      if (captured !== undefined) return captured;
    }
    return undefined;
  };
}

/**
 * Prepares a rule for many products.
 * @returns what the names in braces stand for when the product is meant, otherwise nothing
 */
export function productTest(rule: MatchRule): (product: OfferProduct, usagetype: string) => Captured | undefined {
  const tests = Object.entries(rule).flatMap(([key, patterns]) =>
    patterns === undefined ? [] : [{ key, attribute: attributeName(key), test: anyTest(patterns) }],
  );
  return (product, usagetype) => {
    let captured = NONE;
    for (const { key, attribute, test } of tests) {
      const text = key === "productFamily" ? product.productFamily : key === "usagetype" ? usagetype : product.attributes[attribute];
      const found = text === undefined ? undefined : test(text);
      if (found === undefined) return undefined;
      if (found !== NONE) captured = { ...captured, ...found };
    }
    return captured;
  };
}

/** What a term is: one with a lease is Reserved wherever a file may put it, or its hourly 0 would pass for the price on demand. */
export function termType(term: OfferTerm): string {
  return term.lease === undefined ? term.type : "Reserved";
}

/** Whether a rule means this term; OnDemand unless it says otherwise. */
export function termTest(rule: TermRule | undefined): (term: OfferTerm) => boolean {
  const type = rule?.type ?? "OnDemand";
  const tests = (["lease", "option", "offeringClass", "code"] as const).flatMap((key) => {
    const patterns = rule?.[key];
    return patterns === undefined ? [] : [{ key, test: anyTest(patterns) }];
  });
  return (term) =>
    termType(term) === type && tests.every(({ key, test }) => test((key === "code" ? term.offerTermCode : term[key]) ?? "") !== undefined);
}

/** Fills "{name}" from what was captured, the term and the product; nothing when a name stands for nothing. */
export function fillIn(pattern: string, captured: Captured, product: OfferProduct, term: OfferTerm): string | undefined {
  let complete = true;
  const filled = pattern.replace(/\{([A-Za-z]\w*)\}/g, (_, name: string) => {
    const text =
      captured[name] ?? (name === "lease" ? term.lease : name === "option" ? term.option : product.attributes[attributeName(name)]);
    if (text === undefined || text === "") complete = false;
    return text ?? "";
  });
  return complete ? filled : undefined;
}
