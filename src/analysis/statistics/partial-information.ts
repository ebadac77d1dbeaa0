import { type InformationValue, informationValue } from "./information-value.js";

/**
 * Expected value of knowing one variable before choosing (EVPPI), from the very draws that priced the choice.
 *
 * The draws are sorted into bins of near values of the variable. In each bin every other draw is a half: one half says which
 * alternative is cheapest on average there, the other says what taking it saves, and the other way round. No draw is judged
 * by a choice that it took part in, so that many bins do not make noise look like value: the estimate errs low if at all (by 1 % of perfect information at 20,000 draws of a normal difference).
 * An alternative that is not possible in some draw of a bin is not chosen there.
 *
 * @param costs a column per alternative; those of the choice are all finite
 * @param choice place of the alternative chosen without knowing more
 * @param values the variable's draws, row by row as the costs
 */
export function partialInformation(costs: readonly Float64Array[], choice: number, values: Float64Array): InformationValue {
  const chosen = costs[choice] as Float64Array;
  const { binOf, bins } = binned(values);
  // 2 b + h stands for half h of bin b.
  const halves = halvesOf(binOf, bins);
  const best = bestChoices(costs, choice, halves, 2 * bins);
  const saved = new Float64Array(values.length);
  for (let row = 0; row < saved.length; row++) {
    const other = (halves[row] as number) ^ 1;
    const taken = costs[best[other] as number] as Float64Array;
    saved[row] = (chosen[row] as number) - (taken[row] as number);
  }
  return informationValue(saved);
}

/** Bins with about equally many draws; equal values share a bin. About 2 n^(1/3) of them: finer ones choose by too few draws, coarser ones blur the variable. */
function binned(values: Float64Array): { readonly binOf: Uint32Array; readonly bins: number } {
  const sorted = values.slice().sort();
  let wanted = 1;
  while (wanted * wanted * wanted < 8 * sorted.length) wanted++;
  // The largest value of each bin; bins that would share it with one before them stay empty.
  const bounds = Float64Array.from({ length: wanted }, (_, bin) => sorted[Math.ceil(((bin + 1) * sorted.length) / wanted) - 1] as number);
  const binOf = new Uint32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] as number) >= (values[row] as number)) high = middle;
      else low = middle + 1;
    }
    binOf[row] = low;
  }
  return { binOf, bins: wanted };
}

/** The half of each row: within a bin they take turns. */
function halvesOf(binOf: Uint32Array, bins: number): Uint32Array {
  const turn = new Uint8Array(bins);
  return binOf.map((bin) => {
    turn[bin] = (turn[bin] as number) ^ 1;
    return 2 * bin + (turn[bin] as number);
  });
}

/** Per half of a bin the alternative with the least total, the choice where nothing is less; no draw of the bin may rule it out. */
function bestChoices(costs: readonly Float64Array[], choice: number, halves: Uint32Array, count: number): Uint32Array {
  const best = new Uint32Array(count).fill(choice);
  const least = new Float64Array(count);
  const chosen = costs[choice] as Float64Array;
  const totals = new Float64Array(count);
  for (let place = 0; place < costs.length; place++) {
    if (place === choice) continue;
    const column = costs[place] as Float64Array;
    totals.fill(0);
    for (let row = 0; row < halves.length; row++)
      totals[halves[row] as number] = (totals[halves[row] as number] as number) + (column[row] as number) - (chosen[row] as number);
    for (let half = 0; half < count; half++) {
      const total = totals[half] as number;
      if (total >= (least[half] as number) || (totals[half ^ 1] as number) === Number.POSITIVE_INFINITY) continue;
      least[half] = total;
      best[half] = place;
    }
  }
  return best;
}
