// What each source has brought.
import type { Channel } from "../../core/domain.ts";
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { sql } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext, toInstant } from "./read-context.ts";

export async function readSourceFigures(columnar: Columnar, context: ReadContext) {
  const rows = await columnar.query<{
    source: string;
    channels: Channel[];
    conversations: string;
    messages: string;
    first: string;
    last: string;
  }>(
    sql`SELECT source, arraySort(groupUniqArray(channel)) AS channels, count() AS conversations, sum(message_count) AS messages, min(started_at) AS first, max(ended_at) AS last FROM conversations FINAL WHERE workspace = ${context.workspace} GROUP BY source ORDER BY source ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  return rows.map((row) => ({
    name: row.source,
    channels: row.channels,
    conversations: Number(row.conversations),
    messages: Number(row.messages),
    firstAt: toInstant(row.first),
    lastAt: toInstant(row.last),
  }));
}
