// Where customers say what they came for: in their first message, or in the second when the first is as short as a greeting.
import { empty, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { type ConversationPlace, placesSql } from "../conversation-place.ts";

/** A first message of fewer letters than this leaves the opening to the second. */
const SHORT_MESSAGE = 20;

/**
 * How often each text stands in the opening of a conversation, by its hash; texts that never do are absent. Of the whole
 * workspace, or of the conversations of a few days.
 */
export async function countOpenings(
  columnar: Columnar,
  wanted: {
    readonly workspace: string;
    readonly within?: readonly ConversationPlace[];
  },
  options: ExecOptions,
): Promise<ReadonlyMap<string, number>> {
  const only = wanted.within === undefined ? empty : sql` AND ${placesSql(wanted.within)}`;
  const openings = new Map<string, number>();
  const blocks = columnar.stream<{ textHash: string; n: string }>(
    sql`SELECT textHash, count() AS n FROM (
          SELECT arraySort(groupArray((position, text_hash, lengthUTF8(normalised)))) AS said,
            tupleElement(said[1], 1) AS first,
            arraySum(one -> if(tupleElement(one, 1) = first, tupleElement(one, 3), 0), said) AS letters,
            arrayMin(arrayMap(one -> if(tupleElement(one, 1) = first, 4294967295, tupleElement(one, 1)), said)) AS second,
            if(letters < ${SHORT_MESSAGE}, second, first) AS last,
            arrayJoin(arrayMap(one -> tupleElement(one, 2), arrayFilter(one -> tupleElement(one, 1) <= last, said))) AS textHash
          FROM utterances FINAL WHERE workspace = ${wanted.workspace} AND role = 'customer'${only}
          GROUP BY conversation_id
        ) GROUP BY textHash`,
    options,
  );
  for await (const block of blocks) {
    for (const { textHash, n } of block) openings.set(textHash, Number(n));
  }
  return openings;
}
