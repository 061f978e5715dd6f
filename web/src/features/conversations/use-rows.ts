// Rows of a list of any length: its head says how many there are, the others are fetched page by page as they come into sight.
import {
  keepPreviousData,
  type UseQueryResult,
  useQueries,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useState } from "react";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import type { ConversationRow, ConversationSearch } from "../../../../src/contract/conversations.ts";
import { client } from "../../api/client.ts";
import { isBusy, useWorkspace } from "../../api/hooks.ts";
import type { RowSource } from "../../ui/table/column.ts";
import { LISTED_ROWS, PAGE_ROWS, pagesOf } from "./row-pages.ts";

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

/** All rows of a search, the first `LISTED_ROWS` of them; those not fetched yet are undefined. */
export function useRows(search: ListSearch, head: Page | undefined): RowSource<ConversationRow> {
  const cache = useQueryClient();
  const [pages, setPages] = useState<readonly number[]>([]);
  const count = Math.min(head?.total ?? 0, LISTED_ROWS);
  const wanted = pages.filter((page) => page > 0);
  const others = useQueries({ queries: wanted.map((page) => pageQuery(search, page)) });
  return {
    count,
    at(index) {
      const page = Math.floor(index / PAGE_ROWS);
      const rows = page === 0 ? head?.rows : others[wanted.indexOf(page)]?.data?.rows;
      return rows?.[index % PAGE_ROWS];
    },
    async range(from, to) {
      const needed = pagesOf(from, to, count);
      const answers = await Promise.all(needed.map((page) => cache.fetchQuery(pageQuery(search, page))));
      const first = (needed[0] ?? 0) * PAGE_ROWS;
      return answers.flatMap(({ rows }) => rows).slice(from - first, to - first + 1);
    },
    see(first, last) {
      const next = pagesOf(first, last, count);
      setPages((before) => (before.join() === next.join() ? before : next));
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
