// The one client of this page's own server, and the cache of what it said.
import { QueryClient } from "@tanstack/react-query";
import { createClient } from "../../../src/contract/client.ts";
import { isWorthRetrying } from "./problem.ts";

export const client = createClient();

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isWorthRetrying(error),
    },
  },
});
