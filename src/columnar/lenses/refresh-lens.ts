// Writes what counts under a lens: which utterances it lets through today, each with its text's topic under that lens. A text
// has one topic a lens, so that a new place of a known text has its topic at once.
import { newId } from "../../core/ids.ts";
import { empty, sql } from "../../query/sql.ts";
import type { Columnar, ExecOptions } from "../columnar.ts";
import { placesSql } from "../conversation-place.ts";
import { dropStaged, stageLabels } from "../labels/stage-labels.ts";
import type { TextLabel } from "../labels/text-label.ts";
import { type LensScope, lensMembersSql } from "./lens-members.ts";

const COPIED = sql`day, conversation_id, message_id, span_start, span_end, position, sent_at, role, normalised, text_hash, language, sentiment, has_sentiment`;
const TOPIC = sql`topic_id, topic_confidence, topic_reason, near_topic_id, label_version`;
/** Of a text that was looked at under the lens. */
const LOOKED = "1";

export type LensRefresh = LensScope & {
  readonly lensId: string;
  /** Topics of texts under the lens; texts that are not named keep theirs. */
  readonly labels?: readonly TextLabel[];
};

/** Brings the rows of a lens up to date, all or those within some conversations. What no longer counts goes. */
export async function refreshLens(
  columnar: Columnar,
  { lensId, labels = [], ...scope }: LensRefresh,
  options: ExecOptions,
): Promise<void> {
  const { workspace, within } = scope;
  const only = within === undefined ? empty : sql` AND ${placesSql(within)}`;
  const own = sql`workspace = ${workspace} AND lens = ${lensId}`;
  const version = await nextVersion(columnar, workspace, lensId, options);
  const labelSet = newId();
  try {
    await stageLabels(columnar, workspace, labelSet, labels, options);
    await columnar.exec(
      sql`INSERT INTO lens_utterances (workspace, lens, ${COPIED}, ${TOPIC}, version)
          SELECT ${workspace}, ${lensId}, ${COPIED},
            coalesce(new_topic_id, known_topic_id), coalesce(new_topic_confidence, known_topic_confidence),
            coalesce(new_topic_reason, known_topic_reason), coalesce(new_near_topic_id, known_near_topic_id),
            if(new_topic_id IS NOT NULL OR is_known = 1, ${LOOKED}, ''), ${version}
          FROM (${lensMembersSql(scope)}) AS said
          LEFT ANY JOIN (
            SELECT text_hash AS new_hash, topic_id AS new_topic_id, topic_confidence AS new_topic_confidence,
              topic_reason AS new_topic_reason, near_topic_id AS new_near_topic_id
            FROM text_labels WHERE workspace = ${workspace} AND label_set = ${labelSet}
          ) AS labelled ON said.text_hash = labelled.new_hash
          LEFT ANY JOIN (
            SELECT text_hash AS known_hash, topic_id AS known_topic_id, topic_confidence AS known_topic_confidence,
              topic_reason AS known_topic_reason, near_topic_id AS known_near_topic_id, 1 AS is_known
            FROM lens_utterances FINAL WHERE ${own} AND label_version != '' LIMIT 1 BY text_hash
          ) AS known ON said.text_hash = known.known_hash`,
      options,
    );
    await columnar.exec(
      sql`INSERT INTO lens_utterances (workspace, lens, ${COPIED}, ${TOPIC}, version, is_deleted)
          SELECT workspace, lens, ${COPIED}, ${TOPIC}, ${version}, 1
          FROM lens_utterances FINAL WHERE ${own}${only} AND version < ${version}`,
      options,
    );
  } finally {
    await dropStaged(columnar, workspace, labelSet, options);
  }
}

/** Above all that the lens has, so that what is not written anew can be told, however fast writes follow each other. */
async function nextVersion(
  columnar: Columnar,
  workspace: string,
  lensId: string,
  options: ExecOptions,
): Promise<number> {
  const [row] = await columnar.query<{ highest: string }>(
    sql`SELECT max(version) AS highest FROM lens_utterances WHERE workspace = ${workspace} AND lens = ${lensId}`,
    options,
  );
  return Math.max(Date.now(), Number(row?.highest ?? 0) + 1);
}

/** Takes all rows of a lens away. */
export async function clearLens(
  columnar: Columnar,
  { workspace, lensId }: { readonly workspace: string; readonly lensId: string },
  options: ExecOptions,
): Promise<void> {
  for (const table of [sql`lens_utterances`, sql`lens_positions`]) {
    await columnar.exec(
      sql`DELETE FROM ${table} WHERE workspace = ${workspace} AND lens = ${lensId}`,
      options,
    );
  }
}
