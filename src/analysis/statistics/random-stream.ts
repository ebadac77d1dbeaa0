import { philox } from "./philox.js";

/** Uniform numbers above 0 and below 1, known by their place: 0, 1, 2, … up to 2^33. */
export type RandomStream = {
  /** the number at a place; going through places in turn is fastest */
  readonly at: (place: number) => number;
  /** writes places `from` to `from + count - 1` into the first `count` rows */
  readonly fill: (out: Float64Array, from: number, count: number) => void;
};

/** Two words make a number of 52 bits; the half keeps it off 0 and 1, and the whole stream symmetric about 1/2. */
const [TWO_TO_20, TWO_TO_52] = [1048576, 4503599627370496];

/**
 * The stream of a name under a seed. Streams of other names or seeds are independent of it, so that one more uncertain
 * value leaves the draws of all others as they were.
 *
 * @param seed a whole number from 0 to 2^53 - 1
 * @throws RangeError for any other seed
 * @example randomStream(1, "mau").at(0) // always the same number
 */
export function randomStream(seed: number, name: string): RandomStream {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`a seed is a whole number from 0 on, not ${seed}`);
  const key = [seed >>> 0, Math.floor(seed / 4294967296)] as const;
  const [name1, name2, name3] = fingerprint(name);
  const words = new Uint32Array(4);
  const pair = new Float64Array(2);
  let held = -1;
  const at = (place: number): number => {
    const block = Math.floor(place / 2);
    if (block !== held) {
      philox(block, name1, name2, name3, key[0], key[1], words);
      pair[0] = uniform(words[0] as number, words[1] as number);
      pair[1] = uniform(words[2] as number, words[3] as number);
      held = block;
    }
    return pair[place - 2 * block] as number;
  };
  const fill = (out: Float64Array, from: number, count: number): void => {
    // In pairs, as the generator makes them.
    let row = 0;
    if (from % 2 === 1 && count > 0) out[row++] = at(from);
    for (; row + 1 < count; row += 2) {
      philox((from + row) / 2, name1, name2, name3, key[0], key[1], words);
      out[row] = uniform(words[0] as number, words[1] as number);
      out[row + 1] = uniform(words[2] as number, words[3] as number);
    }
    if (row < count) out[row] = at(from + row);
  };
  return { at, fill };
}

function uniform(high: number, low: number): number {
  return (high * TWO_TO_20 + (low >>> 12) + 0.5) / TWO_TO_52;
}

/** 96 bits that stand for a name: its length, then its letters eight at a time, through the same permutation. */
function fingerprint(name: string): readonly [number, number, number] {
  const state = Uint32Array.of(name.length, 0, 0, 0);
  const word = (place: number): number =>
    ((place < name.length ? name.charCodeAt(place) : 0) << 16) | (place + 1 < name.length ? name.charCodeAt(place + 1) : 0);
  const of = (index: number): number => state[index] as number;
  for (let place = 0; place < name.length || place === 0; place += 8)
    philox(of(0) ^ word(place), of(1) ^ word(place + 2), of(2) ^ word(place + 4), of(3) ^ word(place + 6), 0, 0, state);
  return [of(0), of(1), of(2)];
}
