// What pages ask the server, one hook a question. Keys begin with the kind of thing, so that an edit can refresh its kind.
import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import { createContext, useCallback, useContext } from "react";
import type { ClientOutput } from "../../../src/contract/client.ts";
import { type Access, covers } from "../../../src/contract/endpoint.ts";
import type { QueryRequest, QueryResponse } from "../../../src/contract/query.ts";
import type { Workspace } from "../../../src/contract/workspace.ts";
import { client } from "./client.ts";
import { measuresWithWholePast } from "./whole-past.ts";

const WHILE_BUSY_MS = 2_500;
const REFRESH_WHILE_BUSY_MS = 8_000;

/** Whether data still arrives: the sample is being loaded, or labels are missing. */
export function isBusy(workspace: Workspace | undefined): boolean {
  return workspace?.sample?.state === "loading" || (workspace?.waitingUtterances ?? 0) > 0;
}

export function useSession(): UseQueryResult<ClientOutput<"getSession">> {
  return useQuery({
    queryKey: ["session"],
    queryFn: ({ signal }) => client.call("getSession", {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Whether this person may do what asks for a right. The server decides; pages say it beforehand. */
export function useMay(needs: Access): boolean {
  return covers(useSession().data?.access ?? "public", needs);
}

export function useWorkspaceQuery(): UseQueryResult<Workspace> {
  return useQuery({
    queryKey: ["workspace"],
    queryFn: ({ signal }) => client.call("getWorkspace", {}, { signal }),
    refetchInterval: (query) => (isBusy(query.state.data) ? WHILE_BUSY_MS : 60_000),
  });
}

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** The workspace; the shell shows pages only once it is known. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error("useWorkspace outside the shell");
  return workspace;
}

/** How often numbers are asked for again: while data arrives, else never. */
export function useRefreshInterval(): number | false {
  return isBusy(useWorkspace()) ? REFRESH_WHILE_BUSY_MS : false;
}

/** A table of measures. While another is fetched the old one stays, marked by `isPlaceholderData`. */
export function useMeasures(request: QueryRequest): UseQueryResult<QueryResponse> {
  const { firstDay } = useWorkspace();
  return useQuery({
    queryKey: ["query", request],
    queryFn: ({ signal }) => client.call("postQuery", { body: request }, { signal }),
    select: useCallback((answer: QueryResponse) => measuresWithWholePast(answer, firstDay), [firstDay]),
    placeholderData: keepPreviousData,
    refetchInterval: useRefreshInterval(),
  });
}

export function useModel(): UseQueryResult<ClientOutput<"getQueryModel">> {
  return useQuery({
    queryKey: ["model"],
    queryFn: ({ signal }) => client.call("getQueryModel", {}, { signal }),
    staleTime: 5 * 60_000,
  });
}

export function useConversation(id: string | undefined): UseQueryResult<ClientOutput<"getConversation">> {
  return useQuery({
    queryKey: ["conversations", "one", id],
    queryFn: ({ signal }) => client.call("getConversation", { params: { id: id ?? "" } }, { signal }),
    enabled: id !== undefined,
  });
}

export function useAudiences(): UseQueryResult<ClientOutput<"getAudiences">> {
  return useQuery({
    queryKey: ["audiences"],
    queryFn: ({ signal }) => client.call("getAudiences", {}, { signal }),
  });
}

export function useJobs(): UseQueryResult<ClientOutput<"getJobs">> {
  const busy = isBusy(useWorkspace());
  return useQuery({
    queryKey: ["jobs"],
    queryFn: ({ signal }) => client.call("getJobs", {}, { signal }),
    refetchInterval: busy ? WHILE_BUSY_MS : 30_000,
  });
}
