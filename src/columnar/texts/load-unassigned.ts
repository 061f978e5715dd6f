// What belongs to no topic and might make one: texts that open conversations, with how many conversations and customers say them.

import { CUSTOMER_SQL } from "../../query/smallest-group.ts";
import { sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { topicRowsOf, topicRowsSql } from "./topic-rows.ts";

/** Reasons under which a group may hide: in passing and by hand are left out. */
const REASONS = ["new", "between-topics"];

export type UnassignedText = {
  readonly textHash: string;
  readonly text: string;
  readonly language: string;
  /** Utterances with it. */
  readonly weight: string;
};

/** The commonest first, in the order of their hashes among equals. */
export async function listUnassignedTexts(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly lensId?: string | undefined; readonly limit: number },
  options: ExecOptions,
): Promise<UnassignedText[]> {
  const { table, where } = topicRowsSql(topicRowsOf(wanted.workspace, wanted.lensId));
  return columnar.query<UnassignedText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, max(language) AS language, count() AS weight
        FROM ${table} FINAL
        WHERE ${where} AND topic_id = 0 AND topic_reason IN ${REASONS}
        GROUP BY text_hash ORDER BY count() DESC, text_hash LIMIT ${wanted.limit}`,
    options,
  );
}

/** How many conversations and customers say any of these texts. */
export async function countSpeakers(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly lensId?: string | undefined;
    readonly textHashes: readonly string[];
  },
  options: ExecOptions,
): Promise<{ readonly conversations: number; readonly customers: number }> {
  const hashes = typed(wanted.textHashes.map(BigInt), "Array(UInt64)");
  const { table, where } = topicRowsSql(topicRowsOf(wanted.workspace, wanted.lensId));
  const [row] = await columnar.query<{ conversations: string; customers: string }>(
    sql`SELECT count() AS conversations, uniqExact(${CUSTOMER_SQL}) AS customers FROM conversations FINAL
        WHERE workspace = ${wanted.workspace} AND conversation_id IN (
          SELECT conversation_id FROM ${table} FINAL WHERE ${where} AND text_hash IN ${hashes})`,
    options,
  );
  return { conversations: Number(row?.conversations ?? 0), customers: Number(row?.customers ?? 0) };
}

export type UnassignedShare = { readonly unassigned: number; readonly outOf: number };

/** Of what customers said that says something: how much has no topic, since a time and before it. */
export async function compareUnassigned(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly lensId?: string | undefined; readonly since: Date },
  options: ExecOptions,
): Promise<{ readonly before: UnassignedShare; readonly since: UnassignedShare }> {
  const { table, where } = topicRowsSql(topicRowsOf(wanted.workspace, wanted.lensId));
  const [row] = await columnar.query<Record<"newNone" | "newAll" | "oldNone" | "oldAll", string>>(
    sql`SELECT countIf(isNew AND isNone) AS newNone, countIf(isNew) AS newAll,
          countIf(NOT isNew AND isNone) AS oldNone, countIf(NOT isNew) AS oldAll
        FROM (
          SELECT sent_at >= ${wanted.since} AS isNew, topic_id = 0 AS isNone
          FROM ${table} FINAL
          WHERE ${where} AND label_version != ''
            AND NOT (topic_id = 0 AND topic_reason IN ('small-talk', 'in-passing'))
        )`,
    options,
  );
  const share = (none: string | undefined, all: string | undefined): UnassignedShare => {
    return { unassigned: Number(none ?? 0), outOf: Number(all ?? 0) };
  };
  return { before: share(row?.oldNone, row?.oldAll), since: share(row?.newNone, row?.newAll) };
}
