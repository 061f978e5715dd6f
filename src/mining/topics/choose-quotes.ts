import { dotRows, type Rows } from "./rows.ts";

const POOL = 200;

/**
 * Rows of up to `count` members that show a topic: the nearest to its centroid first, then those that are near it and
 * unlike the ones chosen (maximal marginal relevance). Very short and very long texts only when there is nothing else.
 */
export function chooseQuotes(
  rows: Rows,
  texts: readonly string[],
  members: readonly number[],
  centroids: Rows,
  topic: number,
  count = 5,
): number[] {
  const near = members
    .map((row) => ({
      row,
      cosine: dotRows(rows, row, centroids, topic),
      fits: isReadable(texts[row] as string),
    }))
    .sort((a, b) => Number(b.fits) - Number(a.fits) || b.cosine - a.cosine || a.row - b.row)
    .slice(0, POOL);
  const chosen: number[] = [];
  const seen = new Set<string>();
  while (chosen.length < Math.min(count, near.length)) {
    let best: number | undefined;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const { row, cosine, fits } of near) {
      if (chosen.includes(row) || seen.has((texts[row] as string).toLowerCase())) continue;
      const likeness = chosen.reduce((most, other) => Math.max(most, dotRows(rows, row, rows, other)), 0);
      const score = cosine - 0.5 * likeness - (fits ? 0 : 1);
      if (score > bestScore) {
        bestScore = score;
        best = row;
      }
    }
    if (best === undefined) break;
    chosen.push(best);
    seen.add((texts[best] as string).toLowerCase());
  }
  return chosen;
}

function isReadable(text: string): boolean {
  const words = text.split(/\s+/).length;
  return words >= 3 && words <= 40;
}
