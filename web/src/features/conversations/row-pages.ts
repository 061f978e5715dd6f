export const PAGE_ROWS = 100;

/** Browsers stop placing things past some 17 million pixels (Firefox); 200,000 rows of 60 px stay well below. */
export const LISTED_ROWS = 200_000;

/** The pages that hold the rows in sight and half a page around them. */
export function pagesOf(first: number, last: number, total: number): readonly number[] {
  if (total === 0) return [];
  const from = Math.floor(Math.max(0, first - PAGE_ROWS / 2) / PAGE_ROWS);
  const to = Math.floor(Math.min(total - 1, last + PAGE_ROWS / 2) / PAGE_ROWS);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
