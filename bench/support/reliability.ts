import type { DiscoverResult } from "../../src/mining/topics/topic-types.ts";
import { majorityLabels } from "./topic-names.ts";

export type Band = { readonly said: number; readonly right: number; readonly texts: number };

/** Ten bands of confidence: what was said, and how often a text had the label of most texts of its topic. */
export function reliability(result: DiscoverResult, labels: readonly string[]): Band[] {
  const majority = majorityLabels(result, labels);
  const bands = Array.from({ length: 10 }, () => ({ said: 0, right: 0, texts: 0 }));
  result.assignment.forEach((topic, row) => {
    const sure = result.confidence[row] ?? 0;
    const band = bands[Math.min(9, Math.floor(10 * sure))];
    if (topic < 0 || band === undefined) return;
    band.texts += 1;
    band.said += sure;
    band.right += majority[topic] === labels[row] ? 1 : 0;
  });
  return bands
    .filter(({ texts }) => texts > 0)
    .map(({ said, right, texts }) => ({ said: said / texts, right: right / texts, texts }));
}

/** The expected calibration error: the mean distance of what was said from what was right. */
export function calibrationError(bands: readonly Band[]): number {
  const texts = bands.reduce((sum, band) => sum + band.texts, 0);
  return bands.reduce((sum, band) => sum + (band.texts / texts) * Math.abs(band.said - band.right), 0);
}
