// How a log's topics are filled, seen without labels: where topics are small and even, similarity falls off steeply behind the
// nearest few dozen texts; where a few topics hold hundreds of texts, as in real logs, it falls off slowly.
import { dotRows, type Rows } from "./rows.ts";

const NEAR = 15;
const FAR = 60;
const PROBES = 300;
/** Larger logs are thinned to this many texts, so that ranks mean the same share of any log. */
const MOST = 5000;
/** With fewer texts the far rank lies outside of any topic. */
const FEWEST = 400;

/**
 * Median over texts of similarity at rank 60 relative to rank 15, 0 being the similarity of any two texts. Undefined for
 * logs of fewer than 400 texts. Even sets of 30 to 50 texts a topic lie at 0.55 to 0.75, dialogue turns at 0.77 to 0.85.
 */
export function neighbourDecay(rows: Rows, anisotropy: number): number | undefined {
  if (rows.count < FEWEST) return undefined;
  const thinned = Math.min(MOST, rows.count);
  const at = (place: number, of: number) => Math.floor((place * rows.count) / of);
  const decays: number[] = [];
  for (let probe = 0; probe < PROBES; probe += 1) {
    const row = at(probe + 0.5, PROBES);
    const cosines = new Float32Array(thinned);
    for (let other = 0; other < thinned; other += 1)
      cosines[other] = dotRows(rows, row, rows, at(other, thinned));
    cosines.sort();
    const near = (cosines[thinned - 1 - NEAR] as number) - anisotropy;
    const far = (cosines[thinned - 1 - FAR] as number) - anisotropy;
    if (near > 1e-6) decays.push(far / near);
  }
  decays.sort((a, b) => a - b);
  return decays[Math.floor(decays.length / 2)];
}
