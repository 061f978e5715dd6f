// Topics of lines: each distinct text once, with given vectors or the shipped encoder's, found in a worker thread. Lines that
// the lens leaves out take no part and get no topic.

import type { Lens } from "../../core/lens.ts";
import { distinctTexts } from "../../mining/topics/distinct-texts.ts";
import { lensAccepts } from "../../mining/topics/lenses.ts";
import type { DiscoverResult, PreviousRun } from "../../mining/topics/topic-types.ts";
import { discoverTopicsInWorker } from "../../mining/worker/discover-in-worker.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { NpyMatrix } from "./read-npy.ts";
import type { InputLine } from "./text-lines.ts";

export type DiscoverLinesOptions = {
  readonly k?: number;
  readonly granularity?: number;
  readonly previous?: PreviousRun;
  readonly lens?: Lens;
  /** A row for each line. Wins over vectors in the lines. */
  readonly matrix?: NpyMatrix;
  readonly seed: number;
  readonly keepUnassigned: boolean;
  readonly signal: AbortSignal;
  /** `share` is of the whole, from 0 to 1. */
  readonly onProgress: (share: number, note: string) => void;
};

/** Encoding takes most of the time when vectors are not given. */
const ENCODING_SHARE = 0.85;

export type LineTopics = {
  readonly result: DiscoverResult;
  /** The distinct texts that `result`'s quotes are rows of. */
  readonly texts: readonly string[];
  /** By line: row of `result.topics` and of `result.subtopics`, -1 for none, and confidence. */
  readonly topics: Int32Array;
  readonly subtopics: Int32Array;
  readonly confidence: Float32Array;
  /** Lines that the lens lets through. */
  readonly seen: number;
};

export async function discoverLines(
  lines: readonly InputLine[],
  options: DiscoverLinesOptions,
): Promise<LineTopics> {
  const { signal, onProgress, lens, matrix, ...settings } = options;
  const seen = [...lines.keys()].filter((at) => lens === undefined || accepts(lens, lines[at]));
  const { texts, weights, places } = distinctTexts(seen.map((at) => lines[at]?.text ?? ""));
  const firsts = new Int32Array(texts.length).fill(-1);
  places.forEach((place, at) => {
    if (firsts[place] === -1) firsts[place] = seen[at] as number;
  });
  const isGiven = matrix !== undefined || lines[0]?.vector !== undefined;
  const start = isGiven ? 0 : ENCODING_SHARE;
  const rows = isGiven
    ? Array.from(firsts, (line) => vectorOf(line, lines, matrix))
    : await encode(texts, signal, (share) => onProgress(share * ENCODING_SHARE, "encoding texts"));
  const dimension = rows[0]?.length ?? 1;
  const vectors = new Float32Array(texts.length * dimension);
  rows.forEach((row, at) => {
    vectors.set(row, at * dimension);
  });
  const result = await discoverTopicsInWorker({
    ...settings,
    vectors,
    dimension,
    texts,
    weights,
    signal,
    onProgress: ({ stage, share }) => onProgress(start + share * (1 - start), stage),
  });
  const topics = new Int32Array(lines.length).fill(-1);
  const subtopics = new Int32Array(lines.length).fill(-1);
  const confidence = new Float32Array(lines.length);
  seen.forEach((line, at) => {
    const place = places[at] as number;
    topics[line] = result.assignment[place] ?? -1;
    subtopics[line] = result.subtopicAssignment[place] ?? -1;
    confidence[line] = result.confidence[place] ?? 0;
  });
  return { result, texts, topics, subtopics, confidence, seen: seen.length };
}

function accepts(lens: Lens, line: InputLine | undefined): boolean {
  return (
    line !== undefined &&
    line.text !== "" &&
    lensAccepts(lens, { role: "customer", ...line.labels, text: line.text })
  );
}

function vectorOf(line: number, lines: readonly InputLine[], matrix?: NpyMatrix): ArrayLike<number> {
  if (matrix === undefined) return lines[line]?.vector ?? [];
  return matrix.values.subarray(line * matrix.dimension, (line + 1) * matrix.dimension);
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
