// Topics of lines: each distinct text once, with given vectors or the shipped encoder's, found in a worker thread.
import { distinctTexts } from "../../mining/topics/distinct-texts.ts";
import type { DiscoverResult } from "../../mining/topics/topic-types.ts";
import { discoverTopicsInWorker } from "../../mining/worker/discover-in-worker.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { InputLine } from "./text-lines.ts";

export type DiscoverLinesOptions = {
  readonly k?: number;
  readonly seed: number;
  readonly keepUnassigned: boolean;
  readonly signal: AbortSignal;
  /** `share` is of the whole, from 0 to 1. */
  readonly onProgress: (share: number, note: string) => void;
};

/** Encoding takes most of the time when vectors are not given. */
const ENCODING_SHARE = 0.85;

/** Assignment and confidence of the result are by line. */
export async function discoverLines(
  lines: readonly InputLine[],
  options: DiscoverLinesOptions,
): Promise<DiscoverResult> {
  const given = lines[0]?.vector !== undefined;
  const { texts, weights, places } = distinctTexts(lines.map((line) => line.text));
  const firsts = new Int32Array(texts.length).fill(-1);
  places.forEach((place, row) => {
    if (firsts[place] === -1) firsts[place] = row;
  });
  const start = given ? 0 : ENCODING_SHARE;
  const rows = given
    ? Array.from(firsts, (row) => lines[row]?.vector ?? [])
    : await encode(texts, options.signal, (share) =>
        options.onProgress(share * ENCODING_SHARE, "encoding texts"),
      );
  const dimension = rows[0]?.length ?? 1;
  const vectors = new Float32Array(texts.length * dimension);
  rows.forEach((row, at) => {
    vectors.set(row, at * dimension);
  });
  const { signal, onProgress, ...settings } = options;
  const result = await discoverTopicsInWorker({
    ...settings,
    vectors,
    dimension,
    texts,
    weights,
    signal,
    onProgress: ({ stage, share }) => onProgress(start + share * (1 - start), stage),
  });
  return {
    ...result,
    assignment: places.map((place) => result.assignment[place] ?? -1),
    confidence: Float32Array.from(places, (place) => result.confidence[place] ?? 0),
  };
}

async function encode(
  texts: readonly string[],
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<readonly Float32Array[]> {
  if (texts.length === 0) return [];
  const encoder = await createEncoder({ cacheSize: 0 });
  try {
    return await encoder.embed(texts, { signal, onProgress: (done, total) => onShare(done / total) });
  } finally {
    await encoder.close();
  }
}
