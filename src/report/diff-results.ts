import * as z from "zod";
import { checkShape } from "../problems/check-shape.js";
import { readDocument } from "../problems/read-document.js";
import { type Decimal, sum, writtenFigure, ZERO } from "../units/decimal.js";

// What a result carries at least; other keys are of no concern here. Exact results have up to 50 digits, more than a file may state.
const figure = z.string().regex(/^-?\d{1,100}(?:\.\d{1,200})?$/, { error: "not a plain decimal number" });
/** The reader of documents keeps every scalar as its text: null is what has no price, or no choice. */
const NULL = "null";
const known = z.string().regex(new RegExp(`^(?:${NULL}|-?\\d{1,100}(?:\\.\\d{1,200})?)$`), { error: "not a plain decimal number" });
const line = z.looseObject({ component: z.string(), charge: z.string(), quantity: figure, amount: known });
const result = z.looseObject({
  scenario: z.looseObject({ name: z.string() }),
  points: z
    .array(
      z.looseObject({
        mau: figure,
        alternatives: z.array(z.looseObject({ id: z.string(), title: z.string(), monthly: known, lines: z.array(line) })),
      }),
    )
    .min(1),
  recommendation: z.looseObject({ choice: z.string() }),
});
type Result = z.infer<typeof result>;
type ResultLine = z.infer<typeof line>;

/** Why one line costs something else: its quantity, its price for a unit (tiers included), or that it came or went. */
export type LineDiff = {
  readonly line: string;
  readonly difference: Decimal;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly model: Decimal;
};
export type ResultAlternativeDiff = {
  readonly id: string;
  readonly title: string;
  readonly before: Decimal;
  readonly after: Decimal;
  readonly difference: Decimal;
  readonly lines: readonly LineDiff[];
};
export type ResultDiff = {
  readonly names: readonly [string, string];
  /** user counts that both results have */
  readonly points: readonly { readonly mau: Decimal; readonly alternatives: readonly ResultAlternativeDiff[] }[];
  /** titles of alternatives that one of the results has no price for at some of these counts: there they are not compared */
  readonly unpriced: readonly string[];
  readonly choiceBefore: string | null;
  readonly choiceAfter: string | null;
};

/** @throws ProblemError when a text is not a result of `compare` */
export function parseResult(text: string, file: string): Result {
  return checkShape(readDocument(text, file), result);
}

/**
 * Why two results differ, line by line, without the scenarios that they came from. A line in both splits by the mean of both sides:
 * quantity part = change of quantity x mean price, price part = change of price x mean quantity, where the price is amount / quantity.
 * The parts add up to the line's difference, the lines to the bill's.
 */
export function diffResults(before: Result, after: Result): ResultDiff {
  const unpriced = new Set<string>();
  const points = after.points.flatMap((point) => {
    const was = before.points.find((one) => writtenFigure(one.mau).eq(writtenFigure(point.mau)));
    if (!was) return [];
    const alternatives = point.alternatives.flatMap((one): ResultAlternativeDiff[] => {
      const old = was.alternatives.find((other) => other.id === one.id);
      if (!old) return [];
      if (old.monthly === NULL || one.monthly === NULL) {
        unpriced.add(one.title);
        return [];
      }
      const [from, to] = [writtenFigure(old.monthly), writtenFigure(one.monthly)];
      return [
        { id: one.id, title: one.title, before: from, after: to, difference: to.minus(from), lines: lineDiffs(old.lines, one.lines) },
      ];
    });
    return [{ mau: writtenFigure(point.mau), alternatives }];
  });
  return {
    names: [before.scenario.name, after.scenario.name],
    points,
    unpriced: [...unpriced],
    choiceBefore: choiceOf(before),
    choiceAfter: choiceOf(after),
  };
}

const choiceOf = ({ recommendation: { choice } }: Result): string | null => (choice === NULL ? null : choice);
const keyOf = (one: ResultLine): string => `${one.component}: ${one.charge}`;

function lineDiffs(before: readonly ResultLine[], after: readonly ResultLine[]): readonly LineDiff[] {
  const keys = [...new Set([...before, ...after].map(keyOf))];
  const diffs = keys.map((key): LineDiff => {
    const [old, fresh] = [totals(before.filter((one) => keyOf(one) === key)), totals(after.filter((one) => keyOf(one) === key))];
    const difference = fresh.amount.minus(old.amount);
    if (old.quantity.isZero() || fresh.quantity.isZero()) return { line: key, difference, quantity: ZERO, price: ZERO, model: difference };
    const [oldPrice, freshPrice] = [old.amount.div(old.quantity), fresh.amount.div(fresh.quantity)];
    const quantity = fresh.quantity.minus(old.quantity).times(oldPrice.plus(freshPrice)).div(2);
    return { line: key, difference, quantity, price: difference.minus(quantity), model: ZERO };
  });
  return diffs
    .filter((one) => !one.difference.isZero())
    .sort((a, b) => b.difference.abs().comparedTo(a.difference.abs()) || (a.line < b.line ? -1 : 1));
}

/** Of bills whose month is known: there every line has an amount. */
function totals(lines: readonly ResultLine[]): { readonly quantity: Decimal; readonly amount: Decimal } {
  return { quantity: sum(lines.map((one) => writtenFigure(one.quantity))), amount: sum(lines.map((one) => writtenFigure(one.amount))) };
}
