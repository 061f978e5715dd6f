// How big each node of the tree is within a filter and a window, how that moves and how people feel about it, at all levels
// at once. Sizes are conversations that have the topic, or one below it, at least once; sentiment is of its utterances there.
import type { TopicTree } from "../../core/topic-tree.ts";
import { readReason, type UnassignedReason } from "../../core/unassigned-reason.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { isShareChangeNoise, meanInterval, wilsonInterval } from "../../query/interval.ts";
import type { MeasuredValue } from "../../query/shape-answer.ts";
import { CUSTOMER_SQL, LARGEST_SMALLEST_GROUP } from "../../query/smallest-group.ts";
import { type Sql, sql } from "../../query/sql.ts";
import { timeDimensionSql } from "../../query/time-dimensions.ts";
import type { TimeGrain } from "../../query/time-range.ts";
import { chooseGrain, listBuckets, previousWindow, type TimeWindow } from "../../query/time-window.ts";
import { allTopicsOf } from "../../query/topic-columns.ts";
import { formatLocal } from "../../query/zone.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "./read-context.ts";
import { conversationsWhere, saidIn, topicIdsIn, utterancesWhere } from "./scope-where.ts";

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

export type UnassignedCounts = {
  readonly utterances: number;
  /** Customer utterances that say something: what the share is of. */
  readonly outOf: number;
  readonly smallTalk: number;
  readonly reasons: ReadonlyMap<UnassignedReason, number>;
};

export type TopicOverview = {
  /** By the node's id, hidden ones left out. */
  readonly figures: ReadonlyMap<number, TopicFigures>;
  /** Nodes of which fewer customers speak than the smallest group asks for. */
  readonly small: ReadonlySet<number>;
  readonly conversations: number;
  /** Conversations with any topic. */
  readonly withTopic: number;
  readonly unassigned: UnassignedCounts;
  readonly window: TimeWindow;
  readonly comparedWith: TimeWindow | undefined;
  readonly grain: TimeGrain;
  readonly buckets: readonly string[];
};

type Sized = { readonly topic: number; readonly n: string };
type Felt = {
  readonly topic: number;
  readonly reason: string;
  readonly n: string;
  readonly waiting: string;
  readonly labelled: string;
  readonly sum: number;
  readonly squares: number;
};

/** Topic of the row that counts conversations with any. */
const ANY = 0;

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
  const topics = allTopicsOf(topicIdsIn(context), context.topics);
  const { table, counts } = saidIn(context);
  const [before, sizes, sizesBefore, moves, felt] = await Promise.all([
    earlier === undefined
      ? undefined
      : countRows(columnar, conversationsWhere(scope, earlier, context), context),
    readSizes(columnar, where, context),
    earlier === undefined
      ? undefined
      : readSizes(columnar, conversationsWhere(scope, earlier, context), context),
    columnar.query<Sized & { readonly bucket: string | number }>(
      sql`SELECT arrayJoin(${topics}) AS topic, ${timeDimensionSql("time", "conversation", grain, context.calendar)} AS bucket, count() AS n FROM conversations FINAL WHERE ${where} GROUP BY topic, bucket ${FINAL_SETTINGS}`,
      options,
    ),
    columnar.query<Felt>(
      sql`SELECT topic_id AS topic, topic_reason AS reason, countIf(${counts}) AS n, countIf(${counts} AND label_version = '') AS waiting, countIf(has_sentiment) AS labelled, sumIf(toFloat64(sentiment), has_sentiment) AS sum, sumIf(toFloat64(sentiment) * sentiment, has_sentiment) AS squares FROM ${table} FINAL WHERE ${utterancesWhere(scope, condition, context)} GROUP BY topic, reason ${FINAL_SETTINGS}`,
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
  const feelings = sumFeelings(felt, context.topics);
  const figures = new Map<number, TopicFigures>();
  for (const topic of new Set([...sizes.keys(), ...(sizesBefore?.keys() ?? []), ...feelings.keys()])) {
    if (topic === ANY) continue;
    const conversations = sizes.get(topic)?.conversations ?? 0;
    const past = sizesBefore?.get(topic)?.conversations ?? 0;
    figures.set(topic, {
      utterances: feelings.get(topic)?.utterances ?? 0,
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
  const least = context.smallestGroup;
  const isSmall = ([topic, { customers }]: readonly [number, Size]) => topic !== ANY && customers < least;
  return {
    figures,
    small: new Set([...sizes].filter(isSmall).map(([topic]) => topic)),
    conversations: total,
    withTopic: sizes.get(ANY)?.conversations ?? 0,
    unassigned: countUnassigned(felt, context.topics),
    window,
    comparedWith: earlier,
    grain,
    buckets,
  };
}

type Feeling = { utterances: number; labelled: number; sum: number; squares: number };

/** The utterances of a stored topic count for the node that it stands for and for those above. */
function sumFeelings(felt: readonly Felt[], tree: TopicTree): ReadonlyMap<number, Feeling> {
  const sums = new Map<number, Feeling>();
  for (const row of felt) {
    if (tree.idAt("subtopic", row.topic) === 0) continue;
    for (const { id } of tree.path(row.topic)) {
      const sum = sums.get(id) ?? { utterances: 0, labelled: 0, sum: 0, squares: 0 };
      sum.utterances += Number(row.n);
      sum.labelled += Number(row.labelled);
      sum.sum += row.sum;
      sum.squares += row.squares;
      sums.set(id, sum);
    }
  }
  return sums;
}

function countUnassigned(felt: readonly Felt[], tree: TopicTree): UnassignedCounts {
  const reasons = new Map<UnassignedReason, number>();
  let [all, smallTalk] = [0, 0];
  const add = (reason: UnassignedReason, n: number): void => {
    if (n > 0) reasons.set(reason, (reasons.get(reason) ?? 0) + n);
  };
  for (const { topic, reason, n, waiting } of felt) {
    const labelled = Number(n) - Number(waiting);
    all += Number(n);
    add("waiting", Number(waiting));
    if (topic !== 0) {
      if (tree.idAt("subtopic", topic) === 0) add("hidden", labelled);
      continue;
    }
    const why = readReason(reason);
    if (why === "small-talk") smallTalk += labelled;
    else add(why, labelled);
  }
  const utterances = [...reasons.values()].reduce((sum, n) => sum + n, 0);
  return { utterances, outOf: all - smallTalk, smallTalk, reasons };
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

function sentimentOf(feeling: Feeling | undefined): MeasuredValue {
  const n = feeling?.labelled ?? 0;
  if (feeling === undefined || n === 0) return { value: null, n: 0, low: null, high: null };
  const mean = feeling.sum / n;
  const deviation = n < 2 ? undefined : Math.sqrt(Math.max(0, feeling.squares - n * mean * mean) / (n - 1));
  const interval = deviation === undefined ? undefined : meanInterval(mean, deviation, n);
  return { value: mean, n, low: interval?.low ?? null, high: interval?.high ?? null };
}

async function countRows(columnar: Columnar, where: Sql, context: ReadContext): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT count() AS n FROM conversations FINAL WHERE ${where} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return Number(row?.n ?? 0);
}

type Size = { readonly conversations: number; readonly customers: number };

/** By node, and under 0 the conversations with any. Customers are counted to just beyond the smallest group. */
async function readSizes(
  columnar: Columnar,
  where: Sql,
  context: ReadContext,
): Promise<ReadonlyMap<number, Size>> {
  const least = Math.min(LARGEST_SMALLEST_GROUP, Math.max(1, context.smallestGroup));
  const topics = allTopicsOf(topicIdsIn(context), context.topics);
  const rows = await columnar.query<Sized & { readonly customers: string }>(
    sql`SELECT arrayJoin(if(empty(${topics}), ${topics}, arrayPushBack(${topics}, toUInt32(0)))) AS topic, count() AS n, uniqUpTo(${least})(${CUSTOMER_SQL}) AS customers FROM conversations FINAL WHERE ${where} GROUP BY topic ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return new Map(
    rows.map((row) => [row.topic, { conversations: Number(row.n), customers: Number(row.customers) }]),
  );
}
