// A list of conversations that scrolls through all of them: only the rows in sight exist. j and k walk, Enter opens.
import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, useRef, useState } from "react";
import { useKeys } from "../../app/keys.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { ConversationRowView } from "./conversation-row.tsx";
import "./conversations.css";
import { LISTED_ROWS } from "./row-pages.ts";
import { type ListSearch, type Page, useRows } from "./use-rows.ts";

const ROW_HEIGHT = 60;

export function ConversationList(props: {
  readonly search: ListSearch;
  /** From `useListHead`, held above the list so that its rows stay, dimmed, while another search is answered. */
  readonly head: UseQueryResult<Page>;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Whether j, k and Enter are for this list. */
  readonly hasKeys: boolean;
  readonly label: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const { head } = props;
  const total = head.data?.total ?? 0;
  const count = Math.min(total, LISTED_ROWS);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtualizer.getVirtualItems();
  const rowAt = useRows(props.search, head.data, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  function walk(step: number): void {
    const next = Math.max(0, Math.min(count - 1, current + step));
    setCurrent(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    const row = rowAt(next);
    if (props.openId !== undefined && row) props.onOpen(row.id);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    );
  }
  const down = () => walk(1);
  const up = () => walk(-1);
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up }, props.hasKeys && count > 0);

  /** One listener for all rows, so that a row changes only when its conversation does. */
  function open(event: MouseEvent<HTMLElement>): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-index]");
    const index = Number(button?.dataset["index"] ?? -1);
    const row = rowAt(index);
    if (row === undefined) return;
    setCurrent(index);
    props.onOpen(row.id);
  }

  if (head.isPending) return <ListSkeleton />;
  if (head.isError) return <ErrorState error={head.error} onRetry={() => void head.refetch()} />;
  if (count === 0) return <NoRows outOf={head.data.outOf} isSearch={props.search.search !== undefined} />;
  return (
    <div ref={scroller} className={head.isPlaceholderData ? "list-scroll stale" : "list-scroll"}>
      {/* biome-ignore lint/a11y/useSemanticElements: a list element cannot be virtual */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the buttons inside take the keys */}
      <div
        role="list"
        aria-label={props.label}
        className="list-rows"
        style={{ height: virtualizer.getTotalSize() }}
        onClick={open}
      >
        {items.map((item) => (
          // biome-ignore lint/a11y/useSemanticElements: its list is not a ul either
          <div
            key={item.key}
            role="listitem"
            aria-setsize={total}
            aria-posinset={item.index + 1}
            className="list-row"
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            <ConversationRowView
              row={rowAt(item.index)}
              index={item.index}
              isCurrent={item.index === current}
              isOpen={props.openId !== undefined && rowAt(item.index)?.id === props.openId}
            />
          </div>
        ))}
      </div>
      {total > count && (
        <p className="small muted list-more">
          The first {formatCount(count)} of {formatCount(total)} are listed. Narrow the filter to reach the
          others.
        </p>
      )}
    </div>
  );
}

function NoRows(props: { readonly outOf: number; readonly isSearch: boolean }) {
  if (props.outOf === 0) {
    return (
      <EmptyState title="No conversations yet">
        Bring some in on the Sources page; they appear here while they are read.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No conversation passes this filter">
      {props.isSearch ? "Try other words, or search by meaning." : "Widen the time or take a filter away."}
    </EmptyState>
  );
}

function ListSkeleton() {
  return (
    <div className="stack list-skeleton" aria-label="Loading conversations" role="status">
      {Array.from({ length: 8 }, (_, index) => index).map((index) => (
        <Skeleton key={index} height={44} />
      ))}
    </div>
  );
}
