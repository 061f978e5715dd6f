// Learns what a workspace's ids look like: from examples that a person gives, or from what stands after words such as "order"
// in its texts, where a real id's shape comes again and again.
import { findIds, shapeOf } from "./ids.ts";
import type { IdShape, IdType } from "./slot.ts";

/** A shape counts once it was seen in this many different ids. */
const FEWEST_IDS = 3;
/** Shapes such as `9999` or `AAAA` fit years and words: they say nothing without the word before them. */
const FEWEST_CHARS = 6;

/** One shape for each distinct form of the examples. */
export function shapesOfExamples(type: IdType, examples: readonly string[]): IdShape[] {
  const shapes = new Set(examples.map((example) => shapeOf(example.trim())));
  return [...shapes].map((shape) => ({ type, shape }));
}

/** The shapes that ids of each type have in these texts, the commonest first. */
export function mineShapes(texts: Iterable<string>): IdShape[] {
  const ids = new Map<string, { readonly type: IdType; readonly shape: string; readonly ids: Set<string> }>();
  for (const text of texts) {
    for (const { type, value } of findIds(text, {})) {
      const id = String(value);
      const shape = shapeOf(id);
      const key = `${type} ${shape}`;
      const known = ids.get(key) ?? { type: type as IdType, shape, ids: new Set() };
      known.ids.add(id);
      ids.set(key, known);
    }
  }
  const best = new Map<string, { readonly type: IdType; readonly count: number }>();
  for (const { type, shape, ids: own } of ids.values()) {
    const isTelling = shape.length >= FEWEST_CHARS && /9/.test(shape);
    if (own.size < FEWEST_IDS || !isTelling || own.size <= (best.get(shape)?.count ?? 0)) continue;
    best.set(shape, { type, count: own.size });
  }
  return [...best]
    .sort(([a, { count: countA }], [b, { count: countB }]) => countB - countA || (a < b ? -1 : 1))
    .map(([shape, { type }]) => ({ type, shape }));
}
