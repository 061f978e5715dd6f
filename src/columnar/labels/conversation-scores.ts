// Scores of whole conversations: what they are computed from, turn by turn, and where they wait for the roll-up.
import { empty, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, placesSql } from "../conversation-place.ts";

export type SaidTurn = {
  readonly conversationId: string;
  readonly day: string;
  readonly isCustomer: boolean;
  /** False where the models have not read the text or do not know its language: the rest is empty then. */
  readonly isKnown: boolean;
  readonly sentiment: number;
  readonly act: string;
  /** In the order of the models' list of signals. */
  readonly signals: readonly number[];
};

/**
 * Utterances, in their order, of the conversations that do not carry labels of this version, or of those `within`;
 * conversation after conversation.
 */
export function streamSaidTurns(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly models: string;
    readonly labelVersion: string;
    readonly within?: readonly ConversationPlace[];
  },
  options: ExecOptions,
): AsyncIterable<readonly SaidTurn[]> {
  const only = wanted.within === undefined ? empty : sql` AND ${placesSql(wanted.within)}`;
  return columnar.stream<SaidTurn>(
    sql`SELECT conversation_id AS conversationId, day, role = 'customer' AS isCustomer, is_known AS isKnown,
          read_sentiment AS sentiment, if(role = 'customer', read_act, read_act_of_others) AS act, signals
        FROM (
          SELECT conversation_id, day, role, sent_at, position, span_start, text_hash FROM utterances FINAL
          WHERE workspace = ${wanted.workspace} AND role != 'system'${only} AND conversation_id IN (
            SELECT conversation_id FROM utterances FINAL
            WHERE workspace = ${wanted.workspace} AND label_version != ${wanted.labelVersion}${only})
        ) AS said
        LEFT ANY JOIN (
          SELECT text_hash AS read_hash, is_known, sentiment AS read_sentiment, act AS read_act,
            act_of_others AS read_act_of_others, signals
          FROM readings FINAL WHERE models = ${wanted.models}
        ) AS read ON said.text_hash = read.read_hash
        ORDER BY day, conversationId, sent_at, position, span_start`,
    options,
  );
}

export type StoredScores = {
  readonly conversationId: string;
  readonly day: string;
  readonly satisfaction: number;
  readonly effort: number;
  readonly urgency: number;
  readonly churn: number;
};

/** Stores scores; the roll-up takes them into the conversations' rows. */
export async function insertConversationScores(
  columnar: Columnar,
  workspace: string,
  scores: readonly StoredScores[],
  options: ExecOptions,
): Promise<void> {
  const version = Date.now();
  const rows = scores.map(({ conversationId, day, satisfaction, effort, urgency, churn }) => ({
    workspace,
    day,
    conversation_id: conversationId,
    satisfaction,
    effort,
    urgency,
    churn,
    version,
  }));
  await columnar.insert("conversation_scores", rows, options);
}
