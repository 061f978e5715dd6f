import { Link } from "@tanstack/react-router";
import type { Topic } from "../../../../../src/contract/topics.ts";
import { DEFAULT_LENS } from "../../../../../src/core/lens.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { useMeasures } from "../../../api/hooks.ts";
import { useTopics } from "../../../api/topic-hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice } from "../../../app/use-view.ts";
import { allOf, carrySearch } from "../../../app/view-state.ts";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { formatCount, formatShare } from "../../../ui/format.ts";
import { relatedTopics } from "./related.ts";

/** The topics that come up in the same conversations more than elsewhere. */
export function RelatedPanel(props: { readonly topic: Topic }) {
  const { topic } = props;
  const { compare: _, ...slice } = useSlice();
  const own: Filter = { op: "in", field: "topic", values: [topic.id] };
  const dimension = topic.level === "group" ? "topic_group" : topic.level;
  const answer = useMeasures({
    time: slice.time,
    filter: allOf(slice.filter, own) ?? own,
    measures: ["conversations"],
    dimensions: [dimension],
    limit: 60,
  });
  const everywhere = useTopics({
    ...slice,
    lens: DEFAULT_LENS.id,
    level: topic.level,
    limit: 500,
    quotes: 0,
  });
  const open = useOpen();
  const names = answer.data?.columns.find(({ id }) => id === dimension)?.labels ?? {};
  const together = (answer.data?.rows ?? []).map((row) => {
    const id = Number(row.dimensions[dimension] ?? 0);
    return {
      id,
      name: names[String(id)] ?? `topic ${id}`,
      conversations: row.measures["conversations"]?.value ?? 0,
    };
  });
  const related = relatedTopics(
    { id: topic.id, conversations: answer.data?.total.measures["conversations"]?.value ?? 0 },
    together,
    new Map(everywhere.data?.topics.map(({ id, conversations }) => [id, conversations])),
    everywhere.data?.topics[0]?.share.n ?? 0,
  );
  return (
    <ChartFrame
      id="topic-related"
      title="Comes up together with"
      note="In the same conversations, more often than elsewhere"
      status={answer}
      table={{
        columns: ["Topic", "Together", "Share", "Times as often as elsewhere"],
        rows: related.map(({ name, together: count, share, lift }) => [name, count, share, lift]),
      }}
      empty={
        answer.data && everywhere.data && related.length === 0
          ? "No other topic comes up with it more often than elsewhere."
          : undefined
      }
    >
      <ul className="plain-list">
        {related.map((other) => (
          <li className="related" key={other.id}>
            <Link
              to="/topics/$id"
              params={{ id: String(other.id) }}
              search={(before) => ({ ...carrySearch(before), lens: undefined })}
              className="ellipsis topic-link"
              title={other.name}
            >
              {other.name}
            </Link>
            <span className="small muted number nowrap push">{other.lift.toFixed(1)} ×</span>
            <button
              type="button"
              className="opens number nowrap"
              onClick={() =>
                open(`${topic.name} and ${other.name}`, {
                  op: "and",
                  filters: [own, { op: "in", field: "topic", values: [other.id] }],
                })
              }
            >
              {formatCount(other.together)}
            </button>
            <span className="small muted number related-share">{formatShare(other.share)}</span>
          </li>
        ))}
      </ul>
    </ChartFrame>
  );
}
