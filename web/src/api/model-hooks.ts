// What pages ask the server about classical topic models.
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ClientInput, ClientOutput } from "../../../src/contract/client.ts";
import type { Job } from "../../../src/contract/jobs.ts";
import { client } from "./client.ts";

type ModelQuery = NonNullable<ClientInput<"getTopicModel">["query"]>;

const WHILE_FITTING_MS = 1_500;

/** `fitting` is how many are being fitted: when one is done the list is asked for again. */
export function useTopicModels(fitting: number): UseQueryResult<ClientOutput<"getTopicModels">> {
  return useQuery({
    queryKey: ["topics", "models", "list", fitting],
    queryFn: ({ signal }) => client.call("getTopicModels", {}, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useTopicModel(id: string, query: ModelQuery): UseQueryResult<ClientOutput<"getTopicModel">> {
  return useQuery({
    queryKey: ["topics", "models", id, query],
    queryFn: ({ signal }) => client.call("getTopicModel", { params: { id }, query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

export function useModelQuotes(
  id: string,
  query: ModelQuery & { readonly topic: number },
): UseQueryResult<ClientOutput<"getModelQuotes">> {
  return useQuery({
    queryKey: ["topics", "models", id, "quotes", query],
    queryFn: ({ signal }) => client.call("getModelQuotes", { params: { id }, query }, { signal }),
    placeholderData: keepPreviousData,
  });
}

const isUnderWay = ({ kind, state }: Job) =>
  kind === "topic-model" && (state === "waiting" || state === "running");

/** Models that are being fitted or wait for it; asked for often only while there are some. */
export function useFitting(): readonly Job[] {
  const { data } = useQuery({
    queryKey: ["jobs", "topic-models"],
    queryFn: ({ signal }) => client.call("getJobs", {}, { signal }),
    refetchInterval: (query) => (query.state.data?.jobs.some(isUnderWay) ? WHILE_FITTING_MS : false),
  });
  return data?.jobs.filter(isUnderWay) ?? NONE;
}

const NONE: readonly Job[] = [];
