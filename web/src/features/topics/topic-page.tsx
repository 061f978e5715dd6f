// One topic: how large it is and how that changes, where it occurs, and what people say, with the way to each conversation.
import { ActionIcon, Skeleton, Tooltip } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Topic } from "../../../../src/contract/topics.ts";
import { useTopic, useTopics } from "../../api/hooks.ts";
import { useKeys } from "../../app/keys.ts";
import { useOpen } from "../../app/use-open.ts";
import { useSlice, useView } from "../../app/use-view.ts";
import { carrySearch } from "../../app/view-state.ts";
import { Change } from "../../ui/change.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { formatCount, formatScore, formatShare } from "../../ui/format.ts";
import { Page } from "../../ui/page.tsx";
import { BreakdownPanel } from "./breakdown-panel.tsx";
import { Quotes } from "./quotes.tsx";
import { RenameField } from "./rename-field.tsx";
import "./topics.css";
import { TrendPanel } from "./trend-panel.tsx";

export function TopicPage() {
  const { id = "" } = useParams({ strict: false });
  const topic = useTopic(Number(id));
  const [isRenaming, setRenaming] = useState(false);
  const { state } = useView();
  useKeys({ e: () => setRenaming(true) }, !isRenaming && state.drawer === undefined);
  if (topic.isPending)
    return (
      <div className="page">
        <Skeleton role="status" height={320} aria-label="Loading the topic" />
      </div>
    );
  if (topic.isError) return <ErrorState error={topic.error} onRetry={() => void topic.refetch()} />;
  const { data } = topic;
  return (
    <Page
      tab={data.name}
      title={
        isRenaming ? (
          <RenameField topic={data} onDone={() => setRenaming(false)} />
        ) : (
          <span className="row">
            {data.name}
            <Tooltip label="Rename · e">
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Rename ${data.name}`}
                onClick={() => setRenaming(true)}
              >
                <IconPencil size={16} />
              </ActionIcon>
            </Tooltip>
          </span>
        )
      }
      answers={
        <>
          <Link to="/topics" search={carrySearch}>
            All topics
          </Link>
          {data.named && ` · found as “${data.foundName}”`}
          {data.phrases.length > 0 && ` · ${data.phrases.slice(0, 6).join(" · ")}`}
        </>
      }
    >
      <TopicFacts topic={data} />
      <div className="grid">
        <div className="span-7 stack">
          <TrendPanel topic={data} />
          <div className="grid">
            <div className="span-6">
              <BreakdownPanel topic={data} dimension="channel" title="Channels, share of its conversations" />
            </div>
            <div className="span-6">
              <BreakdownPanel topic={data} dimension="outcome" title="Outcomes, share of its conversations" />
            </div>
          </div>
        </div>
        <div className="span-5">
          <Quotes quotes={data.quotes} />
        </div>
      </div>
    </Page>
  );
}

/** Size, change and mood within the filter and the window. */
function TopicFacts(props: { readonly topic: Topic }) {
  const { compare: _, ...window } = useSlice();
  const { data, isPlaceholderData } = useTopics({ ...window, text: props.topic.name, limit: 500, quotes: 0 });
  const open = useOpen();
  const topic = data?.topics.find(({ id }) => id === props.topic.id);
  if (data === undefined) return <Skeleton height={24} />;
  if (topic === undefined)
    return <p className="muted">It does not occur in the conversations that pass this filter.</p>;
  return (
    <p className={isPlaceholderData ? "topic-facts stale" : "topic-facts"}>
      <span>
        <button
          type="button"
          className="opens number"
          onClick={() => open(topic.name, { op: "in", field: "topic", values: [topic.id] })}
        >
          <b>{formatCount(topic.conversations)}</b> conversations
        </button>
        , {formatShare(topic.share.value)} of {formatCount(topic.share.n)}{" "}
        <span className="muted number">
          (95 %: {formatShare(topic.share.low)} to {formatShare(topic.share.high)})
        </span>
      </span>
      {topic.previous && (
        <Change
          now={topic.conversations}
          before={topic.previous.conversations}
          isNoise={topic.previous.isNoise}
          kind="count"
        />
      )}
      <span className="number">
        Mean sentiment {formatScore(topic.sentiment.value)}{" "}
        <span className="muted">over {formatCount(topic.sentiment.n)} utterances</span>
      </span>
    </p>
  );
}
