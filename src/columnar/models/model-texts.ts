// The texts that a classical topic model is fitted to, and the topic that it gives each of them.
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";

export type ModelText = {
  readonly textHash: string;
  readonly text: string;
  /** The topic that it carries in the tree; 0 for none. */
  readonly topicId: number;
};

/** The customers' distinct texts that say something, in the order of their hashes: what the tree is about as well. */
export async function listModelTexts(
  columnar: Columnar,
  { workspace }: { readonly workspace: string },
  options: ExecOptions,
): Promise<ModelText[]> {
  return columnar.query<ModelText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, max(topic_id) AS topicId FROM utterances FINAL
        WHERE workspace = ${workspace} AND role = 'customer' AND normalised != '' AND label_version != ''
          AND (topic_id != 0 OR topic_reason NOT IN ('small-talk', 'too-short'))
        GROUP BY text_hash ORDER BY text_hash`,
    options,
  );
}

const WRITTEN_AT_ONCE = 50_000;

export type ModelTopicOfText = { readonly textHash: string; readonly topic: number; readonly share: number };

export async function insertModelTopics(
  columnar: Columnar,
  { workspace, model }: { readonly workspace: string; readonly model: string },
  topics: readonly ModelTopicOfText[],
  options: ExecOptions,
): Promise<void> {
  for (let start = 0; start < topics.length; start += WRITTEN_AT_ONCE) {
    const rows = topics
      .slice(start, start + WRITTEN_AT_ONCE)
      .map(({ textHash, topic, share }) => ({ workspace, model, text_hash: textHash, topic, share }));
    await columnar.insert("model_topics", rows, options);
  }
}

export async function deleteModelTopics(
  columnar: Columnar,
  { workspace, model }: { readonly workspace: string; readonly model: string },
  options: ExecOptions,
): Promise<void> {
  await columnar.exec(
    sql`DELETE FROM model_topics WHERE workspace = ${workspace} AND model = ${model}`,
    options,
  );
}
