// Seeded randomness for the sample. A stream is named by whole numbers, so any conversation can be made without the others.

export type Random = {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from 0 to `below - 1`. */
  int(below: number): number;
  /** A whole number from `min` to `max`, both included. */
  between(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Log-normal around `median`; `spread` is the standard deviation of the logarithm. */
  logNormal(median: number, spread: number): number;
};

/** Mixes the parts into one 32-bit number; a change of one bit of a part changes about half of the bits. */
export function mixSeed(...parts: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const part of parts) {
    mixed = Math.imul(mixed ^ (part >>> 0), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return mixed >>> 0;
}

/** The same parts always give the same stream. The generator is a Weyl sequence with a 32-bit finaliser (period 2^32). */
export function createRandom(...parts: readonly number[]): Random {
  let state = mixSeed(...parts);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    between: (min, max) => min + int(max - min + 1),
    chance: (probability) => next() < probability,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new RangeError("nothing to pick from");
      return items[int(items.length)] as T;
    },
    logNormal: (median, spread) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(spread * normal);
    },
  };
}

/** The position that `u` (0 to 1) falls on when positions are weighted; weights need not add up to 1. */
export function pickWeighted(weights: ArrayLike<number>, u: number): number {
  let total = 0;
  for (let index = 0; index < weights.length; index += 1) total += weights[index] as number;
  let rest = u * total;
  for (let index = 0; index < weights.length; index += 1) {
    rest -= weights[index] as number;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
