// Rows of a list of any length: its head says how many there are, the others are fetched page by page as they come into sight.
import { keepPreviousData, type UseQueryResult, useQueries, useQuery } from "@tanstack/react-query";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import type { ConversationRow, ConversationSearch } from "../../../../src/contract/conversations.ts";
import { client } from "../../api/client.ts";
import { isBusy, useWorkspace } from "../../api/hooks.ts";
import { PAGE_ROWS, pagesOf } from "./row-pages.ts";

export type ListSearch = Omit<ConversationSearch, "cursor" | "offset" | "limit">;
export type Page = ClientOutput<"searchConversations">;

/** The first page, with the total of all. */
export function useListHead(search: ListSearch): UseQueryResult<Page> {
  const isLive = isBusy(useWorkspace());
  return useQuery({
    ...pageQuery(search, 0),
    placeholderData: keepPreviousData,
    refetchInterval: isLive ? 8_000 : false,
  });
}

/** Gives the row at an index: undefined until its page is there. `first` and `last` are the rows in sight. */
export function useRows(
  search: ListSearch,
  head: Page | undefined,
  first: number,
  last: number,
): (index: number) => ConversationRow | undefined {
  const pages = pagesOf(first, last, head?.total ?? 0).filter((page) => page > 0);
  const others = useQueries({ queries: pages.map((page) => pageQuery(search, page)) });
  return (index) => {
    const page = Math.floor(index / PAGE_ROWS);
    const rows = page === 0 ? head?.rows : others[pages.indexOf(page)]?.data?.rows;
    return rows?.[index % PAGE_ROWS];
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
