// What customers say that belongs to no topic: day by day, and the commonest wordings with their reasons. A reason that fewer
// customers give than the smallest group asks for has no wordings.
import type { TopicTree } from "../../core/topic-tree.ts";
import type { UnassignedReason } from "../../core/unassigned-reason.ts";
import { readReason } from "../../core/unassigned-reason.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import type { MeasuredValue } from "../../query/shape-answer.ts";
import { type Sql, sql, typed } from "../../query/sql.ts";
import { timeDimensionSql } from "../../query/time-dimensions.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, readWindow, type Scope } from "./read-context.ts";
import { saidIn, sharedBy, utterancesWhere } from "./scope-where.ts";
import { shareOf } from "./topic-figures.ts";
import { type Quote, readQuotes } from "./topic-quotes.ts";

export type UnassignedQuestion = Scope & {
  readonly reason?: UnassignedReason | undefined;
  readonly examples: number;
};

export type UnassignedExample = Quote & {
  readonly reason: UnassignedReason;
  readonly occurrences: number;
  /** The topic that came nearest; 0 for none. */
  readonly near: number;
};

export type UnassignedAnswer = {
  readonly days: readonly {
    readonly day: string;
    readonly utterances: number;
    readonly share: MeasuredValue;
  }[];
  readonly examples: readonly UnassignedExample[];
};

export async function readUnassigned(
  columnar: Columnar,
  { reason, examples, ...scope }: UnassignedQuestion,
  context: ReadContext,
): Promise<UnassignedAnswer> {
  const { condition } = await readWindow(columnar, scope.time, context);
  const { table, counts } = saidIn(context);
  const where = sql`${utterancesWhere(scope, condition, context)} AND ${counts}`;
  const unassigned = isUnassigned(reason, context.topics);
  const day = timeDimensionSql("time", "utterance", "day", context.calendar);
  const [days, found] = await Promise.all([
    columnar.query<{ local_day: string; n: string; all: string }>(
      sql`SELECT toString(${day}) AS local_day, countIf(${unassigned}) AS n, countIf(${saysSomething}) AS all FROM ${table} FINAL WHERE ${where} GROUP BY local_day ORDER BY local_day ${FINAL_SETTINGS}`,
      execOptions(context),
    ),
    examples === 0
      ? []
      : readExamples(
          columnar,
          sql`${where} AND ${unassigned} AND topic_reason IN (${sharedBy(sql`topic_reason`, scope, condition, context)})`,
          examples,
          context,
        ),
  ]);
  return {
    days: days.map(({ local_day: on, n, all }) => ({
      day: on,
      utterances: Number(n),
      share: shareOf(Number(n), Number(all)),
    })),
    examples: found,
  };
}

const saysSomething = sql`NOT (label_version != '' AND topic_id = 0 AND topic_reason = 'small-talk')`;

function hiddenIds(tree: TopicTree): Sql {
  const hidden = tree.storedIds.filter((id) => tree.idAt("subtopic", id) === 0);
  return typed(hidden, "Array(UInt32)");
}

function isUnassigned(reason: UnassignedReason | undefined, tree: TopicTree): Sql {
  const hidden = sql`topic_id IN ${hiddenIds(tree)}`;
  switch (reason) {
    case undefined:
      return sql`(label_version = '' OR ${hidden} OR (topic_id = 0 AND topic_reason != 'small-talk'))`;
    case "waiting":
      return sql`label_version = ''`;
    case "hidden":
      return sql`(label_version != '' AND ${hidden})`;
    case "new":
      return sql`(label_version != '' AND topic_id = 0 AND topic_reason IN ('new', ''))`;
    default:
      return sql`(label_version != '' AND topic_id = 0 AND topic_reason = ${reason})`;
  }
}

type ExampleRow = {
  readonly n: string;
  readonly reason: string;
  readonly version: string;
  readonly topic: number;
  readonly near: number;
  readonly place: readonly [string, string, number, number, string];
};

async function readExamples(
  columnar: Columnar,
  where: Sql,
  count: number,
  context: ReadContext,
): Promise<UnassignedExample[]> {
  const rows = await columnar.query<ExampleRow>(
    sql`SELECT text_hash, count() AS n, argMax((toString(conversation_id), toString(message_id), span_start, span_end, toString(sent_at)), (sent_at, message_id, span_start)) AS place, any(topic_reason) AS reason, max(label_version) AS version, max(topic_id) AS topic, max(near_topic_id) AS near FROM ${saidIn(context).table} FINAL WHERE ${where} AND normalised != '' GROUP BY text_hash ORDER BY n DESC, text_hash LIMIT ${count} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const quotes = await readQuotes(
    columnar,
    rows.map(({ place: [conversationId, messageId, start, end, sentAt] }) => {
      return { conversationId, messageId, start, end, sentAt, confidence: 0 };
    }),
    context,
  );
  return rows.map(({ n, reason, version, topic, near }, at) => ({
    ...(quotes[at] as Quote),
    occurrences: Number(n),
    reason: reasonOf(version, topic, reason),
    near,
  }));
}

function reasonOf(version: string, topic: number, stored: string): UnassignedReason {
  if (version === "") return "waiting";
  if (topic !== 0) return "hidden";
  const reason = readReason(stored);
  return reason === "small-talk" ? "new" : reason;
}
