// What pages ask the server about topics. All keys begin with `topics`, so that an edit refreshes all of them.
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ClientInput, ClientOutput } from "../../../src/contract/client.ts";
import type { TopicList, TopicTreeNode } from "../../../src/contract/topics.ts";
import { client } from "./client.ts";
import { useRefreshInterval, useWorkspace } from "./hooks.ts";
import { topicsWithWholePast } from "./whole-past.ts";

export type TopicSearch = NonNullable<ClientInput<"searchTopics">["body"]>;
export type TreeQuery = NonNullable<ClientInput<"getTopicTree">["query"]>;
export type TopicTreeAnswer = ClientOutput<"getTopicTree">;

export function useTopics(search: TopicSearch, isNeeded = true): UseQueryResult<TopicList> {
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
  return useQuery({
    queryKey: ["topics", "one", id],
    queryFn: ({ signal }) => client.call("getTopic", { params: { id } }, { signal }),
  });
}

/** The tree with its counts. While another cut is fetched the old one stays, marked by `isPlaceholderData`. */
export function useTopicTree(query: TreeQuery): UseQueryResult<TopicTreeAnswer> {
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

/** All topics of all levels over all time, parents before children, for pickers, names and colours; `isNeeded` false asks nothing. */
export function useAllTopics(isNeeded = true): readonly KnownTopic[] {
  const { data } = useQuery({
    queryKey: ["topics", "tree", "all"],
    queryFn: ({ signal }) => client.call("getTopicTree", { query: { time: "all" } }, { signal }),
    select: knownTopics,
    staleTime: 5 * 60_000,
    enabled: isNeeded,
  });
  return data ?? NO_TOPICS;
}

const NO_TOPICS: readonly KnownTopic[] = [];

function knownTopics({ nodes }: TopicTreeAnswer): readonly KnownTopic[] {
  return nodes.flatMap((node) => (node.id === null ? [] : [{ ...node, id: node.id }]));
}

export function useCurationLog(
  query: NonNullable<ClientInput<"getCuration">["query"]>,
): UseQueryResult<ClientOutput<"getCuration">> {
  return useQuery({
    queryKey: ["topics", "curation", query],
    queryFn: ({ signal }) => client.call("getCuration", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useUnassigned(
  query: NonNullable<ClientInput<"getUnassigned">["query"]>,
): UseQueryResult<ClientOutput<"getUnassigned">> {
  return useQuery({
    queryKey: ["topics", "unassigned", query],
    queryFn: ({ signal }) => client.call("getUnassigned", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useProposals(): UseQueryResult<ClientOutput<"getProposals">> {
  return useQuery({
    queryKey: ["topics", "proposals"],
    queryFn: ({ signal }) => client.call("getProposals", {}, { signal }),
  });
}

export function useLineage(
  query: NonNullable<ClientInput<"getLineage">["query"]>,
): UseQueryResult<ClientOutput<"getLineage">> {
  return useQuery({
    queryKey: ["topics", "lineage", query],
    queryFn: ({ signal }) => client.call("getLineage", { query }, { signal }),
    placeholderData: keepPreviousData,
  });
}
