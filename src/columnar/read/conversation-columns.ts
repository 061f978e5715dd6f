// The columns of a conversation that lists and threads show, and what they become.
import type { Channel, Outcome, OutcomeOrigin } from "../../core/domain.ts";
import type { TopicTree } from "../../core/topic-tree.ts";
import { sql } from "../../query/sql.ts";
import { toInstant } from "./read-context.ts";

export const CONVERSATION_COLUMNS = sql`conversation_id, day, external_id, source, channel, language, customer, started_at, ended_at, outcome, outcome_origin, handed_over, message_count, topic_ids, primary_topic_id, sentiment_start, sentiment_end, sentiment_lowest, sentiment_mean, has_sentiment`;

export type ConversationColumns = {
  readonly conversation_id: string;
  readonly day: string;
  readonly external_id: string;
  readonly source: string;
  readonly channel: Channel;
  readonly language: string;
  readonly customer: string;
  readonly started_at: string;
  readonly ended_at: string;
  readonly outcome: Outcome;
  readonly outcome_origin: OutcomeOrigin;
  readonly handed_over: boolean;
  readonly message_count: number;
  readonly topic_ids: readonly number[];
  readonly primary_topic_id: number;
  readonly sentiment_start: number;
  readonly sentiment_end: number;
  readonly sentiment_lowest: number;
  readonly sentiment_mean: number;
  readonly has_sentiment: boolean;
};

/** A topic as answers name it. Null for an id that is hidden or that nobody knows any more. */
export function nameTopic(id: number, tree: TopicTree): { id: number; name: string } | null {
  const node = tree.nodes.get(id);
  return node === undefined ? null : { id, name: node.name };
}

/** The topics that stored ones belong to today, each once. */
function namesOf(ids: readonly number[], tree: TopicTree): { id: number; name: string }[] {
  return [...new Set(ids.map((id) => tree.idAt("topic", id)))].flatMap((id) => nameTopic(id, tree) ?? []);
}

/** The topics of a conversation and the one that it is mainly about. */
export function topicsOf(row: Pick<ConversationColumns, "topic_ids" | "primary_topic_id">, tree: TopicTree) {
  return {
    topics: namesOf(row.topic_ids, tree),
    primaryTopic: nameTopic(tree.idAt("topic", row.primary_topic_id), tree),
  };
}

export function toConversation(row: ConversationColumns, tree: TopicTree) {
  const [startedAt, endedAt] = [toInstant(row.started_at), toInstant(row.ended_at)];
  return {
    id: row.conversation_id,
    externalId: row.external_id,
    source: row.source,
    channel: row.channel,
    language: row.language,
    customer: row.customer,
    startedAt,
    endedAt,
    durationSeconds: Math.max(0, (Date.parse(endedAt) - Date.parse(startedAt)) / 1000),
    messageCount: row.message_count,
    outcome: row.outcome,
    outcomeOrigin: row.outcome_origin,
    handedOver: row.handed_over,
    ...topicsOf(row, tree),
    sentiment: row.has_sentiment
      ? {
          start: row.sentiment_start,
          end: row.sentiment_end,
          lowest: row.sentiment_lowest,
          mean: row.sentiment_mean,
        }
      : null,
  };
}
