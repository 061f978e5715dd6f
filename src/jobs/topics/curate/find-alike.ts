// When somebody splits a topic by a few quotes: which of its other texts are more like the quotes than like the topic.
import type { Columnar, ExecOptions } from "../../../columnar/columnar.ts";
import { loadVectors } from "../../../columnar/texts/load-vectors.ts";
import { dotRows, groupCentroids, type Rows, unitRows } from "../../../mining/topics/rows.ts";

export type AlikeQuestion = {
  readonly encoder: string;
  /** Mean vector of the topic that is split. */
  readonly centroid: Float32Array;
  /** Texts that stand for each part, by their hashes. */
  readonly parts: readonly (readonly string[])[];
  /** All texts of the topic. */
  readonly texts: readonly string[];
};

const TEXTS_AT_ONCE = 8192;

/** The part of each text that goes to one, the texts that stand for the parts not among them. */
export async function findAlike(
  columnar: Columnar,
  { encoder, centroid, parts, texts }: AlikeQuestion,
  options: ExecOptions,
): Promise<ReadonlyMap<string, number>> {
  const dimension = centroid.length;
  const given = parts.flat();
  if (dimension === 0 || given.length === 0) return new Map();
  const seeds = await loadRows(columnar, { encoder, dimension, textHashes: given }, options);
  const partOf = new Map(parts.flatMap((part, at) => part.map((text) => [text, at] as const)));
  const groups = seeds.found.map((text) => partOf.get(text) ?? -1);
  const means = groupCentroids(seeds.rows, groups, parts.length);
  const own = unitRows(centroid, dimension);
  const rest = texts.filter((text) => !partOf.has(text));
  const alike = new Map<string, number>();
  for (let start = 0; start < rest.length; start += TEXTS_AT_ONCE) {
    const textHashes = rest.slice(start, start + TEXTS_AT_ONCE);
    const { found, rows } = await loadRows(columnar, { encoder, dimension, textHashes }, options);
    found.forEach((text, row) => {
      const part = nearestAbove(rows, row, means, dotRows(rows, row, own, 0));
      if (part !== undefined) alike.set(text, part);
    });
  }
  return alike;
}

function nearestAbove(rows: Rows, row: number, means: Rows, least: number): number | undefined {
  let best: number | undefined;
  let most = least;
  for (let at = 0; at < means.count; at += 1) {
    const cosine = dotRows(rows, row, means, at);
    if (cosine <= most) continue;
    most = cosine;
    best = at;
  }
  return best;
}

async function loadRows(
  columnar: Columnar,
  wanted: Parameters<typeof loadVectors>[1],
  options: ExecOptions,
): Promise<{ found: string[]; rows: Rows }> {
  const stored = [...(await loadVectors(columnar, wanted, options))];
  const values = new Float32Array(stored.length * wanted.dimension);
  stored.forEach(([, vector], row) => {
    values.set(vector, row * wanted.dimension);
  });
  return { found: stored.map(([text]) => text), rows: unitRows(values, wanted.dimension) };
}
