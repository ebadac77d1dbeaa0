/**
 * Philox4x32-10, a counter-based generator: ten rounds that turn a counter and a key into four words of 32 random bits.
 * Any place of any stream is reached at once, which is what makes a draw the same whatever is drawn around it.
 * Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3" (2011).
 *
 * @param out receives the four words
 * @example philox(0, 0, 0, 0, 0, 0, out) // 6627e8d5 e169c58d bc57ac4c 9b00dbd8
 */
export function philox(
  counter0: number,
  counter1: number,
  counter2: number,
  counter3: number,
  key0: number,
  key1: number,
  out: Uint32Array,
): void {
  // Signed words: the engine keeps them in integer registers.
  let word0 = counter0 | 0;
  let word1 = counter1 | 0;
  let word2 = counter2 | 0;
  let word3 = counter3 | 0;
  let bump0 = key0 | 0;
  let bump1 = key1 | 0;
  for (let round = 0; round < 10; round++) {
    const high0 = upperHalf(word0, 0xd251, 0x1f53);
    const high2 = upperHalf(word2, 0xcd9e, 0x8d57);
    const low0 = Math.imul(word0, 0xd2511f53);
    const low2 = Math.imul(word2, 0xcd9e8d57);
    word0 = high2 ^ word1 ^ bump0;
    word1 = low2;
    word2 = high0 ^ word3 ^ bump1;
    word3 = low0;
    bump0 = (bump0 + 0x9e3779b9) | 0;
    bump1 = (bump1 + 0xbb67ae85) | 0;
  }
  out[0] = word0;
  out[1] = word1;
  out[2] = word2;
  out[3] = word3;
}

/** Upper 32 of the 64 bits of word × (high 2^16 + low), from the four products of 16 bits each. */
function upperHalf(word: number, high: number, low: number): number {
  const wordHigh = word >>> 16;
  const wordLow = word & 0xffff;
  const cross1 = Math.imul(wordHigh, low);
  const cross2 = Math.imul(wordLow, high);
  const carry = ((Math.imul(wordLow, low) >>> 16) + (cross1 & 0xffff) + (cross2 & 0xffff)) >>> 16;
  return (Math.imul(wordHigh, high) + (cross1 >>> 16) + (cross2 >>> 16) + carry) | 0;
}
