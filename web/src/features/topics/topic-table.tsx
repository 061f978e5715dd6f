import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { TopicList } from "../../../../src/contract/topics.ts";
import { useKeys } from "../../app/keys.ts";
import { useView } from "../../app/use-view.ts";
import { carrySearch } from "../../app/view-state.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { wholeBuckets } from "../overview/findings-input.ts";
import { TopicRow } from "./topic-row.tsx";
import { UnassignedRow } from "./unassigned-row.tsx";

/** The topics as a table. j and k walk its rows, Enter opens one, e renames it. */
export function TopicTable(props: {
  readonly topics: UseQueryResult<TopicList>;
  readonly isSearch: boolean;
}) {
  const { data, isPending, error, refetch, isPlaceholderData } = props.topics;
  const [current, setCurrent] = useState(-1);
  const [renaming, setRenaming] = useState<number>();
  const { state } = useView();
  const navigate = useNavigate();
  const list = data?.topics ?? [];

  function walk(step: number): void {
    const next = Math.max(0, Math.min(list.length - 1, current + step));
    setCurrent(next);
    document.querySelector<HTMLElement>(`[data-topic-row="${next}"] a`)?.focus();
  }
  function openCurrent(): void {
    const topic = list[current];
    if (topic) void navigate({ to: "/topics/$id", params: { id: String(topic.id) }, search: carrySearch });
  }
  const down = () => walk(1);
  const up = () => walk(-1);
  const rename = () => setRenaming(list[current]?.id);
  useKeys(
    { j: down, ArrowDown: down, k: up, ArrowUp: up, e: rename, ["Enter"]: openCurrent },
    state.drawer === undefined && renaming === undefined,
  );

  if (isPending) return <Skeleton role="status" height={360} aria-label="Loading the topics" />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined || (list.length === 0 && data.discoveredAt === null)) return <NotYet />;
  const isLastPartial = wholeBuckets(data, new Date()) < data.buckets.length;
  return (
    <div className={isPlaceholderData ? "panel topic-panel stale" : "panel topic-panel"}>
      <table className="plain topic-table">
        <thead>
          <tr>
            <th scope="col">Topic</th>
            <th scope="col" className="number">
              Conversations
            </th>
            <th scope="col" className="number wide-only">
              Share
            </th>
            <th scope="col" className="wide-only">
              Change
            </th>
            <th scope="col" className="wide-only">
              Sentiment
            </th>
            <th scope="col">Course</th>
            <th scope="col" className="widest-only">
              In customers' words
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((topic, index) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              index={index}
              isCurrent={index === current}
              isLastPartial={isLastPartial}
              isRenaming={renaming === topic.id}
              onRename={(isOn) => setRenaming(isOn ? topic.id : undefined)}
            />
          ))}
          {!props.isSearch && <UnassignedRow unassigned={data.unassigned} />}
        </tbody>
      </table>
      {list.length === 0 && (
        <EmptyState title={props.isSearch ? "No topic has these words" : "No topic passes this filter"} />
      )}
    </div>
  );
}

function NotYet() {
  return (
    <div className="panel">
      <EmptyState title="No topics yet">
        Topics are found once enough conversations have been read. That starts by itself after an import; this
        page fills when it is done.
      </EmptyState>
    </div>
  );
}
