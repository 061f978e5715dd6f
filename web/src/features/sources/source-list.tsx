import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { ClientOutput } from "../../../../src/contract/client.ts";
import { client } from "../../api/client.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatWindow } from "../../ui/format.ts";
import type { Column } from "../../ui/table/column.ts";
import { DataTable } from "../../ui/table/data-table.tsx";
import { useSortedRows } from "../../ui/table/use-sorted-rows.ts";

type Source = ClientOutput<"getSources">["sources"][number];

export function SourceList() {
  const { timeZone } = useWorkspace();
  const sources = useQuery({
    queryKey: ["sources"],
    queryFn: ({ signal }) => client.call("getSources", {}, { signal }),
  });
  const columns = useMemo(() => sourceColumns(timeZone), [timeZone]);
  const table = useSortedRows("sources", sources.data?.sources ?? [], columns);
  return (
    <section className="panel panel-table" aria-label="Sources">
      <h2>Sources</h2>
      <DataTable
        id="sources"
        label="Sources"
        columns={columns}
        {...table}
        keyOf={(source) => source.name}
        status={sources}
        empty={
          <EmptyState title="No source yet">
            Each import names one; what came from it can be filtered by it.
          </EmptyState>
        }
        height={360}
      />
    </section>
  );
}

function sourceColumns(timeZone: string): readonly Column<Source>[] {
  return [
    {
      id: "name",
      label: "Source",
      width: 140,
      grow: 2,
      isFixed: true,
      sort: "asc",
      value: (source) => source.name,
      render: (source, { tabIndex }) => (
        <Link
          to="/conversations"
          search={{ time: "all", filter: { op: "in", field: "source", values: [source.name] } }}
          tabIndex={tabIndex}
          className="ellipsis"
          title={source.name}
        >
          {source.name}
        </Link>
      ),
    },
    {
      id: "format",
      label: "Format",
      width: 110,
      sort: "asc",
      from: 600,
      value: (source) => source.format,
    },
    {
      id: "channels",
      label: "Channels",
      width: 140,
      grow: 2,
      sort: "asc",
      from: 760,
      value: (source) => source.channels.join(", "),
    },
    {
      id: "conversations",
      label: "Conversations",
      width: 116,
      align: "end",
      sort: "desc",
      value: (source) => source.conversations,
    },
    {
      id: "messages",
      label: "Messages",
      width: 100,
      align: "end",
      sort: "desc",
      from: 500,
      value: (source) => source.messages,
    },
    {
      id: "time",
      label: "Time",
      width: 200,
      from: 700,
      value: ({ firstAt, lastAt }) =>
        firstAt && lastAt ? formatWindow({ from: firstAt, to: lastAt, timeZone }) : null,
    },
  ];
}
