import type { ConversationRow } from "../../../../src/contract/conversations.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { formatAgo, formatInstant, plural } from "../../ui/format.ts";
import { FoundText, HandedOver, SentimentMark } from "./conversation-cells.tsx";

/** One conversation in two lines, where there is no room for columns. */
export function ConversationCard(props: { readonly row: ConversationRow }) {
  const { timeZone } = useWorkspace();
  const { row } = props;
  return (
    <div className="conversation-card">
      <SentimentMark row={row} />
      <span className="card-text ellipsis">
        <FoundText row={row} />
      </span>
      <span className="card-topic ellipsis muted">
        {row.primaryTopic?.name ?? ""}
        {row.topics.length > 1 && <span> +{row.topics.length - 1}</span>}
      </span>
      <span className="card-channel muted">{row.channel}</span>
      <span className="card-outcome muted" data-outcome={row.outcome}>
        {row.handedOver && <HandedOver />}
        {row.outcome === "unknown" ? "" : row.outcome}
      </span>
      <span className="card-count muted number">{plural(row.messageCount, "message")}</span>
      <time
        className="card-time muted number"
        dateTime={row.startedAt}
        title={`${formatInstant(row.startedAt, timeZone)} ${timeZone}`}
      >
        {formatAgo(row.startedAt, timeZone, new Date())}
      </time>
    </div>
  );
}
