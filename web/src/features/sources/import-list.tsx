import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatAgo, formatCount, formatInstant } from "../../ui/format.ts";
import { STATE_WORDS } from "./import-words.ts";

/** Every import, newest first. Its name leads to its account and to what was set aside. */
export function ImportList() {
  const { timeZone } = useWorkspace();
  const { data, isPending, error, refetch } = useQuery({
    queryKey: ["imports", "list"],
    queryFn: ({ signal }) => client.call("getImports", { query: { limit: 100 } }, { signal }),
    refetchInterval: (query) =>
      query.state.data?.imports.some(({ state }) => state === "running") ? 1_500 : false,
  });
  return (
    <section className="panel" aria-label="Imports">
      <h2>Imports</h2>
      {isPending && <Skeleton height={60} mt="sm" />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.imports.length === 0 && <p className="muted">Nothing has been imported yet.</p>}
      {data && data.imports.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        <section className="table-scroll" tabIndex={0} aria-label="Table of imports">
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Source</th>
                <th scope="col">Format</th>
                <th scope="col">State</th>
                <th scope="col" className="number">
                  Read
                </th>
                <th scope="col" className="number">
                  Stored
                </th>
                <th scope="col" className="number">
                  Already there
                </th>
                <th scope="col" className="number">
                  Set aside
                </th>
                <th scope="col">Started</th>
              </tr>
            </thead>
            <tbody>
              {data.imports.map((record) => (
                <tr key={record.id}>
                  <td>
                    <Link to="/sources/imports/$id" params={{ id: record.id }} search={{}}>
                      {record.name}
                    </Link>
                  </td>
                  <td>{record.source}</td>
                  <td className="muted">{record.format ?? "–"}</td>
                  <td>{STATE_WORDS[record.state]}</td>
                  <td className="number">{formatCount(record.counts.read)}</td>
                  <td className="number">{formatCount(record.counts.stored + record.counts.updated)}</td>
                  <td className="number">{formatCount(record.counts.duplicate)}</td>
                  <td className="number">{formatCount(record.counts.setAside)}</td>
                  <td
                    className="muted nowrap"
                    title={`${formatInstant(record.startedAt, timeZone)} ${timeZone}`}
                  >
                    {formatAgo(record.startedAt, timeZone, new Date())}
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
