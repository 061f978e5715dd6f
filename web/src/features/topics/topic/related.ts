// Which topics come up in the same conversations as one topic, more than elsewhere. Pure.

export type Related = {
  readonly id: number;
  readonly name: string;
  /** Conversations with both. */
  readonly together: number;
  /** Of the topic's conversations. */
  readonly share: number;
  /** How many times as often as in all conversations. */
  readonly lift: number;
};

type Counted = { readonly id: number; readonly name: string; readonly conversations: number };

/** Fewer shared conversations say nothing. */
const FEWEST_TOGETHER = 5;
const SHOWN = 8;

/**
 * `together`: conversations with both, by topic; `own`: conversations of the topic; `everywhere` and `all`: each topic's and all
 * conversations in the same window. Those that are more frequent together than apart, by how many conversations they share.
 */
export function relatedTopics(
  own: { readonly id: number; readonly conversations: number },
  together: readonly Counted[],
  everywhere: ReadonlyMap<number, number>,
  all: number,
): readonly Related[] {
  if (own.conversations === 0 || all === 0) return [];
  return together
    .filter(({ id, conversations }) => id !== 0 && id !== own.id && conversations >= FEWEST_TOGETHER)
    .map(({ id, name, conversations }) => {
      const share = conversations / own.conversations;
      const base = (everywhere.get(id) ?? 0) / all;
      return { id, name, together: conversations, share, lift: base === 0 ? 0 : share / base };
    })
    .filter(({ lift }) => lift > 1)
    .sort((one, other) => other.together - one.together)
    .slice(0, SHOWN);
}
