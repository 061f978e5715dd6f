// Topics for texts that came after the last run: by the centroids that the run left, without finding topics anew.
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { loadVectors } from "../../columnar/texts/load-vectors.ts";
import type { StoredReason } from "../../core/unassigned-reason.ts";
import {
  assignToTopics,
  LEAST_CONFIDENCE,
  LEAST_CONFIDENCE_IN_PASSING,
} from "../../mining/topics/assign-to-topics.ts";
import { bearsIntent } from "../../mining/topics/bears-intent.ts";
import { unitRows } from "../../mining/topics/rows.ts";
import { type EnrichContext, execOptions } from "../enrich/enrich-context.ts";
import { explainSmallTalk, explainUnassigned } from "./explain-unassigned.ts";
import { finestTopic, type KnownTopics, loadKnownTopics } from "./known-topics.ts";
import type { TextTopic } from "./mine-topics.ts";

export type TextToAssign = { readonly textHash: string; readonly text: string };

const VECTORS_AT_ONCE = 8192;

const none = (topicReason: StoredReason, nearTopicId = 0): TextTopic => {
  return { topicId: 0, topicConfidence: 0, topicReason, nearTopicId };
};

export type AssignKnownOptions = {
  /** The texts that open conversations. Left out, they are read from the whole workspace. */
  readonly openings?: ReadonlySet<string>;
  /** Texts in which the models have read no intent: no topic is about them. Default: the rule on words alone. */
  readonly withoutIntent?: ReadonlySet<string>;
  /** A lens beside the default one, under which every text counts like an opening. */
  readonly lensId?: string;
};

/** The topic of each text by its hash, or why it has none. */
export async function assignKnownTopics(
  context: Pick<EnrichContext, "columnar" | "encoder" | "records" | "workspace" | "signal">,
  texts: readonly TextToAssign[],
  { openings, withoutIntent = new Set(), lensId }: AssignKnownOptions = {},
): Promise<Map<string, TextTopic>> {
  const { columnar, encoder, records, workspace } = context;
  const { version, dimension } = encoder;
  const known = await loadKnownTopics(records.db, workspace, encoder, lensId);
  const topicOf = new Map<string, TextTopic>();
  const isWanted = ({ textHash, text }: TextToAssign) =>
    lensId !== undefined || (!withoutIntent.has(textHash) && bearsIntent(text));
  const wanted: TextToAssign[] = [];
  for (const entry of texts) {
    const given = known.byHand.get(entry.textHash);
    if (given !== undefined) topicOf.set(entry.textHash, byHand(given));
    else if (isWanted(entry)) wanted.push(entry);
    else topicOf.set(entry.textHash, none(explainSmallTalk(entry.text)));
  }
  if (wanted.length === 0) return topicOf;
  const options = execOptions(context, "topics.assign");
  const opening =
    openings ??
    (lensId === undefined
      ? new Set((await countOpenings(columnar, { workspace }, options)).keys())
      : new Set(wanted.map(({ textHash }) => textHash)));
  for (let start = 0; start < wanted.length; start += VECTORS_AT_ONCE) {
    context.signal?.throwIfAborted();
    const some = wanted.slice(start, start + VECTORS_AT_ONCE);
    const textHashes = some.map(({ textHash }) => textHash);
    const stored = await loadVectors(columnar, { encoder: version, dimension, textHashes }, options);
    const found = some.filter(({ textHash }) => stored.has(textHash));
    const vectors = new Float32Array(found.length * dimension);
    found.forEach(({ textHash }, at) => {
      vectors.set(stored.get(textHash) ?? new Float32Array(dimension), at * dimension);
    });
    assignRows({ found, vectors, dimension, opening, known }, topicOf);
    for (const { textHash } of some) if (!topicOf.has(textHash)) topicOf.set(textHash, none("new"));
  }
  return topicOf;
}

/** A person is sure. */
function byHand(topicId: number): TextTopic {
  return topicId === 0 ? none("by-hand") : { topicId, topicConfidence: 1, topicReason: "", nearTopicId: 0 };
}

type Batch = {
  readonly found: readonly TextToAssign[];
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly opening: ReadonlySet<string>;
  readonly known: KnownTopics;
};

function assignRows(
  { found, vectors, dimension, opening, known }: Batch,
  topicOf: Map<string, TextTopic>,
): void {
  const { topics } = known;
  const rows = unitRows(vectors, dimension);
  const { assignment, confidence } = assignToTopics({ vectors, dimension, topics });
  const opens = found.map(({ textHash }) => opening.has(textHash));
  const reasons = explainUnassigned({
    texts: found.map(({ text }) => text),
    vectors,
    dimension,
    topics,
    opens,
  });
  found.forEach(({ textHash }, at) => {
    const topic = topics[assignment[at] ?? -1];
    const sure = confidence[at] ?? 0;
    const least = opens[at] === true ? LEAST_CONFIDENCE : LEAST_CONFIDENCE_IN_PASSING;
    const { reason = "new", nearTopicId = 0 } = reasons[at] ?? {};
    topicOf.set(
      textHash,
      topic === undefined || sure < least
        ? none(reason, nearTopicId)
        : {
            topicId: finestTopic(topic, rows, at),
            topicConfidence: sure,
            topicReason: "",
            nearTopicId: 0,
          },
    );
  });
}
