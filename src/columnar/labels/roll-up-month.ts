// Computes anew what a conversation's row says of its utterances: the topics in it, the topic it is mainly about, and how the
// customer's sentiment and emotions ran, and the scores that were given to it as a whole. Only what customers say counts for sentiment and for the main topic.
import { empty, ident, join, type Sql, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { rewriteMonth } from "./rewrite-month.ts";
import type { LabelTarget } from "./text-label.ts";

const KEPT = [
  ...[
    "workspace",
    "day",
    "conversation_id",
    "source",
    "external_id",
    "channel",
    "customer",
    "started_at",
    "ended_at",
  ],
  ...[
    "outcome",
    "outcome_origin",
    "attributes_text",
    "attributes_number",
    "attributes_boolean",
    "attributes_time",
  ],
  ...["message_count", "customer_message_count", "bot_message_count", "agent_message_count", "handed_over"],
  ...["first_customer_text", "row_hash", "import_id"],
];
const SAID = [
  ...[
    "topic_ids",
    "lens_topic_ids",
    "primary_topic_id",
    "sentiment_start",
    "sentiment_end",
    "sentiment_lowest",
    "sentiment_mean",
  ],
  "has_sentiment",
  ...["emotions", "satisfaction", "effort", "urgency", "churn", "has_scores"],
];

function rolledUpRows({ workspace, labelVersion }: LabelTarget, month: number, only: Sql) {
  const newVersion = labelVersion === undefined ? sql`label_version` : sql`${labelVersion}`;
  const order = sql`(sent_at, position, span_start)`;
  const said = sql`role = 'customer' AND has_sentiment`;
  const renewed = SAID.map(
    (name) => sql`if(is_ours, ${ident(`new_${name}`)}, ${ident(name)}) AS ${ident(`after_${name}`)}`,
  );
  return sql`SELECT *,
      if(is_ours AND language = '', new_language, language) AS after_language,
      if(is_ours, ${newVersion}, label_version) AS after_label_version,
      ${join(renewed, ", ")}
    FROM (
      SELECT stored.*, said.* EXCEPT (said_day, said_id), scored.* EXCEPT (scored_day, scored_id), seen.* EXCEPT (seen_day, seen_id), stored.workspace = ${workspace} AS is_ours
      FROM (SELECT * FROM conversations FINAL WHERE toYYYYMM(day) = ${month}${only}) AS stored
      LEFT ANY JOIN (
        SELECT day AS said_day, conversation_id AS said_id,
          arraySort(groupUniqArrayIf(topic_id, topic_id > 0)) AS new_topic_ids,
          argMinIf(topic_id, ${order}, topic_id > 0 AND role = 'customer') AS new_primary_topic_id,
          argMinIf(sentiment, ${order}, ${said}) AS new_sentiment_start,
          argMaxIf(sentiment, ${order}, ${said}) AS new_sentiment_end,
          minIf(sentiment, ${said}) AS new_sentiment_lowest,
          -- rounded, because the order in which floats are added is not fixed
          toFloat32(if(countIf(${said}) = 0, 0, round(avgIf(sentiment, ${said}), 4))) AS new_sentiment_mean,
          countIf(${said}) > 0 AS new_has_sentiment,
          arraySort(groupUniqArrayArrayIf(emotions, role = 'customer')) AS new_emotions,
          arrayElement(topKIf(1)(language, language != ''), 1) AS new_language
        FROM utterances FINAL
        WHERE workspace = ${workspace} AND toYYYYMM(day) = ${month}${only}
        GROUP BY day, conversation_id
      ) AS said ON stored.day = said.said_day AND stored.conversation_id = said.said_id
      LEFT ANY JOIN (
        SELECT day AS scored_day, conversation_id AS scored_id, satisfaction AS new_satisfaction, effort AS new_effort,
          urgency AS new_urgency, churn AS new_churn, true AS new_has_scores
        FROM conversation_scores FINAL WHERE workspace = ${workspace} AND toYYYYMM(day) = ${month}${only}
      ) AS scored ON stored.day = scored.scored_day AND stored.conversation_id = scored.scored_id
      LEFT ANY JOIN (
        SELECT day AS seen_day, conversation_id AS seen_id, arraySort(groupUniqArray(topic_id)) AS new_lens_topic_ids
        FROM lens_utterances FINAL WHERE workspace = ${workspace} AND topic_id > 0 AND toYYYYMM(day) = ${month}${only}
        GROUP BY day, conversation_id
      ) AS seen ON stored.day = seen.seen_day AND stored.conversation_id = seen.seen_id
    )`;
}

/**
 * Renews the roll-up of the workspace's conversations of a month, or of those that `only` names; says how many rows changed.
 * Under the write lock.
 */
export async function rollUpMonth(
  columnar: Columnar,
  target: LabelTarget,
  month: number,
  options: ExecOptions,
  only?: Sql,
): Promise<number> {
  const rows = rolledUpRows(target, month, only === undefined ? empty : sql` AND ${only}`);
  const { changed } = await rewriteMonth(
    columnar,
    {
      table: "conversations",
      month,
      kept: KEPT,
      renewed: [...SAID, "language", "label_version"],
      rows,
      isPart: only !== undefined,
    },
    options,
  );
  return changed;
}
