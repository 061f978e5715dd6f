// What came since the last labelling, read by what no label version marks: for labelling it within seconds.
import type { Role } from "../../core/domain.ts";
import { sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, placesSql } from "../conversation-place.ts";
import type { UnlabelledText } from "./list-texts.ts";

/** Conversations with an utterance that was never labelled, `limit` at most. */
export async function listNewConversations(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly limit: number },
  options: ExecOptions,
): Promise<ConversationPlace[]> {
  return columnar.query<ConversationPlace>(
    sql`SELECT DISTINCT conversation_id AS conversationId, day FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND label_version = ''
        ORDER BY day, conversationId LIMIT ${wanted.limit}`,
    options,
  );
}

export type NewText = UnlabelledText & {
  /** Who says it there. */
  readonly roles: readonly Role[];
};

/** The texts of those conversations that were never labelled there. */
export async function listNewTexts(
  columnar: Columnar,
  wanted: { readonly workspace: string; readonly within: readonly ConversationPlace[] },
  options: ExecOptions,
): Promise<NewText[]> {
  return columnar.query<NewText>(
    sql`SELECT text_hash AS textHash, any(normalised) AS text, max(language) AS language,
          arraySort(groupUniqArray(toString(role))) AS roles
        FROM utterances FINAL
        WHERE workspace = ${wanted.workspace} AND label_version = '' AND ${placesSql(wanted.within)}
        GROUP BY text_hash ORDER BY text_hash`,
    options,
  );
}
