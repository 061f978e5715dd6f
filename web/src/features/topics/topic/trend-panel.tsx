import { useCallback } from "react";
import type { Topic } from "../../../../../src/contract/topics.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { useMeasures } from "../../../api/hooks.ts";
import { useGrain, useSlice } from "../../../app/use-view.ts";
import { allOf } from "../../../app/view-state.ts";
import type { ChartStyle } from "../../../charts/chart-style.ts";
import { topicColour } from "../../../charts/colours.ts";
import { stackedBarsOption } from "../../../charts/stacked-bars.ts";
import { TimePanel } from "../../../charts/time-panel.tsx";
import type { TimeSeries } from "../../../charts/time-series.ts";
import { formatCount } from "../../../ui/format.ts";

/** Conversations with the topic over time. */
export function TrendPanel(props: { readonly topic: Topic }) {
  const { id, name, color } = props.topic;
  const slice = useSlice();
  const grain = useGrain();
  const own: Filter = { op: "in", field: "topic", values: [id] };
  const answer = useMeasures({
    time: slice.time,
    filter: allOf(slice.filter, own) ?? own,
    measures: ["conversations"],
    dimensions: ["time"],
    grain,
  });
  const total = answer.data?.total.measures["conversations"]?.value ?? 0;
  const draw = useCallback(
    (data: TimeSeries, style: ChartStyle) =>
      stackedBarsOption({ ...data, series: data.series.map((series) => ({ ...series, name })) }, style, () =>
        topicColour(color, style.palette),
      ),
    [name, color],
  );
  return (
    <TimePanel
      id="topic-trend"
      title="Conversations with this topic"
      grain={grain}
      note={(series) =>
        `N = ${formatCount(total)}${series?.partial ? `; the running ${series.grain} is hatched` : ""}`
      }
      answer={answer}
      measure="conversations"
      valueName="Conversations"
      draw={draw}
      opens={{ name, filter: own }}
      empty={total === 0 ? "It does not occur in the conversations that pass this filter." : undefined}
      height={220}
    />
  );
}
