// How a log's topics are filled, seen without labels: where topics are small and even, similarity falls off steeply behind the
// nearest few dozen texts and then levels out; where topics hold hundreds of texts, as in real logs, it keeps falling.
import { dotRows, type Rows } from "./rows.ts";

const RANKS = [15, 60, 240] as const;
const PROBES = 300;
/** Larger logs are thinned to this many texts, so that ranks mean the same share of any log. */
const MOST = 5000;
/** With fewer texts the last rank lies outside of any topic. */
const FEWEST = 600;

/**
 * The fall of similarity from rank 15 to rank 60, relative to that from rank 60 to rank 240: medians over texts. Undefined for
 * logs of fewer than 600 texts. Even sets of 30 to 50 texts a topic lie at 0.8 to 1.5, dialogue turns at 0.4 to 0.7.
 */
export function neighbourKnee(rows: Rows): number | undefined {
  if (rows.count < FEWEST) return undefined;
  const thinned = Math.min(MOST, rows.count);
  const at = (place: number, of: number) => Math.floor((place * rows.count) / of);
  const curves: number[][] = RANKS.map(() => []);
  for (let probe = 0; probe < PROBES; probe += 1) {
    const row = at(probe + 0.5, PROBES);
    const cosines = new Float32Array(thinned);
    for (let other = 0; other < thinned; other += 1) {
      cosines[other] = dotRows(rows, row, rows, at(other, thinned));
    }
    cosines.sort();
    RANKS.forEach((rank, place) => {
      curves[place]?.push(cosines[thinned - 1 - rank] as number);
    });
  }
  const [near = 0, middle = 0, far = 0] = curves.map(median);
  return (near - middle) / Math.max(1e-6, middle - far);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
