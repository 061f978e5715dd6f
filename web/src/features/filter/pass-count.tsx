import { IconClock } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { client } from "../../api/client.ts";
import { isBusy, useWorkspace } from "../../api/hooks.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { formatCount, formatWindow } from "../../ui/format.ts";

/** What the filter lets through: "12,480 of 20,113 conversations", and of which days in which zone. */
export function PassCount() {
  const { time, filter } = useSlice();
  const { state } = useView();
  const workspace = useWorkspace();
  const body = {
    time,
    limit: 1,
    ...(filter === undefined ? {} : { filter }),
    ...(state.search === undefined ? {} : { search: state.search }),
  };
  const { data, isPlaceholderData } = useQuery({
    queryKey: ["conversations", "count", body],
    queryFn: ({ signal }) => client.call("searchConversations", { body }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isBusy(workspace) ? 8_000 : false,
  });
  if (data === undefined) return <span className="pass-count muted">Counting…</span>;
  return (
    <span className={isPlaceholderData ? "pass-count stale" : "pass-count"} aria-live="polite">
      <span className="number nowrap">
        <strong>{formatCount(data.total)}</strong> of {formatCount(data.outOf)} conversations
      </span>
      <span className="muted small nowrap">
        <IconClock size={12} aria-hidden /> {formatWindow(data.window)} · {data.window.timeZone}
      </span>
    </span>
  );
}
