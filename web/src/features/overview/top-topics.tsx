import type { UseQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Topic, TopicList } from "../../../../src/contract/topics.ts";
import { useOpen } from "../../app/use-open.ts";
import { carrySearch } from "../../app/view-state.ts";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { topicColour } from "../../charts/colours.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { useChartStyle } from "../../charts/use-chart-style.ts";
import { Change } from "../../ui/change.tsx";
import { formatCount, formatShare } from "../../ui/format.ts";
import { wholeBuckets } from "./findings-input.ts";

const SHOWN = 8;

/** The topics that most conversations have, with change and course. */
export function TopTopics(props: { readonly topics: UseQueryResult<TopicList> }) {
  const { data } = props.topics;
  const shown = data?.topics.slice(0, SHOWN) ?? [];
  const others = (data?.total ?? 0) - shown.length;
  return (
    <ChartFrame
      id="top-topics"
      title="Topics, by conversations"
      note="A conversation counts under each of its topics, so shares may add to more than 100 %"
      status={props.topics}
      table={{
        columns: ["Topic", "Conversations", "Share", "Before"],
        rows: (data?.topics ?? []).map((topic) => [
          topic.name,
          topic.conversations,
          topic.share.value,
          topic.previous?.conversations ?? null,
        ]),
      }}
      empty={data && shown.length === 0 ? emptyWords(data) : undefined}
    >
      <div className="topic-rows">
        {data &&
          shown.map((topic) => (
            <TopicRow
              key={topic.id}
              topic={topic}
              isLastPartial={wholeBuckets(data, new Date()) < data.buckets.length}
            />
          ))}
      </div>
      <p className="small">
        <Link to="/topics" search={carrySearch}>
          {others > 0 ? `All topics, ${formatCount(others)} more` : "All topics"}
        </Link>
      </p>
    </ChartFrame>
  );
}

function emptyWords(data: TopicList): string {
  return data.discoveredAt === null
    ? "Topics have not been looked for yet. They appear once enough conversations have been read."
    : "No topic occurs in the conversations that pass this filter.";
}

function TopicRow(props: { readonly topic: Topic; readonly isLastPartial: boolean }) {
  const open = useOpen();
  const { palette } = useChartStyle();
  const { topic } = props;
  const colour = topicColour(topic.color, palette);
  return (
    <button
      type="button"
      className="topic-row"
      onClick={() => open(topic.name, { op: "in", field: "topic", values: [topic.id] })}
    >
      <span className="key-dot" style={{ background: colour }} />
      <span className="ellipsis">{topic.name}</span>
      <span className="number topic-count">
        <b>{formatCount(topic.conversations)}</b>{" "}
        <span className="muted">{formatShare(topic.share.value)}</span>
      </span>
      <span className="topic-change">
        {topic.previous && (
          <Change
            now={topic.conversations}
            before={topic.previous.conversations}
            isNoise={topic.previous.isNoise}
            kind="count"
          />
        )}
      </span>
      <Sparkline values={topic.sparkline} colour={colour} isLastPartial={props.isLastPartial} />
    </button>
  );
}
