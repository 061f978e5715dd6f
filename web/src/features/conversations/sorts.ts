import type { ConversationSearch } from "../../../../src/contract/conversations.ts";

type SortValue = NonNullable<ConversationSearch["sort"]>;
export type SortChoice = {
  readonly id: string;
  readonly label: string;
  readonly value: SortValue & { direction: "asc" | "desc" };
};

export const SORTS: readonly SortChoice[] = [
  { id: "newest", label: "Newest first", value: { by: "started", direction: "desc" } },
  { id: "oldest", label: "Oldest first", value: { by: "started", direction: "asc" } },
  { id: "negative", label: "Most negative first", value: { by: "sentiment", direction: "asc" } },
  { id: "positive", label: "Most positive first", value: { by: "sentiment", direction: "desc" } },
  { id: "messages", label: "Most messages first", value: { by: "messages", direction: "desc" } },
  { id: "fewest", label: "Fewest messages first", value: { by: "messages", direction: "asc" } },
  { id: "longest", label: "Longest first", value: { by: "duration", direction: "desc" } },
  { id: "shortest", label: "Shortest first", value: { by: "duration", direction: "asc" } },
  { id: "relevance", label: "Most relevant first", value: { by: "relevance", direction: "desc" } },
];

type Chosen = { readonly by: string; readonly direction: "asc" | "desc" };

/**
 * The sort that the URL asks for; without one, the server's own: newest first, or the most relevant first by meaning. `value`
 * is what to ask the server for, `shown` what the list then is sorted by.
 */
export function sortOf(
  chosen: Chosen | undefined,
  mode: "exact" | "semantic" | undefined,
): {
  readonly id: string;
  readonly value: SortChoice["value"] | undefined;
  readonly shown: SortChoice["value"];
} {
  const known = SORTS.find(({ value }) => value.by === chosen?.by && value.direction === chosen.direction);
  if (known === undefined || (known.id === "relevance" && mode === undefined)) {
    return mode === "semantic"
      ? { id: "relevance", value: undefined, shown: { by: "relevance", direction: "desc" } }
      : { id: "newest", value: undefined, shown: { by: "started", direction: "desc" } };
  }
  return { id: known.id, value: known.value, shown: known.value };
}
