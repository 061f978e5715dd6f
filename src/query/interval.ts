// Pure: the uncertainty of shares and means, at 95 %.

const Z = 1.959964;

export type Interval = { readonly low: number; readonly high: number };

/** Wilson's score interval of a share (E. B. Wilson, 1927); undefined for n = 0. Holds for small n and shares near 0 or 1. */
export function wilsonInterval(successes: number, n: number): Interval | undefined {
  if (n <= 0) return undefined;
  const share = successes / n;
  const denominator = 1 + (Z * Z) / n;
  const centre = (share + (Z * Z) / (2 * n)) / denominator;
  const half = (Z / denominator) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}

/** The normal interval of a mean; undefined for n < 2. */
export function meanInterval(mean: number, deviation: number, n: number): Interval | undefined {
  if (n < 2) return undefined;
  const half = (Z * deviation) / Math.sqrt(n);
  return { low: mean - half, high: mean + half };
}

/** Whether two shares differ by no more than chance gives at 95 % (two-proportion z test, pooled). */
export function isShareChangeNoise(before: number, nBefore: number, after: number, nAfter: number): boolean {
  if (nBefore === 0 || nAfter === 0) return true;
  const pooled = (before + after) / (nBefore + nAfter);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nBefore + 1 / nAfter));
  return error === 0 || Math.abs(after / nAfter - before / nBefore) <= Z * error;
}
