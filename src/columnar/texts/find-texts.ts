// From places to texts and back: labels belong to texts, people point at places.
import { parseUtteranceId, utteranceId } from "../../core/utterance-id.ts";
import { empty, type Sql, sql, typed } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import type { ConversationPlace } from "../conversation-place.ts";

export type UtteranceText = {
  /** `messageId:start`. */
  readonly id: string;
  readonly textHash: string;
  /** The topic that the row carries; 0 for none. */
  readonly topicId: number;
};

const tableOf = (lensId: string | undefined): Sql =>
  lensId === undefined ? sql`utterances` : sql`lens_utterances`;
const ofLens = (lensId: string | undefined): Sql =>
  lensId === undefined ? empty : sql` AND lens = ${lensId}`;

/** The texts of utterances, by their ids, with the topic under a lens; unknown ones are absent. */
export async function findUtteranceTexts(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly lensId?: string | undefined;
    readonly utterances: readonly string[];
  },
  options: ExecOptions,
): Promise<ReadonlyMap<string, UtteranceText>> {
  const places = wanted.utterances.flatMap((id) => parseUtteranceId(id) ?? []);
  if (places.length === 0) return new Map();
  const messages = typed([...new Set(places.map(({ messageId }) => messageId))], "Array(UUID)");
  const rows = await columnar.query<{ messageId: string; start: number; textHash: string; topicId: number }>(
    sql`SELECT message_id AS messageId, span_start AS start, text_hash AS textHash, topic_id AS topicId
        FROM ${tableOf(wanted.lensId)} FINAL
        WHERE workspace = ${wanted.workspace}${ofLens(wanted.lensId)} AND message_id IN ${messages}`,
    options,
  );
  const found = rows.map(({ messageId, start, textHash, topicId }) => {
    const id = utteranceId(messageId, start);
    return [id, { id, textHash, topicId }] as const;
  });
  const asked = new Set(places.map(({ messageId, start }) => utteranceId(messageId.toLowerCase(), start)));
  return new Map(found.filter(([id]) => asked.has(id)));
}

const hashes = (list: readonly string[]): Sql => typed(list.map(BigInt), "Array(UInt64)");

/** The conversations in which texts are said. Up to some 10,000 texts at once. */
export async function findTextConversations(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly textHashes: readonly string[] },
  options: ExecOptions,
): Promise<ConversationPlace[]> {
  if (wanted.textHashes.length === 0) return [];
  return columnar.query<ConversationPlace>(
    sql`SELECT DISTINCT conversation_id AS conversationId, day FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND text_hash IN ${hashes(wanted.textHashes)}
        ORDER BY day, conversationId`,
    options,
  );
}

/** The distinct texts that carry one of these topics, in the order of their hashes. */
export async function listTextsOfTopics(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly lensId?: string | undefined;
    readonly topicIds: readonly number[];
  },
  options: ExecOptions,
): Promise<string[]> {
  const rows = await columnar.query<{ textHash: string }>(
    sql`SELECT DISTINCT text_hash AS textHash FROM ${tableOf(wanted.lensId)} FINAL
        WHERE workspace = ${wanted.workspace}${ofLens(wanted.lensId)} AND topic_id IN ${typed(wanted.topicIds, "Array(UInt32)")}
        ORDER BY text_hash`,
    options,
  );
  return rows.map(({ textHash }) => textHash);
}

/** How many utterances under a lens say one of these texts. */
export async function countUtterances(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly lensId: string;
    readonly textHashes: readonly string[];
  },
  options: ExecOptions,
): Promise<number> {
  const [row] = await columnar.query<{ n: string }>(
    sql`SELECT count() AS n FROM lens_utterances FINAL WHERE workspace = ${wanted.workspace} AND lens = ${wanted.lensId} AND text_hash IN ${hashes(wanted.textHashes)}`,
    options,
  );
  return Number(row?.n ?? 0);
}
