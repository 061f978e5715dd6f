// A list of conversations that scrolls through all of them: only the rows in sight exist. j and k walk, Enter opens.
import { Skeleton } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState } from "react";
import { useKeys } from "../../app/keys.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount } from "../../ui/format.ts";
import { ConversationRowView } from "./conversation-row.tsx";
import "./conversations.css";
import { LISTED_ROWS } from "./row-pages.ts";
import { type ListSearch, useRows } from "./use-rows.ts";

const ROW_HEIGHT = 60;

export function ConversationList(props: {
  readonly search: ListSearch;
  readonly openId: string | undefined;
  readonly onOpen: (id: string) => void;
  /** Whether j, k and Enter are for this list. */
  readonly hasKeys: boolean;
  readonly label: string;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const [range, setRange] = useState<readonly [first: number, last: number]>([0, 20]);
  const rows = useRows(props.search, range[0], range[1]);
  const count = Math.min(rows.total, LISTED_ROWS);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    onChange: ({ range: seen }) => {
      if (seen && (seen.startIndex !== range[0] || seen.endIndex !== range[1]))
        setRange([seen.startIndex, seen.endIndex]);
    },
  });

  function walk(step: number): void {
    const next = Math.max(0, Math.min(count - 1, current + step));
    setCurrent(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
    const row = rows.row(next);
    if (props.openId !== undefined && row) props.onOpen(row.id);
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus(),
    );
  }
  const down = () => walk(1);
  const up = () => walk(-1);
  useKeys({ j: down, ArrowDown: down, k: up, ArrowUp: up }, props.hasKeys && count > 0);

  if (rows.isPending) return <ListSkeleton />;
  if (rows.error) return <ErrorState error={rows.error} onRetry={rows.refetch} />;
  if (count === 0) return <NoRows outOf={rows.outOf} isSearch={props.search.search !== undefined} />;
  return (
    <div ref={scroller} className={rows.isStale ? "list-scroll stale" : "list-scroll"}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual */}
      <div
        role="list"
        aria-label={props.label}
        className="list-rows"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map((item) => (
          // biome-ignore lint/a11y/useSemanticElements: its list is not a ul either
          <div
            key={item.key}
            role="listitem"
            aria-setsize={rows.total}
            aria-posinset={item.index + 1}
            className="list-row"
            style={{ height: item.size, transform: `translateY(${item.start}px)` }}
          >
            <ConversationRowView
              row={rows.row(item.index)}
              index={item.index}
              isCurrent={item.index === current}
              openId={props.openId}
              onOpen={(id) => {
                setCurrent(item.index);
                props.onOpen(id);
              }}
            />
          </div>
        ))}
      </div>
      {rows.total > count && (
        <p className="small muted list-more">
          The first {formatCount(count)} of {formatCount(rows.total)} are listed. Narrow the filter to reach
          the others.
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
    <div className="stack" aria-label="Loading conversations" role="status">
      {Array.from({ length: 8 }, (_, index) => index).map((index) => (
        <Skeleton key={index} height={44} />
      ))}
    </div>
  );
}
