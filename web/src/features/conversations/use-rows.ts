// Rows of a list of any length, fetched page by page as they come into sight.
import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import type { ConversationRow, ConversationSearch } from "../../../../src/contract/conversations.ts";
import { client } from "../../api/client.ts";
import { isBusy, useWorkspace } from "../../api/hooks.ts";
import { PAGE_ROWS, pagesOf } from "./row-pages.ts";

export type Rows = {
  readonly total: number;
  readonly outOf: number;
  readonly isPending: boolean;
  readonly isStale: boolean;
  readonly error: unknown;
  readonly refetch: () => void;
  /** Undefined until its page is there. */
  row(index: number): ConversationRow | undefined;
};

export type ListSearch = Omit<ConversationSearch, "cursor" | "offset" | "limit">;

/** `first` and `last` are the rows in sight. */
export function useRows(search: ListSearch, first: number, last: number): Rows {
  const isLive = isBusy(useWorkspace());
  const head = useQuery({
    ...pageQuery(search, 0),
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? 8_000 : false,
  });
  const total = head.data?.total ?? 0;
  const pages = pagesOf(first, last, total).filter((page) => page > 0);
  const others = useQueries({ queries: pages.map((page) => pageQuery(search, page)) });
  const byPage = new Map(pages.map((page, index) => [page, others[index]?.data?.rows]));
  return {
    total,
    outOf: head.data?.outOf ?? 0,
    isPending: head.isPending,
    isStale: head.isPlaceholderData,
    error: head.error,
    refetch: () => void head.refetch(),
    row(index) {
      const page = Math.floor(index / PAGE_ROWS);
      const rows = page === 0 ? head.data?.rows : byPage.get(page);
      return rows?.[index % PAGE_ROWS];
    },
  };
}

function pageQuery(search: ListSearch, page: number) {
  const body = { ...search, limit: PAGE_ROWS, ...(page === 0 ? {} : { offset: page * PAGE_ROWS }) };
  return {
    queryKey: ["conversations", "page", body],
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      client.call("searchConversations", { body }, { signal }),
    staleTime: 60_000,
  };
}
