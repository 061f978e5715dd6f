// How big each topic is within a filter and a window, how that moves, how people feel about it and what they say. Sizes are
// conversations that have the topic at least once; sentiment and quotes are of its utterances in those conversations.
import { FINAL_SETTINGS, whereSql } from "../../query/compile-query.ts";
import { isShareChangeNoise, meanInterval, wilsonInterval } from "../../query/interval.ts";
import type { MeasuredValue } from "../../query/shape-answer.ts";
import { empty, type Sql, sql, typed } from "../../query/sql.ts";
import { timeDimensionSql } from "../../query/time-dimensions.ts";
import type { TimeGrain } from "../../query/time-range.ts";
import { chooseGrain, listBuckets, previousWindow, type TimeWindow } from "../../query/time-window.ts";
import { formatLocal } from "../../query/zone.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope, toInstant } from "./read-context.ts";

export type TopicFigures = {
  readonly utterances: number;
  readonly conversations: number;
  readonly share: MeasuredValue;
  readonly previous: {
    readonly conversations: number;
    readonly share: MeasuredValue;
    readonly change: number | null;
    readonly isNoise: boolean;
  } | null;
  readonly sentiment: MeasuredValue;
  readonly sparkline: readonly number[];
};

export type TopicOverview = {
  readonly figures: ReadonlyMap<number, TopicFigures>;
  readonly conversations: number;
  readonly unassigned: {
    readonly utterances: number;
    readonly waiting: number;
    readonly customerUtterances: number;
  };
  readonly window: TimeWindow;
  readonly comparedWith: TimeWindow | undefined;
  readonly grain: TimeGrain;
  readonly buckets: readonly string[];
};

type Sized = { readonly topic: number; readonly n: string };
type Felt = {
  topic: number;
  n: string;
  waiting: string;
  labelled: string;
  mean: number | null;
  spread: number | null;
};

export async function readTopicFigures(
  columnar: Columnar,
  scope: Scope,
  context: ReadContext,
): Promise<TopicOverview> {
  const { window, condition } = await readWindow(columnar, scope.time, context);
  const earlier =
    condition === undefined ? undefined : previousWindow(condition, context.calendar, context.now);
  const grain = chooseGrain(window);
  const buckets = listBuckets(window, grain, context.calendar);
  const options = execOptions(context);
  const where = conversationsWhere(scope, condition, context);
  const [before, sizes, sizesBefore, moves, felt] = await Promise.all([
    earlier === undefined
      ? undefined
      : countRows(columnar, conversationsWhere(scope, earlier, context), context),
    readSizes(columnar, where, context),
    earlier === undefined
      ? undefined
      : readSizes(columnar, conversationsWhere(scope, earlier, context), context),
    columnar.query<Sized & { readonly bucket: string | number }>(
      sql`SELECT arrayJoin(topic_ids) AS topic, ${timeDimensionSql("time", "conversation", grain, context.calendar)} AS bucket, count() AS n FROM conversations FINAL WHERE ${where} GROUP BY topic, bucket ${FINAL_SETTINGS}`,
      options,
    ),
    columnar.query<Felt>(
      sql`SELECT topic_id AS topic, countIf(role = 'customer') AS n, countIf(role = 'customer' AND label_version = '') AS waiting, countIf(has_sentiment) AS labelled, avgIf(sentiment, has_sentiment) AS mean, stddevSampIf(sentiment, has_sentiment) AS spread FROM utterances FINAL WHERE ${utterancesWhere(scope, condition, where, context)} GROUP BY topic ${FINAL_SETTINGS}`,
      options,
    ),
  ]);
  const total = await countRows(columnar, where, context);
  const places = new Map(buckets.map((bucket, place) => [bucket, place]));
  const sparklines = new Map<number, number[]>();
  for (const { topic, bucket, n } of moves) {
    const name =
      grain === "hour" ? formatLocal(Number(bucket) * 1000, context.calendar.timeZone) : String(bucket);
    const line = sparklines.get(topic) ?? buckets.map(() => 0);
    const place = places.get(name);
    if (place !== undefined) line[place] = Number(n);
    sparklines.set(topic, line);
  }
  const feelings = new Map(felt.map((row) => [row.topic, row]));
  const figures = new Map<number, TopicFigures>();
  for (const topic of new Set([...sizes.keys(), ...(sizesBefore?.keys() ?? []), ...feelings.keys()])) {
    if (topic === 0) continue;
    const conversations = sizes.get(topic) ?? 0;
    const utterances = Number(feelings.get(topic)?.n ?? 0);
    const past = sizesBefore?.get(topic) ?? 0;
    figures.set(topic, {
      utterances,
      conversations,
      share: shareOf(conversations, total),
      previous:
        before === undefined
          ? null
          : {
              conversations: past,
              share: shareOf(past, before),
              change: past === 0 ? null : conversations / past - 1,
              isNoise: isShareChangeNoise(past, before, conversations, total),
            },
      sentiment: sentimentOf(feelings.get(topic)),
      sparkline: sparklines.get(topic) ?? buckets.map(() => 0),
    });
  }
  const none = feelings.get(0);
  return {
    figures,
    conversations: total,
    unassigned: {
      utterances: Number(none?.n ?? 0),
      waiting: Number(none?.waiting ?? 0),
      customerUtterances: felt.reduce((sum, row) => sum + Number(row.n), 0),
    },
    window,
    comparedWith: earlier,
    grain,
    buckets,
  };
}

export function shareOf(part: number, whole: number): MeasuredValue {
  const interval = wilsonInterval(part, whole);
  return {
    value: whole === 0 ? null : part / whole,
    n: whole,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function sentimentOf(row: Felt | undefined): MeasuredValue {
  const n = Number(row?.labelled ?? 0);
  const mean = row?.mean ?? null;
  if (n === 0 || mean === null) return { value: null, n: 0, low: null, high: null };
  const interval = row?.spread == null ? undefined : meanInterval(mean, row.spread, n);
  return { value: mean, n, low: interval?.low ?? null, high: interval?.high ?? null };
}

function conversationsWhere(scope: Scope, window: TimeWindow | undefined, context: ReadContext): Sql {
  return whereSql(
    { workspace: context.workspace, filter: scope.filter, ...(window === undefined ? {} : { window }) },
    "conversation",
  );
}

/** All rows of a conversation lie under its day, so that the window's days prune here as well. */
function utterancesWhere(
  scope: Scope,
  window: TimeWindow | undefined,
  conversations: Sql,
  context: ReadContext,
): Sql {
  const here = sql`workspace = ${context.workspace}`;
  if (window === undefined && scope.filter.op === "and" && scope.filter.filters.length === 0) return here;
  const day = (instant: number): Sql => typed(new Date(instant).toISOString().slice(0, 10), "Date");
  const days =
    window === undefined ? empty : sql` AND day >= ${day(window.from)} AND day <= ${day(window.to)}`;
  return sql`${here}${days} AND conversation_id IN (SELECT conversation_id FROM conversations FINAL WHERE ${conversations})`;
}

async function countRows(columnar: Columnar, where: Sql, context: ReadContext): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT count() AS n FROM conversations FINAL WHERE ${where} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return Number(row?.n ?? 0);
}

async function readSizes(
  columnar: Columnar,
  where: Sql,
  context: ReadContext,
): Promise<ReadonlyMap<number, number>> {
  const rows = await columnar.query<Sized>(
    sql`SELECT arrayJoin(topic_ids) AS topic, count() AS n FROM conversations FINAL WHERE ${where} GROUP BY topic ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return new Map(rows.map((row) => [row.topic, Number(row.n)]));
}

export type Quote = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly sentAt: string;
  readonly text: string;
  readonly confidence: number;
};
type QuoteRow = readonly [number, string, string, string, number, number, string];

/** The customers' words nearest to each topic, each wording once. `count` a topic; none for 0. */
export async function readTopicQuotes(
  columnar: Columnar,
  scope: Scope,
  topics: readonly number[],
  count: number,
  context: ReadContext,
): Promise<ReadonlyMap<number, readonly Quote[]>> {
  if (topics.length === 0 || count === 0) return new Map();
  const { condition } = await readWindow(columnar, scope.time, context);
  const where = utterancesWhere(scope, condition, conversationsWhere(scope, condition, context), context);
  const rows = await columnar.query<{ topic: number; best: readonly QuoteRow[] }>(
    sql`SELECT topic_id AS topic, groupArraySorted(100)((-topic_confidence, toString(text_hash), toString(conversation_id), toString(message_id), span_start, span_end, toString(sent_at))) AS best FROM utterances FINAL WHERE ${where} AND role = 'customer' AND topic_id IN ${typed(topics, "Array(UInt32)")} GROUP BY topic ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const chosen = rows.flatMap(({ topic, best }) => {
    const distinct = new Map(best.map((row) => [row[1], row]));
    return [...distinct.values()].slice(0, count).map((row) => ({ topic, row }));
  });
  const messageIds = typed(
    chosen.map(({ row }) => row[3]),
    "Array(UUID)",
  );
  const conversationIds = typed(
    chosen.map(({ row }) => row[2]),
    "Array(UUID)",
  );
  const messages = await columnar.query<{ message_id: string; text: string }>(
    sql`SELECT message_id, text FROM messages FINAL WHERE workspace = ${context.workspace} AND conversation_id IN ${conversationIds} AND message_id IN ${messageIds} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const texts = new Map(messages.map((message) => [message.message_id, message.text]));
  const quotes = chosen.map(({ topic, row }) => {
    const [confidence, , conversationId, messageId, start, end, sentAt] = row;
    const text = (texts.get(messageId) ?? "").slice(start, end).toWellFormed().trim();
    return {
      topic,
      quote: { conversationId, messageId, sentAt: toInstant(sentAt), text, confidence: -confidence },
    };
  });
  return new Map(
    [...Map.groupBy(quotes, (entry) => entry.topic)].map(([topic, entries]) => [
      topic,
      entries.map((entry) => entry.quote),
    ]),
  );
}
