// What a workspace holds: how much, from when to when, and which values there are to filter by.
import type { Channel } from "../../core/domain.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { ident, type Sql, sql } from "../../query/sql.ts";
import { localDay } from "../../query/zone.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, toInstant } from "./read-context.ts";

/** Values that are listed of each thing; the rest is found by typing. */
const VALUES = 50;

type Counted = { readonly value: string; readonly n: string };
export type AttributeSummary = {
  readonly name: string;
  readonly kind: "text" | "number" | "boolean" | "time";
  readonly conversations: number;
  readonly values: readonly { readonly value: string; readonly conversations: number }[];
  readonly lowest: number | string | null;
  readonly highest: number | string | null;
};

export async function readWorkspaceSummary(columnar: Columnar, context: ReadContext) {
  const options = execOptions(context);
  const here = sql`FINAL WHERE workspace = ${context.workspace}`;
  const top = (column: string) =>
    columnar.query<Counted>(
      sql`SELECT ${ident(column)} AS value, count() AS n FROM conversations ${here} GROUP BY value ORDER BY n DESC, value LIMIT ${VALUES} ${FINAL_SETTINGS}`,
      options,
    );
  const [[counts], [utterances], sources, channels, languages, attributes] = await Promise.all([
    columnar.query<{ conversations: string; messages: string; first: string; last: string }>(
      sql`SELECT count() AS conversations, sum(message_count) AS messages, min(started_at) AS first, max(started_at) AS last FROM conversations ${here} ${FINAL_SETTINGS}`,
      options,
    ),
    columnar.query<{ n: string; waiting: string }>(
      sql`SELECT count() AS n, countIf(label_version = '') AS waiting FROM utterances ${here} ${FINAL_SETTINGS}`,
      options,
    ),
    top("source"),
    top("channel"),
    top("language"),
    readAttributes(columnar, context),
  ]);
  const conversations = Number(counts?.conversations ?? 0);
  const day = (time: string | undefined): string | null =>
    conversations === 0 || time === undefined
      ? null
      : localDay(Date.parse(toInstant(time)), context.calendar.timeZone);
  return {
    counts: {
      conversations,
      messages: Number(counts?.messages ?? 0),
      utterances: Number(utterances?.n ?? 0),
    },
    waitingUtterances: Number(utterances?.waiting ?? 0),
    firstDay: day(counts?.first),
    lastDay: day(counts?.last),
    sources: sources.map((row) => ({ name: row.value, conversations: Number(row.n) })),
    channels: channels.map((row) => ({ channel: row.value as Channel, conversations: Number(row.n) })),
    languages: languages
      .filter((row) => row.value !== "")
      .map((row) => ({ language: row.value, conversations: Number(row.n) })),
    attributes,
  };
}

/** Every attribute's name, kind, commonest values or bounds. */
async function readAttributes(columnar: Columnar, context: ReadContext): Promise<AttributeSummary[]> {
  const [text, boolean, number, time] = await Promise.all([
    readValues(columnar, "attributes_text", context),
    readValues(columnar, "attributes_boolean", context),
    readRange<number>(columnar, "attributes_number", context),
    readRange<string>(columnar, "attributes_time", context),
  ]);
  return [
    ...text.map((entry) => ({ ...entry, kind: "text" as const, lowest: null, highest: null })),
    ...boolean.map((entry) => ({ ...entry, kind: "boolean" as const, lowest: null, highest: null })),
    ...number.map((row) => ({ ...row, kind: "number" as const, values: [] })),
    ...time.map((row) => ({
      ...row,
      lowest: toInstant(row.lowest),
      highest: toInstant(row.highest),
      kind: "time" as const,
      values: [],
    })),
  ].sort((one, other) => (one.name < other.name ? -1 : 1));
}

function unfold(map: string, context: ReadContext): Sql {
  return sql`SELECT arrayJoin(${ident(map)}) AS pair FROM conversations FINAL WHERE workspace = ${context.workspace}`;
}

async function readValues(columnar: Columnar, map: string, context: ReadContext) {
  const rows = await columnar.query<{ name: string; value: string; n: string; total: string }>(
    sql`SELECT pair.1 AS name, toString(pair.2) AS value, count() AS n, sum(n) OVER (PARTITION BY name) AS total FROM (${unfold(map, context)}) GROUP BY name, value ORDER BY name, n DESC, value LIMIT ${VALUES} BY name ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return [...Map.groupBy(rows, (row) => row.name)].map(([name, values]) => ({
    name,
    conversations: Number(values[0]?.total ?? 0),
    values: values.map((row) => ({ value: row.value, conversations: Number(row.n) })),
  }));
}

async function readRange<T>(columnar: Columnar, map: string, context: ReadContext) {
  const rows = await columnar.query<{ name: string; n: string; lowest: T; highest: T }>(
    sql`SELECT pair.1 AS name, count() AS n, min(pair.2) AS lowest, max(pair.2) AS highest FROM (${unfold(map, context)}) GROUP BY name ORDER BY name ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return rows.map((row) => ({
    name: row.name,
    conversations: Number(row.n),
    lowest: row.lowest,
    highest: row.highest,
  }));
}
