// Fits a classical topic model to what customers say and keeps it beside the tree: its words, sizes and scores, and the topic of
// each text.
import { insertModelTopics, listModelTexts } from "../../../columnar/models/model-texts.ts";
import { AppError } from "../../../core/errors.ts";
import { heaviestTerms, heaviestTopics } from "../../../mining/topic-models/topic-model.ts";
import { fitTopicModelInWorker } from "../../../mining/worker/fit-in-worker.ts";
import type { ModelMethod } from "../../../records/schema.ts";
import { loadCuratedTree } from "../../../records/topic-curations.ts";
import { saveTopicModel } from "../../../records/topic-models.ts";
import { type EnrichContext, execOptions } from "../../enrich/enrich-context.ts";

export type FitTopicModel = {
  readonly id: string;
  readonly method: ModelMethod;
  /** Unset: as many as the tree has topics. */
  readonly topicCount?: number;
  readonly seed: number;
};

const SHOWN_WORDS = 25;
const FEWEST_TEXTS = 12;
const DEFAULT_TOPICS = 20;

/** Throws CONFLICT when there is too little to fit to, CANCELLED when the signal aborts; nothing is stored then. */
export async function fitTopicModel(
  context: Pick<EnrichContext, "columnar" | "records" | "workspace" | "signal" | "progress">,
  { id, method, topicCount, seed }: FitTopicModel,
): Promise<void> {
  const { columnar, workspace, signal } = context;
  const { db } = context.records;
  const options = execOptions(context, "topics.model");
  const startedAt = performance.now();
  const texts = await listModelTexts(columnar, { workspace }, options);
  if (texts.length < FEWEST_TEXTS)
    throw new AppError("CONFLICT", { problem: "There are too few texts for a topic model" });
  const { tree } = await loadCuratedTree(db, workspace);
  const topics = [...tree.nodes.values()].filter(({ level, isHidden }) => level === "topic" && !isHidden);
  const fitted = await fitTopicModelInWorker({
    method,
    texts: texts.map(({ text }) => text),
    topicCount: topicCount ?? (topics.length > 0 ? topics.length : DEFAULT_TOPICS),
    seed,
    tree: texts.map(({ topicId }) => tree.idAt("topic", topicId)),
    ...(signal !== undefined && { signal }),
    onShare: (share) =>
      context.progress?.(Math.round(share * texts.length), texts.length, "fitting a topic model"),
  });
  const { vocabulary, model, judged } = fitted;
  if (vocabulary.length === 0 || judged === undefined)
    throw new AppError("CONFLICT", { problem: "No word stands in two texts" });
  const { termCount, topicTerms } = model;
  const words = heaviestTerms(model, SHOWN_WORDS).map((terms, topic) =>
    terms.map((term) => ({
      word: vocabulary[term] ?? "",
      weight: topicTerms[topic * termCount + term] ?? 0,
    })),
  );
  const { topics: topicOf, shares } = heaviestTopics(model);
  await insertModelTopics(
    columnar,
    { workspace, model: id },
    texts.flatMap(({ textHash }, row) =>
      judged.known[row] === 0 ? [] : [{ textHash, topic: (topicOf[row] ?? 0) + 1, share: shares[row] ?? 0 }],
    ),
    options,
  );
  const { description, tree: treeScores, agreement } = judged;
  const { npmi, cv, diversity } = description;
  await saveTopicModel(db, {
    ...{ id, workspace, method, seed, texts: texts.length },
    scores: { npmi, cv, diversity, tree: treeScores, agreement },
    topics: description.topics.map(({ topic, texts: size, npmi: own, cv: ownCv }) => {
      return { topic: topic + 1, words: words[topic] ?? [], texts: size, npmi: own, cv: ownCv };
    }),
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
  });
}
