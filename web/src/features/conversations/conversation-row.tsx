import { IconArrowRight, IconRobot } from "@tabler/icons-react";
import { memo } from "react";
import type { ConversationRow } from "../../../../src/contract/conversations.ts";
import { useWorkspace } from "../../api/hooks.ts";
import { sentimentBand } from "../../charts/colours.ts";
import { formatAgo, formatInstant, formatScore, plural } from "../../ui/format.ts";
import { RedactedText } from "../../ui/redacted-text.tsx";
import { excerptParts } from "./excerpt.ts";

/** One conversation as a row. How its parts are laid out follows from the width of the list (conversations.css). */
export const ConversationRowView = memo(function ConversationRowView(props: {
  readonly row: ConversationRow | undefined;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
}) {
  const { timeZone } = useWorkspace();
  const { row } = props;
  if (row === undefined) return <div className="conversation-row conversation-row-waiting" />;
  const band = sentimentBand(row.sentiment?.mean ?? null);
  const score = row.sentiment === null ? "not known yet" : formatScore(row.sentiment.mean);
  return (
    <button
      type="button"
      className="conversation-row"
      data-index={props.index}
      tabIndex={props.isCurrent ? 0 : -1}
      aria-current={props.isOpen || undefined}
    >
      <span className="sentiment-mark" data-band={band} title={`Sentiment ${band}: ${score}`}>
        <span className="visually-hidden">Sentiment {band}</span>
      </span>
      <span className="row-text ellipsis">
        <RowText row={row} />
      </span>
      <span className="row-topic ellipsis muted">
        {row.primaryTopic?.name ?? ""}
        {row.topics.length > 1 && <span> +{row.topics.length - 1}</span>}
      </span>
      <span className="row-channel muted">{row.channel}</span>
      <span className="row-outcome muted" data-outcome={row.outcome}>
        {row.handedOver && (
          <span title="Handed over from bot to agent" className="row-handover">
            <IconRobot size={12} aria-hidden />
            <IconArrowRight size={10} aria-hidden />
          </span>
        )}
        {row.outcome === "unknown" ? "" : row.outcome}
      </span>
      <span className="row-count muted number">{plural(row.messageCount, "message")}</span>
      <time
        className="row-time muted number"
        dateTime={row.startedAt}
        title={`${formatInstant(row.startedAt, timeZone)} ${timeZone}`}
      >
        {formatAgo(row.startedAt, timeZone, new Date())}
      </time>
    </button>
  );
});

function RowText(props: { readonly row: ConversationRow }) {
  const { match, firstCustomerText } = props.row;
  if (match === null) {
    return firstCustomerText === "" ? (
      <span className="muted">No words of the customer</span>
    ) : (
      <RedactedText text={firstCustomerText} />
    );
  }
  const [before, hit, after] = excerptParts(match);
  return (
    <>
      <RedactedText text={before} />
      {hit !== "" && <mark className="hit">{hit}</mark>}
      <RedactedText text={after} />
    </>
  );
}
