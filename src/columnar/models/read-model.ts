// What a classical model's topics are within a filter and a window: their sizes, which topics of the tree they overlap, and what
// people say of one. Topics of fewer customers than the smallest group are left out.
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { CUSTOMER_SQL, LARGEST_SMALLEST_GROUP } from "../../query/smallest-group.ts";
import { type Sql, sql } from "../../query/sql.ts";
import { topicAt } from "../../query/topic-columns.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "../read/read-context.ts";
import { conversationsWhere, utterancesWhere } from "../read/scope-where.ts";
import { type Quote, readQuotes } from "../read/topic-quotes.ts";

export type ModelTopicFigures = {
  readonly utterances: number;
  readonly conversations: number;
  /** Utterances by the tree's topic, 0 for none; the most first. Cells of too few customers are left out. */
  readonly overlaps: readonly { readonly id: number; readonly utterances: number }[];
};

type Of = Scope & { readonly model: string };
type Row = {
  topic: number;
  tree: number;
  n: string;
  conversations: string;
  customers: string;
  isWhole: number;
};

/** By topic; the small ones are absent. */
export async function readModelFigures(
  columnar: Columnar,
  scope: Of,
  context: ReadContext,
): Promise<ReadonlyMap<number, ModelTopicFigures>> {
  const least = context.smallestGroup;
  const tree = topicAt("topic", sql`said.topic_id`, context.topics);
  const rows = await columnar.query<Row>(
    sql`SELECT topic, ${tree} AS tree, toUInt8(grouping(tree)) AS isWhole, count() AS n, uniqExact(said.conversation_id) AS conversations,
          uniqUpTo(${Math.min(LARGEST_SMALLEST_GROUP, Math.max(1, least))})(who) AS customers
        FROM (${await saidSql(columnar, scope, context)}) AS said
        GROUP BY GROUPING SETS ((topic), (topic, tree)) ORDER BY n DESC, tree ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const shown = rows.filter(({ customers }) => Number(customers) >= least);
  const cells = Map.groupBy(
    shown.filter(({ isWhole }) => isWhole === 0),
    ({ topic }) => topic,
  );
  return new Map(
    shown
      .filter(({ isWhole }) => isWhole === 1)
      .map(({ topic, n, conversations }) => [
        topic,
        {
          utterances: Number(n),
          conversations: Number(conversations),
          overlaps: (cells.get(topic) ?? []).map((cell) => ({ id: cell.tree, utterances: Number(cell.n) })),
        },
      ]),
  );
}

/** The customers' utterances of the scope that the model gives a topic, each with who says it. */
async function saidSql(columnar: Columnar, scope: Of, context: ReadContext): Promise<Sql> {
  const { condition } = await readWindow(columnar, scope.time, context);
  const { workspace } = context;
  return sql`SELECT conversation_id, message_id, span_start, span_end, sent_at, text_hash, topic_id, who, topic, share
    FROM (SELECT * FROM utterances FINAL WHERE ${utterancesWhere(scope, condition, context)} AND role = 'customer') AS uttered
    INNER JOIN (SELECT text_hash, topic, share FROM model_topics WHERE workspace = ${workspace} AND model = ${scope.model}) AS modelled USING (text_hash)
    INNER JOIN (SELECT conversation_id, ${CUSTOMER_SQL} AS who FROM conversations FINAL WHERE ${conversationsWhere(scope, condition, context)}) AS people USING (conversation_id)`;
}

/** The words that are most of a topic, each wording once. Ask only for topics that are not small. */
export async function readModelQuotes(
  columnar: Columnar,
  scope: Of & { readonly topic: number; readonly count: number },
  context: ReadContext,
): Promise<readonly Quote[]> {
  const rows = await columnar.query<{
    share: number;
    at: readonly [string, string, number, number, string];
  }>(
    sql`SELECT any(share) AS share, argMin((toString(conversation_id), toString(message_id), span_start, span_end, toString(sent_at)), (sent_at, message_id, span_start)) AS at
        FROM (${await saidSql(columnar, scope, context)}) AS said WHERE topic = ${scope.topic}
        GROUP BY text_hash ORDER BY share DESC, text_hash LIMIT ${scope.count} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return readQuotes(
    columnar,
    rows.map(({ share, at: [conversationId, messageId, start, end, sentAt] }) => {
      return { conversationId, messageId, start, end, sentAt, confidence: share };
    }),
    context,
  );
}
