// Topics for texts that came after the last run: by the centroids that the run left, without finding topics anew.
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { loadVectors } from "../../columnar/texts/load-vectors.ts";
import { assignToTopics, LEAST_CONFIDENCE_IN_PASSING } from "../../mining/topics/assign-to-topics.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";
import { loadKnownTopics } from "./known-topics.ts";
import type { TextTopic } from "./mine-topics.ts";

export type TextToAssign = { readonly textHash: string; readonly text: string };

const VECTORS_AT_ONCE = 8192;

/** The topic of each text by its hash; 0 for texts that fit none, bear no intent or have no vector. */
export async function assignKnownTopics(
  context: EnrichContext,
  texts: readonly TextToAssign[],
): Promise<Map<string, TextTopic>> {
  const { columnar, encoder, records, workspace } = context;
  const topics = (await loadKnownTopics(records.db, workspace)).filter(
    (topic) => topic.encoder === encoder.version && topic.centroid.length === encoder.dimension,
  );
  const topicOf = new Map(texts.map(({ textHash }) => [textHash, { topicId: 0, topicConfidence: 0 }]));
  const wanted = texts.filter(({ text }) => bearsIntent(text));
  if (wanted.length === 0 || topics.length === 0) return topicOf;
  const openings = await countOpenings(columnar, { workspace }, execOptions(context, "topics.assign"));
  for (let start = 0; start < wanted.length; start += VECTORS_AT_ONCE) {
    context.signal?.throwIfAborted();
    const textHashes = wanted.slice(start, start + VECTORS_AT_ONCE).map(({ textHash }) => textHash);
    const { version, dimension } = encoder;
    const stored = await loadVectors(
      columnar,
      { encoder: version, dimension, textHashes },
      execOptions(context, "topics.assign"),
    );
    const found = [...stored];
    const vectors = new Float32Array(found.length * dimension);
    found.forEach(([, vector], at) => {
      vectors.set(vector, at * dimension);
    });
    const { assignment, confidence } = assignToTopics({ vectors, dimension, topics });
    found.forEach(([textHash], at) => {
      const topic = topics[assignment[at] ?? -1];
      const sure = confidence[at] ?? 0;
      if (topic === undefined || (sure < LEAST_CONFIDENCE_IN_PASSING && !openings.has(textHash))) return;
      topicOf.set(textHash, { topicId: topic.id, topicConfidence: sure });
    });
  }
  return topicOf;
}
