import type { TextPlace } from "../../columnar/texts/load-topic-texts.ts";
import type { TopicToSave } from "../../records/topics.ts";
import type { RunTree } from "./tree-of-run.ts";

/** The nodes of a run as they are saved; quotes become places, those that are gone are left out. */
export function toSave(
  { nodes }: RunTree,
  textHashes: readonly string[],
  places: ReadonlyMap<string, TextPlace>,
): TopicToSave[] {
  return nodes.map(({ level, id, parent, name, found }) => ({
    level,
    ...(id !== undefined && { id }),
    ...(parent !== undefined && { parent }),
    name,
    description: found.description,
    phrases: found.phrases,
    quotes: found.quotes.flatMap((row) => places.get(textHashes[row] ?? "") ?? []),
    centroid: found.centroid,
    size: found.size,
    weight: found.weight,
    cohesion: found.cohesion,
  }));
}
