// A lens as a condition on labelled utterances. The same clauses as `lensAccepts` reads without a store, but for the rules on
// words: here the models have labelled the texts, and what they don't know counts as no act.
import type { Lens, LensClause } from "../../core/lens.ts";
import { join, type Sql, sql, typed } from "../../query/sql.ts";

/** Whether the condition needs the turns of the conversation beside the utterance (`replies`, `asked`, `complaints`, `turns`). */
export function needsTurns({ any }: Pick<Lens, "any">): boolean {
  return any.some(({ isAnswered }) => isAnswered !== undefined);
}

/**
 * After an agent or a bot spoke, the customer neither complains nor says the same again: then a question counts as answered.
 * Positions are those of messages in their conversation.
 */
const REPLY = sql`arrayFirst(turn -> turn > position, replies)`;
const NEXT = sql`arrayFirst(turn -> turn > ${REPLY}, turns)`;
const IS_ANSWERED = sql`(${REPLY} > 0 AND NOT (${NEXT} > 0 AND (has(complaints, ${NEXT}) OR has(asked, (${NEXT}, text_hash)))))`;

/** On rows of `utterances`, with the columns of the turns where `needsTurns` says so. */
export function lensWhere({ roles, any }: Pick<Lens, "roles" | "any">): Sql {
  const clauses = any.map((clause) => sql`(${clauseWhere(clause)})`);
  const some = clauses.length === 0 ? sql`0` : join(clauses, " OR ");
  return sql`role IN ${roles} AND normalised != '' AND (${some})`;
}

function clauseWhere(clause: LensClause): Sql {
  const parts: Sql[] = [];
  const { acts, notActs, bearsIntent, sentimentAtMost, sentimentAtLeast, isAnswered, wordsAtLeast } = clause;
  if (acts !== undefined) parts.push(sql`act IN ${acts}`);
  if (notActs !== undefined) parts.push(sql`act NOT IN ${notActs}`);
  if (bearsIntent !== undefined) parts.push(sql`bears_intent = ${bearsIntent}`);
  if (sentimentAtMost !== undefined)
    parts.push(sql`has_sentiment AND sentiment <= ${typed(sentimentAtMost, "Float32")}`);
  if (sentimentAtLeast !== undefined)
    parts.push(sql`has_sentiment AND sentiment >= ${typed(sentimentAtLeast, "Float32")}`);
  if (isAnswered !== undefined) parts.push(isAnswered ? IS_ANSWERED : sql`NOT ${IS_ANSWERED}`);
  if (wordsAtLeast !== undefined)
    parts.push(sql`length(splitByWhitespace(normalised)) >= ${typed(wordsAtLeast, "UInt32")}`);
  return parts.length === 0 ? sql`1` : join(parts, " AND ");
}
