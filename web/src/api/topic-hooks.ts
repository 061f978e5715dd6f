// What pages ask the server about topics. All keys begin with `topics`, so that an edit refreshes all of them.
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { ClientInput, ClientOutput } from "../../../src/contract/client.ts";
import type { Lens } from "../../../src/contract/lenses.ts";
import type { TopicList, TopicTreeNode } from "../../../src/contract/topics.ts";
import { DEFAULT_LENS } from "../../../src/core/lens.ts";
import { useView } from "../app/use-view.ts";
import { client } from "./client.ts";
import { useRefreshInterval, useWorkspace } from "./hooks.ts";
import { topicsWithWholePast } from "./whole-past.ts";

export type TopicSearch = NonNullable<ClientInput<"searchTopics">["body"]>;
export type TreeQuery = NonNullable<ClientInput<"getTopicTree">["query"]>;
export type TopicTreeAnswer = ClientOutput<"getTopicTree">;

/** The lens that the page looks through. */
export function useLensId(): string {
  return useView().state.lens ?? DEFAULT_LENS.id;
}

export function useLenses(): UseQueryResult<ClientOutput<"getLenses">> {
  return useQuery({
    queryKey: ["topics", "lenses"],
    queryFn: ({ signal }) => client.call("getLenses", {}, { signal }),
    refetchInterval: (query) => (query.state.data?.lenses.some(isAwaited) ? WHILE_AWAITED_MS : false),
  });
}

const WHILE_AWAITED_MS = 4_000;

/** Turned on, but not found yet. */
export function isAwaited({ on, discoveredAt }: Lens): boolean {
  return on && discoveredAt === null;
}

/** Under the lens of the page, unless another is named. */
export function useTopics(given: TopicSearch, isNeeded = true): UseQueryResult<TopicList> {
  const lens = useLensId();
  const search = { lens, ...given };
  const { firstDay } = useWorkspace();
  return useQuery({
    queryKey: ["topics", "list", search],
    queryFn: ({ signal }) => client.call("searchTopics", { body: search }, { signal }),
    select: useCallback((answer: TopicList) => topicsWithWholePast(answer, firstDay), [firstDay]),
    placeholderData: keepPreviousData,
    refetchInterval: useRefreshInterval(),
    enabled: isNeeded,
  });
}

export function useTopic(id: number): UseQueryResult<ClientOutput<"getTopic">> {
  const lens = useLensId();
  return useQuery({
    queryKey: ["topics", "one", lens, id],
    queryFn: ({ signal }) => client.call("getTopic", { params: { id }, query: { lens } }, { signal }),
  });
}

/** The tree with its counts. While another cut is fetched the old one stays, marked by `isPlaceholderData`. */
export function useTopicTree(given: TreeQuery): UseQueryResult<TopicTreeAnswer> {
  const lens = useLensId();
  const query = { lens, ...given };
  return useQuery({
    queryKey: ["topics", "tree", query],
    queryFn: ({ signal }) => client.call("getTopicTree", { query }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: useRefreshInterval(),
  });
}

export type KnownTopic = Pick<TopicTreeNode, "name" | "level" | "color" | "conversations" | "parentKey"> & {
  readonly id: number;
};

/**
 * All topics of all levels over all time, parents before children, for pickers, names and colours; `isNeeded` false asks nothing.
 * Under the lens of the page, unless another is named.
 */
export function useAllTopics(isNeeded = true, named?: string): readonly KnownTopic[] {
  const own = useLensId();
  const lens = named ?? own;
  const { data } = useQuery({
    queryKey: ["topics", "tree", "all", lens],
    queryFn: ({ signal }) => client.call("getTopicTree", { query: { lens, time: "all" } }, { signal }),
    select: knownTopics,
    staleTime: 5 * 60_000,
    enabled: isNeeded,
  });
  return data ?? NO_TOPICS;
}

/** The topics of the default lens and of the page's: what an id may stand for. */
export function useKnownTopics(isNeeded = true): readonly KnownTopic[] {
  const lens = useLensId();
  const isOther = lens !== DEFAULT_LENS.id;
  const usual = useAllTopics(isNeeded, DEFAULT_LENS.id);
  const own = useAllTopics(isNeeded && isOther, lens);
  return useMemo(() => (isOther ? [...usual, ...own] : usual), [isOther, usual, own]);
}

const NO_TOPICS: readonly KnownTopic[] = [];

function knownTopics({ nodes }: TopicTreeAnswer): readonly KnownTopic[] {
  return nodes.flatMap((node) => (node.id === null ? [] : [{ ...node, id: node.id }]));
}

export function useCurationLog(
  given: NonNullable<ClientInput<"getCuration">["query"]>,
): UseQueryResult<ClientOutput<"getCuration">> {
  const lens = useLensId();
  const query = { lens, ...given };
  return useQuery({
    queryKey: ["topics", "curation", query],
    queryFn: ({ signal }) => client.call("getCuration", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useUnassigned(
  given: NonNullable<ClientInput<"getUnassigned">["query"]>,
): UseQueryResult<ClientOutput<"getUnassigned">> {
  const lens = useLensId();
  const query = { lens, ...given };
  return useQuery({
    queryKey: ["topics", "unassigned", query],
    queryFn: ({ signal }) => client.call("getUnassigned", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useProposals(): UseQueryResult<ClientOutput<"getProposals">> {
  const lens = useLensId();
  return useQuery({
    queryKey: ["topics", "proposals", lens],
    queryFn: ({ signal }) => client.call("getProposals", { query: { lens } }, { signal }),
  });
}

export function useLineage(
  given: NonNullable<ClientInput<"getLineage">["query"]>,
): UseQueryResult<ClientOutput<"getLineage">> {
  const lens = useLensId();
  const query = { lens, ...given };
  return useQuery({
    queryKey: ["topics", "lineage", query],
    queryFn: ({ signal }) => client.call("getLineage", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}
