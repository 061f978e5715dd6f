// The columns of conversations. Those that sort are those that the server sorts by.
import { useMemo } from "react";
import type { ConversationRow } from "../../../../src/contract/conversations.ts";
import { formatAgo, formatCount, formatDuration, formatInstant, formatScore } from "../../ui/format.ts";
import type { Column } from "../../ui/table/column.ts";
import { FoundText, HandedOver, SentimentMark } from "./conversation-cells.tsx";

/** Shown only when asked for. */
const ON_DEMAND = Number.POSITIVE_INFINITY;

export function useConversationColumns(timeZone: string): readonly Column<ConversationRow>[] {
  return useMemo(() => conversationColumns(timeZone), [timeZone]);
}

function conversationColumns(timeZone: string): readonly Column<ConversationRow>[] {
  return [
    {
      id: "text",
      label: "What was said",
      width: 260,
      grow: 3,
      isFixed: true,
      value: (row) => row.match?.excerpt ?? row.firstCustomerText,
      render: (row) => (
        <>
          <SentimentMark row={row} />
          <span className="two-lines">
            <FoundText row={row} />
          </span>
        </>
      ),
    },
    {
      id: "topic",
      label: "Topic",
      hint: "The primary topic, and how many more",
      width: 150,
      grow: 1,
      value: (row) => row.primaryTopic?.name ?? null,
      render: (row) => (
        <>
          <span className="ellipsis" title={row.topics.map(({ name }) => name).join(", ")}>
            {row.primaryTopic?.name ?? <span className="muted">–</span>}
          </span>
          {row.topics.length > 1 && <span className="muted">+{row.topics.length - 1}</span>}
        </>
      ),
    },
    { id: "channel", label: "Channel", width: 76, value: (row) => row.channel },
    {
      id: "outcome",
      label: "Outcome",
      width: 108,
      value: (row) => row.outcome,
      render: (row) => (
        <>
          {row.handedOver && <HandedOver />}
          <span className={row.outcome === "unknown" ? "muted" : undefined}>{row.outcome}</span>
        </>
      ),
    },
    {
      id: "sentiment",
      label: "Sentiment",
      hint: "Mean over its utterances, from −2 to 2",
      width: 92,
      align: "end",
      sort: "asc",
      from: 1060,
      value: (row) => row.sentiment?.mean ?? null,
      render: (row) => formatScore(row.sentiment?.mean ?? null),
    },
    {
      id: "messages",
      label: "Messages",
      width: 88,
      align: "end",
      sort: "desc",
      value: (row) => row.messageCount,
      render: (row) => formatCount(row.messageCount),
    },
    {
      id: "duration",
      label: "Duration",
      width: 92,
      align: "end",
      sort: "desc",
      from: 1060,
      value: (row) => row.durationSeconds,
      render: (row) => formatDuration(row.durationSeconds),
    },
    { id: "source", label: "Source", width: 130, from: ON_DEMAND, value: (row) => row.source },
    { id: "language", label: "Language", width: 84, from: ON_DEMAND, value: (row) => row.language || null },
    {
      id: "customer",
      label: "Customer",
      hint: "Pseudonym",
      width: 130,
      from: ON_DEMAND,
      value: (row) => row.customer || null,
    },
    { id: "externalId", label: "Source's id", width: 130, from: ON_DEMAND, value: (row) => row.externalId },
    {
      id: "started",
      label: "Started",
      hint: `In ${timeZone}`,
      width: 118,
      align: "end",
      sort: "desc",
      value: (row) => row.startedAt,
      render: (row) => (
        <time
          className="muted nowrap"
          dateTime={row.startedAt}
          title={formatInstant(row.startedAt, timeZone)}
        >
          {formatAgo(row.startedAt, timeZone, new Date())}
        </time>
      ),
    },
  ];
}
