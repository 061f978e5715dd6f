// Brings labels of texts into every utterance that says them, and what they mean for a conversation into its row.
import { newId } from "../../core/ids.ts";
import { empty, type Sql, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, monthOf, placesSql } from "../conversation-place.ts";
import { withWriteLock } from "../write/write-lock.ts";
import { listMonths, rewriteMonth } from "./rewrite-month.ts";
import { rollUpMonth } from "./roll-up-month.ts";
import { dropStaged, stageLabels } from "./stage-labels.ts";
import type { LabelTarget, TextLabel } from "./text-label.ts";

const KEPT = [
  ...[
    "workspace",
    "day",
    "conversation_id",
    "message_id",
    "span_start",
    "span_end",
    "position",
    "sent_at",
    "channel",
  ],
  ...["source", "role", "normalised", "text_hash"],
];
const RENEWED = [
  ...[
    "language",
    "sentiment",
    "has_sentiment",
    "emotions",
    "act",
    "bears_intent",
    "topic_id",
    "topic_confidence",
    "topic_reason",
    "near_topic_id",
  ],
  "label_version",
];

function relabelledRows(target: LabelTarget, labelSet: string, month: number, only: Sql) {
  const { workspace, labelVersion } = target;
  const newVersion = labelVersion === undefined ? sql`label_version` : sql`${labelVersion}`;
  return sql`SELECT *,
      if(is_labelled AND language = '', coalesce(new_language, ''), language) AS after_language,
      if(is_labelled, coalesce(new_sentiment, sentiment), sentiment) AS after_sentiment,
      has_sentiment OR (is_labelled AND new_sentiment IS NOT NULL) AS after_has_sentiment,
      if(is_labelled AND new_act IS NOT NULL, new_emotions, emotions) AS after_emotions,
      if(is_labelled, coalesce(if(role = 'customer', new_act, new_act_of_others), act), act) AS after_act,
      if(is_labelled, coalesce(role = 'customer' AND new_bears_intent, bears_intent), bears_intent) AS after_bears_intent,
      if(is_labelled, coalesce(new_topic_id, topic_id), topic_id) AS after_topic_id,
      if(is_labelled, coalesce(new_topic_confidence, topic_confidence), topic_confidence) AS after_topic_confidence,
      if(is_labelled, coalesce(new_topic_reason, topic_reason), topic_reason) AS after_topic_reason,
      if(is_labelled, coalesce(new_near_topic_id, near_topic_id), near_topic_id) AS after_near_topic_id,
      if(is_labelled, ${newVersion}, label_version) AS after_label_version
    FROM (
      SELECT stored.*, labels.* EXCEPT (label_hash), labels.is_found = 1 AND stored.workspace = ${workspace} AS is_labelled
      FROM (SELECT * FROM utterances FINAL WHERE toYYYYMM(day) = ${month}${only}) AS stored
      LEFT ANY JOIN (
        SELECT text_hash AS label_hash, topic_id AS new_topic_id, topic_confidence AS new_topic_confidence,
          topic_reason AS new_topic_reason, near_topic_id AS new_near_topic_id,
          sentiment AS new_sentiment, emotions AS new_emotions, act AS new_act, act_of_others AS new_act_of_others,
          bears_intent AS new_bears_intent, language AS new_language, 1 AS is_found
        FROM text_labels WHERE workspace = ${workspace} AND label_set = ${labelSet}
      ) AS labels ON stored.text_hash = labels.label_hash
    )`;
}

export type AppliedLabels = { readonly utterances: number; readonly conversations: number };

/**
 * Writes labels to every utterance of the workspace with their texts, month by month, and renews the roll-up of each month's
 * conversations. A kill in between leaves whole months, old or new; running it again completes it. Imports wait meanwhile.
 * With `within`, only rows of those conversations are read and written: new data and single edits cost what they are.
 */
export async function applyLabels(
  columnar: Columnar,
  target: LabelTarget,
  labels: Iterable<TextLabel> | AsyncIterable<TextLabel>,
  given: ExecOptions & {
    readonly onMonth?: (done: number, total: number) => void;
    readonly within?: readonly ConversationPlace[];
  },
): Promise<AppliedLabels> {
  const { onMonth, within, ...rest } = given;
  const options: ExecOptions = { timeoutMs: 3_600_000, ...rest };
  const labelSet = newId();
  const applied = { utterances: 0, conversations: 0 };
  try {
    await stageLabels(columnar, target.workspace, labelSet, labels, options);
    const months =
      within === undefined
        ? await listMonths(columnar, "utterances", target.workspace, options)
        : [...new Set(within.map(({ day }) => monthOf(day)))].sort((one, other) => one - other);
    for (const [index, month] of months.entries()) {
      options.signal?.throwIfAborted();
      await withWriteLock(columnar, async () => {
        const only = within === undefined ? undefined : monthSql(target.workspace, within, month);
        const rows = relabelledRows(target, labelSet, month, only === undefined ? empty : sql` AND ${only}`);
        const { changed } = await rewriteMonth(
          columnar,
          { table: "utterances", month, kept: KEPT, renewed: RENEWED, rows, isPart: only !== undefined },
          options,
        );
        applied.utterances += changed;
        applied.conversations += await rollUpMonth(columnar, target, month, options, only);
      });
      onMonth?.(index + 1, months.length);
    }
    return applied;
  } finally {
    await dropStaged(columnar, target.workspace, labelSet, options);
  }
}

function monthSql(workspace: string, places: readonly ConversationPlace[], month: number): Sql {
  return sql`workspace = ${workspace} AND ${placesSql(places.filter(({ day }) => monthOf(day) === month))}`;
}
