import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ImportRecord } from "../../../../src/contract/imports.ts";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatAgo, formatInstant } from "../../ui/format.ts";
import type { Column } from "../../ui/table/column.ts";
import { DataTable } from "../../ui/table/data-table.tsx";
import { useSortedRows } from "../../ui/table/use-sorted-rows.ts";
import { STATE_WORDS } from "./import-words.ts";

/** Every import, newest first. Its name leads to its account and to what was set aside. */
export function ImportList() {
  const { timeZone } = useWorkspace();
  const imports = useQuery({
    queryKey: ["imports", "list"],
    queryFn: ({ signal }) => client.call("getImports", { query: { limit: 100 } }, { signal }),
    refetchInterval: (query) =>
      query.state.data?.imports.some(({ state }) => state === "running") ? 1_500 : false,
  });
  const columns = useMemo(() => importColumns(timeZone), [timeZone]);
  const table = useSortedRows("imports", imports.data?.imports ?? [], columns);
  return (
    <section className="panel panel-table" aria-label="Imports">
      <h2>Imports</h2>
      <DataTable
        id="imports"
        label="Imports"
        columns={columns}
        {...table}
        keyOf={(record) => record.id}
        status={imports}
        empty={
          <EmptyState title="Nothing has been imported yet">
            Each import stands here with what was read, stored and set aside, and why.
          </EmptyState>
        }
        height={480}
      />
    </section>
  );
}

function importColumns(timeZone: string): readonly Column<ImportRecord>[] {
  const count = (
    id: string,
    label: string,
    value: (record: ImportRecord) => number,
    from = 0,
  ): Column<ImportRecord> => ({ id, label, width: 108, align: "end", sort: "desc", from, value });
  return [
    {
      id: "name",
      label: "File",
      width: 150,
      grow: 2,
      isFixed: true,
      sort: "asc",
      value: (record) => record.name,
      render: (record, { tabIndex }) => (
        <Link
          to="/sources/imports/$id"
          params={{ id: record.id }}
          search={{}}
          tabIndex={tabIndex}
          className="ellipsis"
          title={record.name}
        >
          {record.name}
        </Link>
      ),
    },
    {
      id: "source",
      label: "Source",
      width: 120,
      grow: 1,
      sort: "asc",
      from: 760,
      value: (record) => record.source,
    },
    {
      id: "format",
      label: "Format",
      width: 110,
      sort: "asc",
      from: 900,
      value: (record) => record.format,
    },
    { id: "state", label: "State", width: 100, sort: "asc", value: (record) => STATE_WORDS[record.state] },
    count("read", "Read", ({ counts }) => counts.read, 600),
    count("stored", "Stored", ({ counts }) => counts.stored + counts.updated),
    count("duplicate", "Already there", ({ counts }) => counts.duplicate, 900),
    count("setAside", "Set aside", ({ counts }) => counts.setAside, 500),
    {
      id: "started",
      label: "Started",
      width: 110,
      align: "end",
      sort: "desc",
      from: 600,
      value: (record) => record.startedAt,
      render: (record) => (
        <span className="muted nowrap" title={`${formatInstant(record.startedAt, timeZone)} ${timeZone}`}>
          {formatAgo(record.startedAt, timeZone, new Date())}
        </span>
      ),
    },
  ];
}
