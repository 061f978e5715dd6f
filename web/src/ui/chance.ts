// Whether a change is more than chance gives: tests on counts and shares, and the control of false discoveries over many.

/** Two-sided p of a standard normal deviate, by the approximation 7.1.26 of Abramowitz and Stegun (error below 1.5e-7). */
export function normalP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return Math.min(1, polynomial * Math.exp(-x * x));
}

/** p of two counts from stretches of equal length being equal but for chance (conditional test of two Poisson counts). */
export function countsP(now: number, before: number): number {
  return now + before === 0 ? 1 : normalP((now - before) / Math.sqrt(now + before));
}

/** p of two shares being equal but for chance (pooled two-proportion test). Counts of hits and of all. */
export function sharesP(hitsNow: number, allNow: number, hitsBefore: number, allBefore: number): number {
  if (allNow === 0 || allBefore === 0) return 1;
  const pooled = (hitsNow + hitsBefore) / (allNow + allBefore);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / allNow + 1 / allBefore));
  return spread === 0 ? 1 : normalP((hitsNow / allNow - hitsBefore / allBefore) / spread);
}

/** Which of many p-values hold when at most `rate` of what is held may be false (Benjamini and Hochberg, 1995). */
export function holdsUp(ps: readonly number[], rate: number): readonly boolean[] {
  const sorted = ps.toSorted((one, other) => one - other);
  const last = sorted.findLastIndex((p, index) => p <= (rate * (index + 1)) / ps.length);
  const limit = last < 0 ? -1 : (sorted[last] ?? -1);
  return ps.map((p) => p <= limit);
}

/** The middle of numbers; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
