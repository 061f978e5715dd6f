// A list of conversations that scrolls through all of them: columns where there is room, else a card a row.
import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ConversationRow } from "../../../../src/contract/conversations.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { formatCount } from "../../ui/format.ts";
import type { Sort } from "../../ui/table/column.ts";
import { DataTable } from "../../ui/table/data-table.tsx";
import { ConversationCard } from "./conversation-card.tsx";
import { useConversationColumns } from "./conversation-columns.tsx";
import "./conversations.css";
import { type ListSearch, type Page, useRows } from "./use-rows.ts";

const ROW_HEIGHT = 52;
const CARD = {
  below: 760,
  height: 60,
  render: (row: ConversationRow) => <ConversationCard row={row} />,
};

export function ConversationList(props: {
  readonly search: ListSearch;
  /** From `useListHead`, held above the list so that its rows stay, dimmed, while another search is answered. */
  readonly head: UseQueryResult<Page>;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly sort?: Sort | undefined;
  readonly onSort?: (sort: Sort) => void;
  /** Whether j, k and Enter are for this list. */
  readonly hasKeys: boolean;
  readonly label: string;
}) {
  const { head } = props;
  const { timeZone } = useWorkspace();
  const columns = useConversationColumns(timeZone);
  const rows = useRows(props.search, head.data);
  const total = head.data?.total ?? 0;
  return (
    <DataTable
      id="conversations"
      label={props.label}
      columns={columns}
      rows={rows}
      keyOf={keyOf}
      status={head}
      empty={<NoRows outOf={head.data?.outOf ?? 0} isSearch={props.search.search !== undefined} />}
      rowHeight={ROW_HEIGHT}
      height="fill"
      sort={props.sort}
      {...(props.onSort ? { onSort: props.onSort } : {})}
      openKey={props.openId}
      onOpen={({ id }) => props.onOpen(id)}
      hasKeys={props.hasKeys}
      card={CARD}
      foot={
        total > rows.count &&
        `The first ${formatCount(rows.count)} of ${formatCount(total)} are listed. Narrow the filter to reach the others.`
      }
    />
  );
}

function keyOf(row: ConversationRow): string {
  return row.id;
}

function NoRows(props: { readonly outOf: number; readonly isSearch: boolean }) {
  if (props.outOf === 0) {
    return (
      <EmptyState title="No conversations yet" next={<Link to="/sources">Bring in a file</Link>}>
        They appear here while they are read.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No conversation passes this filter">
      {props.isSearch ? "Try other words, or search by meaning." : "Widen the time or take a filter away."}
    </EmptyState>
  );
}
