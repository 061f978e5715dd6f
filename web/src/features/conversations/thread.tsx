// A conversation as a thread: who said what when, with the labels of its utterances and its redactions.
import { Skeleton } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Conversation } from "../../../../src/contract/conversations.ts";
import { useConversation, useWorkspace } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatDuration, formatInstant, formatScore, plural } from "../../ui/format.ts";
import { Attributes } from "./attributes.tsx";
import { MessageView } from "./message-view.tsx";
import "./conversations.css";

export function Thread(props: { readonly id: string; readonly actions?: ReactNode }) {
  const { data, isPending, error, refetch } = useConversation(props.id);
  const [litTopic, setLitTopic] = useState<number>();
  if (isPending)
    return (
      <div className="page">
        <Skeleton role="status" height={240} aria-label="Loading the conversation" />
      </div>
    );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <article className="thread" aria-label="Conversation">
      <ThreadHead conversation={data} actions={props.actions} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="thread-body" tabIndex={0} aria-label="Messages">
        {data.messages.length === 0 && <EmptyState title="This conversation has no messages" />}
        <ol>
          {data.messages.map((message) => (
            <MessageView key={message.id} message={message} litTopic={litTopic} onLight={setLitTopic} />
          ))}
        </ol>
        <Attributes conversation={data} />
      </section>
    </article>
  );
}

function ThreadHead(props: { readonly conversation: Conversation; readonly actions: ReactNode }) {
  const { timeZone } = useWorkspace();
  const { conversation } = props;
  const { outcome, outcomeOrigin, sentiment } = conversation;
  return (
    <header className="thread-head">
      <div className="row">
        <h2 className="ellipsis">
          {conversation.primaryTopic?.name ?? `Conversation ${conversation.externalId}`}
        </h2>
        <div className="row push">{props.actions}</div>
      </div>
      <div className="thread-facts">
        <span>
          <b>{formatInstant(conversation.startedAt, timeZone)}</b> {timeZone}
        </span>
        <span>{conversation.channel}</span>
        <span>{conversation.source}</span>
        {conversation.language !== "" && <span>{conversation.language}</span>}
        <span>{plural(conversation.messageCount, "message")}</span>
        <span>{formatDuration(conversation.durationSeconds)}</span>
        <span>
          Outcome <b>{outcome}</b>
          {outcomeOrigin !== "none" && ` (by ${outcomeOrigin})`}
        </span>
        {conversation.handedOver && <span>Handed over to an agent</span>}
        {sentiment && (
          <span title="From −2 to 2: at the start, at the end, at its lowest">
            Sentiment <b>{formatScore(sentiment.start)}</b> → <b>{formatScore(sentiment.end)}</b>, lowest{" "}
            {formatScore(sentiment.lowest)}
          </span>
        )}
      </div>
    </header>
  );
}
