// What topic discovery reads: every distinct text that has a vector, how often it occurs, and the vector, in one order.
import { sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type TopicRows, topicRowsSql } from "./topic-rows.ts";
import { decodeVector } from "./vectors.ts";

export type TopicTexts = {
  readonly textHashes: readonly string[];
  readonly texts: readonly string[];
  /** How often each text occurs. */
  readonly weights: readonly number[];
  /** The commonest language of each text, empty when not known. */
  readonly languages: readonly string[];
  /** Topic that each text has now; 0 for none. */
  readonly topicIds: readonly number[];
  /** n × dimension numbers, row after row. */
  readonly vectors: Float32Array<ArrayBuffer>;
};

type TextRow = { textHash: string; text: string; weight: string; language: string; topicId: number };

/** Texts of these rows, in the order of their hashes, which is the same on every engine. */
export async function loadTopicTexts(
  columnar: Columnar,
  wanted: TopicRows & { readonly encoder: string; readonly dimension: number },
  options: ExecOptions,
): Promise<TopicTexts> {
  const { encoder, dimension } = wanted;
  const { table, where } = topicRowsSql(wanted);
  const rows = await columnar.query<TextRow>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, count() AS weight,
          arrayElement(topK(1)(language), 1) AS language, max(topic_id) AS topicId
        FROM ${table} FINAL
        WHERE ${where} AND text_hash IN (SELECT text_hash FROM vectors WHERE encoder = ${encoder})
        GROUP BY text_hash ORDER BY text_hash`,
    options,
  );
  const vectors = new Float32Array(rows.length * dimension);
  const indexOf = new Map(rows.map((row, index) => [row.textHash, index]));
  const blocks = columnar.stream<{ textHash: string; vector: string }>(
    sql`SELECT text_hash AS textHash, base64Encode(reinterpret(vector, 'String')) AS vector FROM vectors FINAL
        WHERE encoder = ${encoder} AND text_hash IN (
          SELECT text_hash FROM ${table} WHERE ${where})`,
    options,
  );
  for await (const block of blocks) {
    for (const { textHash, vector } of block) {
      const index = indexOf.get(textHash);
      if (index !== undefined) decodeVector(vector, vectors, index * dimension, dimension);
    }
  }
  return {
    textHashes: rows.map((row) => row.textHash),
    texts: rows.map((row) => row.text),
    weights: rows.map((row) => Number(row.weight)),
    languages: rows.map((row) => row.language),
    topicIds: rows.map((row) => row.topicId),
    vectors,
  };
}

export type TextPlace = {
  readonly conversationId: string;
  readonly messageId: string;
  readonly spanStart: number;
  readonly spanEnd: number;
};

/** One place where each text stands, the earliest, by its hash: quotes point there. */
export async function findTextPlaces(
  columnar: Columnar,
  wanted: TopicRows & { readonly textHashes: readonly string[] },
  options: ExecOptions,
): Promise<ReadonlyMap<string, TextPlace>> {
  const { table, where } = topicRowsSql(wanted);
  const rows = await columnar.query<TextPlace & { textHash: string }>(
    sql`SELECT text_hash AS textHash,
          argMin((conversation_id, message_id, span_start, span_end), (sent_at, message_id, span_start)) AS place,
          place.1 AS conversationId, place.2 AS messageId, place.3 AS spanStart, place.4 AS spanEnd
        FROM ${table} FINAL
        WHERE ${where} AND text_hash IN ${typed(wanted.textHashes.map(BigInt), "Array(UInt64)")}
        GROUP BY text_hash`,
    options,
  );
  return new Map(
    rows.map(({ textHash, conversationId, messageId, spanStart, spanEnd }) => [
      textHash,
      { conversationId, messageId, spanStart, spanEnd },
    ]),
  );
}
