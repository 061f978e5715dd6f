import type { Topic } from "../../../../../src/contract/topics.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { useMeasures } from "../../../api/hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useSlice } from "../../../app/use-view.ts";
import { allOf } from "../../../app/view-state.ts";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { channelColour, sentimentColour } from "../../../charts/colours.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { formatCount, formatShare, plural } from "../../../ui/format.ts";
import type { Palette } from "../../../ui/palette.ts";

const COLUMNS = { channel: "Channel", outcome: "Outcome", sentiment: "Sentiment" } as const;

/** Where a topic's conversations take place, how they end, or how people feel in them. */
export function BreakdownPanel(props: {
  readonly topic: Topic;
  readonly dimension: "channel" | "outcome" | "sentiment";
  readonly title: string;
}) {
  const { topic, dimension } = props;
  const { compare: _, ...slice } = useSlice();
  const own: Filter = { op: "in", field: "topic", values: [topic.id] };
  const answer = useMeasures({
    time: slice.time,
    filter: allOf(slice.filter, own) ?? own,
    measures: ["conversations"],
    dimensions: [dimension],
  });
  const open = useOpen();
  const { palette } = useChartStyle();
  const all = answer.data?.total.measures["conversations"]?.value ?? 0;
  const rows = (answer.data?.rows ?? []).map((row) => ({
    value: String(row.dimensions[dimension] ?? ""),
    count: row.measures["conversations"]?.value ?? 0,
  }));
  return (
    <ChartFrame
      id={`topic-${dimension}`}
      title={props.title}
      note={`N = ${formatCount(all)}${withheldWords(answer.data?.withheld ?? 0)}`}
      status={answer}
      table={{
        columns: [COLUMNS[dimension], "Conversations", "Share"],
        rows: rows.map(({ value, count }) => [value, count, count / all]),
      }}
      empty={rows.length === 0 ? "Nothing passes this filter." : undefined}
    >
      <div className="bar-rows">
        {rows.map(({ value, count }) => (
          <button
            type="button"
            className="bar-row"
            key={value}
            onClick={() =>
              open(`${topic.name}, ${value}`, {
                op: "and",
                filters: [own, { op: "in", field: dimension, values: [value] }],
              })
            }
          >
            <span>{value}</span>
            <span className="bar-track" aria-hidden>
              <span
                className="bar-fill"
                style={{
                  width: `${(100 * count) / all}%`,
                  background: barColour(dimension, value, palette),
                }}
              />
            </span>
            <span className="number">
              <b>{formatShare(count / all)}</b> <span className="muted">{formatCount(count)}</span>
            </span>
          </button>
        ))}
      </div>
    </ChartFrame>
  );
}

function barColour(dimension: "channel" | "outcome" | "sentiment", value: string, palette: Palette): string {
  if (dimension === "channel") return channelColour(value, palette);
  return dimension === "sentiment" ? sentimentColour(value, palette) : palette.faint;
}

function withheldWords(count: number): string {
  return count === 0 ? "" : `; ${plural(count, "value")} of too few customers withheld`;
}
