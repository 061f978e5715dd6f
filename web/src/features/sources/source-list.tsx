import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount, formatWindow } from "../../ui/format.ts";

export function SourceList() {
  const { timeZone } = useWorkspace();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => client.call("getSources", {}, { signal }),
  });
  return (
    <section className="panel" aria-label="Sources">
      <h2>Sources</h2>
      {isPending && <Skeleton height={60} mt="sm" />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.sources.length === 0 && (
        <EmptyState title="No source yet">
          Each import names one; what came from it can be filtered by it.
        </EmptyState>
      )}
      {data && data.sources.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label="Table of sources">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Format</th>
                <th scope="col">Channels</th>
                <th scope="col" className="number">
                  Conversations
                </th>
                <th scope="col" className="number">
                  Messages
                </th>
                <th scope="col">Time</th>
              </tr>
            </thead>
            <tbody>
              {data.sources.map((source) => (
                <tr key={source.name}>
                  <td>
                    <Link
                      to="/conversations"
                      search={{ time: "all", filter: { op: "in", field: "source", values: [source.name] } }}
                    >
                      {source.name}
                    </Link>
                  </td>
                  <td className="muted">{source.format ?? "–"}</td>
                  <td className="muted">{source.channels.join(", ")}</td>
                  <td className="number">{formatCount(source.conversations)}</td>
                  <td className="number">{formatCount(source.messages)}</td>
                  <td className="muted nowrap">
                    {source.firstAt && source.lastAt
                      ? formatWindow({ from: source.firstAt, to: source.lastAt, timeZone })
                      : "–"}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
