import type { Lens } from "../../core/lens.ts";
import { empty, type Sql, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, placesSql } from "../conversation-place.ts";
import { lensWhere, needsTurns } from "./lens-where.ts";

export type LensScope = {
  readonly workspace: string;
  readonly lens: Pick<Lens, "roles" | "any">;
  /** Only in these conversations. Left out: all. */
  readonly within?: readonly ConversationPlace[] | undefined;
};

/** The labelled utterances that a lens lets through, with the columns of `utterances`. */
export function lensMembersSql({ workspace, lens, within }: LensScope): Sql {
  const only = within === undefined ? empty : sql` AND ${placesSql(within)}`;
  const here = sql`workspace = ${workspace} AND label_version != ''${only}`;
  const said = sql`(SELECT * FROM utterances FINAL WHERE ${here}) AS said`;
  if (!needsTurns(lens)) return sql`SELECT * FROM ${said} WHERE ${lensWhere(lens)}`;
  return sql`SELECT said.* FROM ${said}
    LEFT ANY JOIN (
      SELECT day AS turn_day, conversation_id AS turn_conversation,
        arraySort(groupUniqArrayIf(position, role IN ('agent', 'bot'))) AS replies,
        arraySort(groupUniqArrayIf(position, role = 'customer')) AS turns,
        groupUniqArrayIf(position, role = 'customer' AND act = 'complaint') AS complaints,
        groupUniqArrayIf((position, text_hash), role = 'customer') AS asked
      FROM utterances FINAL WHERE ${here} GROUP BY day, conversation_id
    ) AS turns_of ON said.day = turns_of.turn_day AND said.conversation_id = turns_of.turn_conversation
    WHERE ${lensWhere(lens)}`;
}

export type LensAmount = {
  readonly utterances: number;
  /** Distinct texts. */
  readonly texts: number;
  /** Texts without a vector of this encoder: what finding topics has to make first. */
  readonly notEncoded: number;
};

/** How much a lens lets through. */
export async function measureLens(
  columnar: Columnar,
  { encoder, ...scope }: LensScope & { readonly encoder: string },
  options: ExecOptions,
): Promise<LensAmount> {
  const [row] = await columnar.query<Record<keyof LensAmount, string>>(
    sql`SELECT count() AS utterances, uniqExact(text_hash) AS texts,
          uniqExactIf(text_hash, text_hash NOT IN (SELECT text_hash FROM vectors WHERE encoder = ${encoder})) AS notEncoded
        FROM (${lensMembersSql(scope)})`,
    options,
  );
  const number = (name: keyof LensAmount): number => Number(row?.[name] ?? 0);
  return { utterances: number("utterances"), texts: number("texts"), notEncoded: number("notEncoded") };
}
