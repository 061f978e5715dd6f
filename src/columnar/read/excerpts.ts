// The words around what a search found. Pure but for `readFoundMessages`.
import { FINAL_SETTINGS } from "../../query/compile-query.ts";
import { sql, typed } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { execOptions, type ReadContext } from "./read-context.ts";
import type { ConversationPageRow } from "./search-conversations.ts";

export type Match = {
  readonly messageId: string;
  readonly excerpt: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly score: number;
};

const AROUND = 80;

/** About 80 characters on either side, cut at spaces, with where the find stands in it; undefined when it isn't there. */
export function cutExcerpt(
  text: string,
  words: string,
): { readonly excerpt: string; readonly start: number; readonly end: number } | undefined {
  const found = new RegExp(RegExp.escape(words), "iu").exec(text);
  if (found === null) return undefined;
  const foundEnd = found.index + found[0].length;
  const from = cutLeft(text, Math.max(0, found.index - AROUND), found.index);
  const to = cutRight(text, Math.min(text.length, foundEnd + AROUND), foundEnd);
  const head = from > 0 ? "… " : "";
  const tail = to < text.length ? " …" : "";
  const start = head.length + found.index - from;
  return {
    excerpt: head + text.slice(from, to).toWellFormed() + tail,
    start,
    end: start + found[0].length,
  };
}

function cutLeft(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space !== -1 && space < limit ? space + 1 : at;
}

function cutRight(text: string, at: number, limit: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(" ", at);
  return space > limit ? space : at;
}

type FoundMessage = { readonly conversation_id: string; readonly message_id: string; readonly text: string };

type FirstMessage = {
  readonly conversation_id: string;
  readonly first_id: string;
  readonly first_text: string;
};

/** For each row of a page, where its search found it. */
export async function readMatches(
  columnar: Columnar,
  rows: readonly ConversationPageRow[],
  words: string | undefined,
  context: ReadContext,
): Promise<ReadonlyMap<string, Match>> {
  const matches = new Map<string, Match>();
  if (rows.length === 0) return matches;
  const days = typed([...new Set(rows.map((row) => row.day))], "Array(Date)");
  const ids = typed(
    rows.map((row) => row.conversation_id),
    "Array(UUID)",
  );
  const place = sql`workspace = ${context.workspace} AND day IN ${days} AND conversation_id IN ${ids}`;
  if (words !== undefined) {
    const found = await columnar.query<FirstMessage>(
      sql`SELECT conversation_id, argMin(message_id, position) AS first_id, argMin(text, position) AS first_text FROM messages FINAL WHERE ${place} AND positionCaseInsensitiveUTF8(text, ${words}) > 0 GROUP BY conversation_id ${FINAL_SETTINGS}`,
      execOptions(context),
    );
    for (const row of found) {
      const cut = cutExcerpt(row.first_text, words);
      const excerpt = cut ?? {
        excerpt: row.first_text.slice(0, 2 * AROUND).toWellFormed(),
        start: null,
        end: null,
      };
      matches.set(row.conversation_id, { messageId: row.first_id, ...excerpt, score: 1 });
    }
    return matches;
  }
  const best = rows.flatMap((row) => (row.best === undefined ? [] : [{ row, best: row.best }]));
  if (best.length === 0) return matches;
  const found = await columnar.query<FoundMessage>(
    sql`SELECT conversation_id, message_id, text FROM messages FINAL WHERE ${place} AND message_id IN ${typed(
      best.map((entry) => entry.best[0]),
      "Array(UUID)",
    )} ${FINAL_SETTINGS}`,
    execOptions(context),
  );
  const texts = new Map(found.map((row) => [row.message_id, row.text]));
  for (const { row, best: span } of best) {
    const [messageId, start, end] = span;
    const excerpt = (texts.get(messageId) ?? "").slice(start, end).toWellFormed();
    matches.set(row.conversation_id, { messageId, excerpt, start: null, end: null, score: row.score ?? 0 });
  }
  return matches;
}
