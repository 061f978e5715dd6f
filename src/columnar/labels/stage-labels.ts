// Labels of texts on their way into rows: they wait in a table of their own, so that the engine joins them in by itself.
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { TextLabel } from "./text-label.ts";

const LABELS_AT_ONCE = 50_000;

/** Puts labels into `text_labels` under a name of their own, where they wait to be joined in; says how many. */
export async function stageLabels(
  columnar: Columnar,
  workspace: string,
  labelSet: string,
  labels: Iterable<TextLabel> | AsyncIterable<TextLabel>,
  options: ExecOptions,
): Promise<number> {
  let rows: object[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    await columnar.insert("text_labels", rows, options);
    rows = [];
  };
  for await (const label of labels) {
    rows.push({
      workspace,
      label_set: labelSet,
      text_hash: label.textHash,
      topic_id: label.topicId ?? null,
      topic_confidence: label.topicConfidence ?? null,
      topic_reason: label.topicReason ?? null,
      near_topic_id: label.nearTopicId ?? null,
      sentiment: label.sentiment ?? null,
      emotions: label.said?.emotions ?? [],
      act: label.said?.act ?? null,
      act_of_others: label.said?.actOfOthers ?? null,
      bears_intent: label.said?.bearsIntent ?? null,
      language: label.language ?? null,
    });
    count += 1;
    if (rows.length >= LABELS_AT_ONCE) await flush();
  }
  await flush();
  return count;
}

/** Takes labels that were joined in out of the way. */
export async function dropStaged(
  columnar: Columnar,
  workspace: string,
  labelSet: string,
  { tag }: Pick<ExecOptions, "tag">,
): Promise<void> {
  await columnar.exec(
    sql`DELETE FROM text_labels WHERE workspace = ${workspace} AND label_set = ${labelSet}`,
    { tag },
  );
}
