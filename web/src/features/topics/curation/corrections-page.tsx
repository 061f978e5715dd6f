// The log of what people changed about topics: it only grows, and each edit can be taken back or done again.
import { useMemo } from "react";
import type { CurationEntry } from "../../../../../src/contract/topic-curation.ts";
import { useWorkspace } from "../../../api/hooks.ts";
import { useCurationLog } from "../../../api/topic-hooks.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { formatAgo, formatInstant } from "../../../ui/format.ts";
import { Page } from "../../../ui/page.tsx";
import type { Column } from "../../../ui/table/column.ts";
import { DataTable } from "../../../ui/table/data-table.tsx";
import { useSortedRows } from "../../../ui/table/use-sorted-rows.ts";
import "../topics.css";
import { TopicsNav } from "../topics-nav.tsx";
import { EntryButton } from "./entry-line.tsx";
import { UndoBar } from "./undo-bar.tsx";

const MOST = 500;

export function CorrectionsPage() {
  const { timeZone } = useWorkspace();
  const log = useCurationLog({ limit: MOST });
  const columns = useMemo(() => entryColumns(timeZone), [timeZone]);
  const table = useSortedRows("corrections", log.data?.entries ?? [], columns);
  return (
    <Page
      fill
      title="Topics"
      tab="Corrections of topics"
      answers="What people put right. Corrections hold for every later run, and each can be taken back."
    >
      <TopicsNav />
      <div className="panel topic-panel">
        <DataTable
          id="corrections"
          label="Corrections"
          columns={columns}
          {...table}
          keyOf={(entry) => String(entry.id)}
          status={log}
          empty={
            <EmptyState title="Nobody has corrected a topic yet">
              Rename, merge, move, split or hide topics on the Topics page; what was done is listed here.
            </EmptyState>
          }
          height="fill"
          hasKeys
        />
      </div>
      <UndoBar />
    </Page>
  );
}

function entryColumns(timeZone: string): readonly Column<CurationEntry>[] {
  return [
    {
      id: "words",
      label: "What",
      width: 180,
      grow: 3,
      isFixed: true,
      value: (entry) => entry.words,
      render: (entry) => (
        <span className={entry.active === false ? "ellipsis entry-gone" : "ellipsis"} title={entry.words}>
          {entry.words}
        </span>
      ),
    },
    { id: "kind", label: "Kind", width: 90, sort: "asc", from: 600, value: (entry) => entry.kind },
    {
      id: "actor",
      label: "By",
      width: 130,
      sort: "asc",
      from: 760,
      value: (entry) => (entry.actor === "local" ? "you, on this machine" : entry.actor),
    },
    {
      id: "holds",
      label: "Holds",
      width: 110,
      sort: "asc",
      from: 600,
      value: (entry) => (entry.active === null ? null : entry.active ? "yes" : "taken back"),
    },
    {
      id: "at",
      label: "When",
      width: 100,
      align: "end",
      sort: "desc",
      value: (entry) => entry.at,
      render: (entry) => (
        <span className="muted nowrap" title={formatInstant(entry.at, timeZone)}>
          {formatAgo(entry.at, timeZone, new Date())}
        </span>
      ),
    },
    {
      id: "act",
      label: "Undo, redo",
      width: 108,
      isFixed: true,
      value: () => null,
      render: (entry, { tabIndex }) => <EntryButton entry={entry} tabIndex={tabIndex} />,
    },
  ];
}
