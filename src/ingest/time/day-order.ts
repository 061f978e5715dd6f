// Is 03/04/2026 in March or in April? Judged from a sample of a file's own dates.

const DATE = /(?:^|[^\d])(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/;

export type DayOrder = {
  readonly dayFirst: boolean;
  readonly isCertain: boolean;
  /** Whether the sample has any date that the order matters for. */
  readonly matters: boolean;
};

/**
 * A first number over 12 proves the day to be first, a second number over 12 the month. When nothing proves it, the
 * order in which the dates run more steadily forward is taken, and on a tie `fallback`. Where no such date occurs there is
 * nothing to be uncertain of.
 */
export function judgeDayOrder(samples: Iterable<string>, fallback = true): DayOrder {
  let steadiness = 0;
  let matters = false;
  let before: { readonly first: number; readonly second: number; readonly year: number } | undefined;
  for (const sample of samples) {
    const match = DATE.exec(sample);
    if (match === null) continue;
    matters = true;
    const date = { first: Number(match[1]), second: Number(match[2]), year: Number(match[3]) };
    if (date.first > 12 && date.second <= 12) return { dayFirst: true, isCertain: true, matters: true };
    if (date.second > 12 && date.first <= 12) return { dayFirst: false, isCertain: true, matters: true };
    if (before !== undefined && before.year === date.year) {
      const asDayFirst = date.second * 31 + date.first - (before.second * 31 + before.first);
      const asMonthFirst = date.first * 31 + date.second - (before.first * 31 + before.second);
      if (asDayFirst < 0) steadiness -= 1;
      if (asMonthFirst < 0) steadiness += 1;
    }
    before = date;
  }
  return { dayFirst: steadiness === 0 ? fallback : steadiness > 0, isCertain: !matters, matters };
}
