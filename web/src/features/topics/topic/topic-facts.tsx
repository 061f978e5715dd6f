import { Skeleton } from "@mantine/core";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { useTopics } from "../../../api/topic-hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice } from "../../../app/use-view.ts";
import { Change } from "../../../ui/change.tsx";
import { formatCount, formatScore, formatShare } from "../../../ui/format.ts";

/** Size, change and mood of a topic within the filter and the window. */
export function TopicFacts(props: { readonly topic: Topic }) {
  const { compare: _, ...window } = useSlice();
  const { level, hidden } = props.topic;
  const { data, isPlaceholderData } = useTopics({
    ...window,
    level,
    text: props.topic.name,
    includeHidden: hidden,
    limit: 500,
    quotes: 0,
  });
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
