// The map of topics: the customers' distinct texts that lie on it and are said within a filter and a window.
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { type Sql, sql, typed } from "../../query/sql.ts";
import type { TimeWindow } from "../../query/time-window.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "./read-context.ts";
import { saidIn, sharedBy, utterancesWhere } from "./scope-where.ts";
import { type Quote, readQuotes } from "./topic-quotes.ts";

export type MapPoints = {
  /** Two coordinates a point. */
  readonly places: Float32Array;
  /** The topic that each text has now, 0 for none. */
  readonly topicIds: Uint32Array;
  /** How often each text is said. */
  readonly weights: Uint32Array;
  /** Distinct texts within the scope that lie on the map; more than there are points when the map is a sample. */
  readonly total: number;
};

type PointRow = { x: number; y: number; topic: number; n: string; total: string };

/** Where texts lie on the map of the context's lens. */
function positionsSql({ workspace, lensId }: ReadContext): Sql {
  return lensId === undefined
    ? sql`SELECT text_hash, x, y FROM text_positions FINAL WHERE workspace = ${workspace}`
    : sql`SELECT text_hash, x, y FROM lens_positions FINAL WHERE workspace = ${workspace} AND lens = ${lensId}`;
}

/** The topics that enough customers speak of within the scope, 0 among them when enough say what has none. */
function sharedTopics(scope: Scope, window: TimeWindow | undefined, context: ReadContext): Sql {
  return sharedBy(sql`topic_id`, scope, window, context);
}

/**
 * Texts of topics that too few customers speak of stay out. At most `limit` points; of more texts those with the
 * lowest hashes, which is a fair sample and the same every time.
 */
export async function readTopicMap(
  columnar: Columnar,
  scope: Scope,
  limit: number,
  context: ReadContext,
): Promise<MapPoints> {
  const { condition } = await readWindow(columnar, scope.time, context);
  const { table, counts } = saidIn(context);
  const said = sql`SELECT text_hash, any(topic_id) AS stored, count() AS n FROM ${table} FINAL WHERE ${utterancesWhere(scope, condition, context)} AND ${counts} AND topic_id IN (${sharedTopics(scope, condition, context)}) GROUP BY text_hash`;
  const rows = await columnar.query<PointRow>(
    sql`SELECT x, y, stored AS topic, n, count() OVER () AS total FROM (${said}) AS said INNER JOIN (${positionsSql(context)}) AS laid USING (text_hash) ORDER BY text_hash LIMIT ${limit} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const places = new Float32Array(rows.length * 2);
  for (const [row, { x, y }] of rows.entries()) places.set([x, y], row * 2);
  return {
    places,
    topicIds: Uint32Array.from(rows, ({ topic }) => context.topics.idAt("subtopic", topic)),
    weights: Uint32Array.from(rows, ({ n }) => Number(n)),
    total: Number(rows[0]?.total ?? 0),
  };
}

/**
 * What is said nearest to a place of the map, the nearest first. A text whose topic too few customers speak of within the
 * scope stays out.
 */
export async function readTextsNear(
  columnar: Columnar,
  scope: Scope,
  place: { readonly x: number; readonly y: number; readonly count: number },
  context: ReadContext,
): Promise<readonly (Quote & { readonly topicId: number })[]> {
  const { condition } = await readWindow(columnar, scope.time, context);
  const where = utterancesWhere(scope, condition, context);
  const { table, counts } = saidIn(context);
  const distance: Sql = sql`pow(x - ${typed(place.x, "Float32")}, 2) + pow(y - ${typed(place.y, "Float32")}, 2)`;
  const rows = await columnar.query<{
    topic: number;
    confidence: number;
    at: readonly [string, string, number, number, string];
  }>(
    sql`SELECT any(topic_id) AS topic, any(topic_confidence) AS confidence, argMin((toString(conversation_id), toString(message_id), span_start, span_end, toString(sent_at)), (sent_at, message_id, span_start)) AS at FROM ${table} FINAL INNER JOIN (${positionsSql(context)} ORDER BY ${distance}, text_hash LIMIT ${place.count * 20}) AS laid USING (text_hash) WHERE ${where} AND ${counts} AND topic_id IN (${sharedTopics(scope, condition, context)}) GROUP BY text_hash ORDER BY min(${distance}), text_hash LIMIT ${place.count} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const quotes = await readQuotes(
    columnar,
    rows.map(({ at: [conversationId, messageId, start, end, sentAt], confidence }) => ({
      conversationId,
      messageId,
      start,
      end,
      sentAt,
      confidence,
    })),
    context,
  );
  return quotes.map((quote, row) => ({
    ...quote,
    topicId: context.topics.idAt("subtopic", rows[row]?.topic ?? 0),
  }));
}
