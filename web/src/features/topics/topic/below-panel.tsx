import { Link } from "@tanstack/react-router";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { useTopics } from "../../../api/topic-hooks.ts";
import { useSlice } from "../../../app/use-view.ts";
import { carrySearch } from "../../../app/view-state.ts";
import { topicColour } from "../../../charts/colours.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { Change } from "../../../ui/change.tsx";
import { formatCount } from "../../../ui/format.ts";

/** What stands under a topic or, where nothing does, beside it. */
export function BelowPanel(props: { readonly topic: Topic }) {
  const { topic } = props;
  const { compare: _, ...window } = useSlice();
  const level = topic.level === "group" ? "topic" : "subtopic";
  const below = useTopics(
    { ...window, level, parent: topic.id, limit: 100, quotes: 0 },
    topic.level !== "subtopic",
  );
  const hasBelow = (below.data?.topics.length ?? 0) > 0;
  const beside = useTopics(
    {
      ...window,
      level: topic.level,
      ...(topic.parentId === null ? {} : { parent: topic.parentId }),
      limit: 12,
      quotes: 0,
    },
    !hasBelow && !below.isLoading,
  );
  const { palette } = useChartStyle();
  const shown = hasBelow ? below.data : beside.data;
  const title = hasBelow ? (level === "topic" ? "Its topics" : "Its subtopics") : "Beside it";
  const topics = shown?.topics.filter(({ id }) => id !== topic.id) ?? [];
  if (topics.length === 0) return null;
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain-list">
        {topics.map((other) => (
          <li className="related" key={other.id}>
            <span className="key-dot" style={{ background: topicColour(other.color, palette) }} />
            <Link
              to="/topics/$id"
              params={{ id: String(other.id) }}
              search={carrySearch}
              className="ellipsis topic-link"
              title={other.name}
            >
              {other.name}
            </Link>
            <span className="push">
              {other.previous && (
                <Change
                  now={other.conversations}
                  before={other.previous.conversations}
                  isNoise={other.previous.isNoise}
                  kind="count"
                  isShort
                />
              )}
            </span>
            <span className="number">{formatCount(other.conversations)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
