import { useMemo, useState } from "react";
import type { Topic } from "../../../../../src/contract/topics.ts";
import type { Filter } from "../../../../../src/query/filter.ts";
import { useMeasures } from "../../../api/hooks.ts";
import { useOpen } from "../../../app/use-open.ts";
import { useGrain, useSlice } from "../../../app/use-view.ts";
import { allOf } from "../../../app/view-state.ts";
import { Chart } from "../../../charts/chart.tsx";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { topicColour } from "../../../charts/colours.ts";
import { stackedBarsOption } from "../../../charts/stacked-bars.ts";
import { prepareTimeSeries, timeSeriesTable } from "../../../charts/time-series.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { formatCount, nameBucket } from "../../../ui/format.ts";
import { bucketTime } from "../../filter/time-words.ts";

const HEIGHT = 220;

/** Conversations with the topic over time. */
export function TrendPanel(props: { readonly topic: Topic }) {
  const { topic } = props;
  const slice = useSlice();
  const grain = useGrain();
  const own: Filter = { op: "in", field: "topic", values: [topic.id] };
  const filter = allOf(slice.filter, own) ?? own;
  const answer = useMeasures({
    time: slice.time,
    filter,
    measures: ["conversations"],
    dimensions: ["time"],
    grain,
  });
  const style = useChartStyle();
  const open = useOpen();
  const [toPng, setToPng] = useState<() => string>();
  const { data } = answer;
  const { name, color } = topic;
  const series = useMemo(
    () => data && prepareTimeSeries(data, { measure: "conversations", nameOf: () => name }),
    [data, name],
  );
  const option = useMemo(
    () => series && stackedBarsOption(series, style, () => topicColour(color, style.palette)),
    [series, style, color],
  );
  const total = data?.total.measures["conversations"]?.value ?? 0;

  function openBucket(index: number): void {
    const bucket = series?.buckets[index];
    if (data === undefined || series === undefined || bucket === undefined) return;
    open(`${name}, ${nameBucket(bucket, series.grain)}`, own, bucketTime(bucket, series.grain, data.window));
  }

  return (
    <ChartFrame
      id="topic-trend"
      title={`Conversations with this topic, each ${grain}`}
      note={`N = ${formatCount(total)}${series?.partial ? `; the running ${series.grain} is hatched` : ""}`}
      status={answer}
      openCell={{ columns: 1, open: (row) => openBucket(row) }}
      table={series && timeSeriesTable(series, "Conversations")}
      empty={total === 0 ? "It does not occur in the conversations that pass this filter." : undefined}
      toPng={toPng}
      height={HEIGHT}
    >
      {option && series && (
        <Chart
          option={option}
          height={HEIGHT}
          label={`Conversations with this topic, each ${series.grain}. The same as a table is in the menu of this chart.`}
          onOpen={({ dataIndex }) => openBucket(dataIndex)}
          onReady={(make) => setToPng(() => make)}
        />
      )}
    </ChartFrame>
  );
}
