// What people say of a topic: the customers' words nearest to it within a filter and a window.
import { utteranceId } from "../../core/utterance-id.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { type Sql, sql, typed } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope, toInstant } from "./read-context.ts";
import { saidIn, utterancesWhere } from "./scope-where.ts";

export type Quote = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly utteranceId: string;
  readonly sentAt: string;
  readonly text: string;
  readonly confidence: number;
};

/** Where an utterance stands. */
export type QuotePlace = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly start: number;
  readonly end: number;
  readonly sentAt: string;
  readonly confidence: number;
};

type QuoteRow = readonly [number, string, string, string, number, number, string];

/**
 * The words nearest to each topic or to one below it, each wording once; `count` a topic, none for 0. No topic may stand under
 * another of the list.
 */
export async function readTopicQuotes(
  columnar: Columnar,
  scope: Scope,
  topics: readonly number[],
  count: number,
  context: ReadContext,
): Promise<ReadonlyMap<number, readonly Quote[]>> {
  if (topics.length === 0 || count === 0) return new Map();
  const { condition } = await readWindow(columnar, scope.time, context);
  const where = utterancesWhere(scope, condition, context);
  const { table, counts } = saidIn(context);
  const pairs = topics.flatMap((topic) =>
    context.topics.storedUnder(topic).map((stored) => [stored, topic] as const),
  );
  const ids = (place: 0 | 1): Sql =>
    typed(
      pairs.map((pair) => pair[place]),
      "Array(UInt32)",
    );
  const rows = await columnar.query<{ topic: number; best: readonly QuoteRow[] }>(
    sql`SELECT transform(topic_id, ${ids(0)}, ${ids(1)}, toUInt32(0)) AS topic, groupArraySorted(100)((-topic_confidence, toString(text_hash), toString(conversation_id), toString(message_id), span_start, span_end, toString(sent_at))) AS best FROM ${table} FINAL WHERE ${where} AND ${counts} AND topic_id IN ${ids(0)} GROUP BY topic ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const chosen = rows.flatMap(({ topic, best }) => {
    const distinct = new Map(best.map((row) => [row[1], row]));
    return [...distinct.values()].slice(0, count).map((row) => ({ topic, row }));
  });
  const quotes = await readQuotes(
    columnar,
    chosen.map(({ row: [confidence, , conversationId, messageId, start, end, sentAt] }) => {
      return { conversationId, messageId, start, end, sentAt, confidence: -confidence };
    }),
    context,
  );
  const found = chosen.map(({ topic }, place) => ({ topic, quote: quotes[place] as Quote }));
  return new Map(
    [...Map.groupBy(found, (entry) => entry.topic)].map(([topic, entries]) => [
      topic,
      entries.map((entry) => entry.quote),
    ]),
  );
}

/** The words at each place, in the same order; empty where the message is gone. */
export async function readQuotes(
  columnar: Columnar,
  places: readonly QuotePlace[],
  context: ReadContext,
): Promise<readonly Quote[]> {
  if (places.length === 0) return [];
  const uuids = (list: readonly string[]): Sql => typed([...new Set(list)], "Array(UUID)");
  const conversations = uuids(places.map(({ conversationId }) => conversationId));
  const messageIds = uuids(places.map(({ messageId }) => messageId));
  const messages = await columnar.query<{ message_id: string; text: string }>(
    sql`SELECT message_id, text FROM messages FINAL WHERE workspace = ${context.workspace} AND conversation_id IN ${conversations} AND message_id IN ${messageIds} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const texts = new Map(messages.map((message) => [message.message_id, message.text]));
  return places.map(({ conversationId, messageId, start, end, sentAt, confidence }) => ({
    conversationId,
    messageId,
    utteranceId: utteranceId(messageId, start),
    sentAt: toInstant(sentAt),
    text: (texts.get(messageId) ?? "").slice(start, end).toWellFormed().trim(),
    confidence,
  }));
}

/** The words at places that were kept beside a group. */
export async function readPlacedQuotes(
  columnar: Columnar,
  places: readonly {
    readonly conversationId: string;
    readonly messageId: string;
    readonly spanStart: number;
    readonly spanEnd: number;
  }[],
  context: ReadContext,
): Promise<readonly Quote[]> {
  if (places.length === 0) return [];
  const messages = typed(
    places.map(({ messageId }) => messageId),
    "Array(UUID)",
  );
  const conversations = typed(
    places.map(({ conversationId }) => conversationId),
    "Array(UUID)",
  );
  const rows = await columnar.query<{ message_id: string; sent_at: string }>(
    sql`SELECT message_id, toString(sent_at) AS sent_at FROM messages FINAL WHERE workspace = ${context.workspace} AND conversation_id IN ${conversations} AND message_id IN ${messages} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const times = new Map(rows.map(({ message_id, sent_at }) => [message_id, sent_at]));
  const living = places.flatMap(({ conversationId, messageId, spanStart, spanEnd }) => {
    const sentAt = times.get(messageId);
    return sentAt === undefined
      ? []
      : [{ conversationId, messageId, start: spanStart, end: spanEnd, sentAt, confidence: 0 }];
  });
  return readQuotes(columnar, living, context);
}
