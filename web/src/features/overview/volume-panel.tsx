import { useMemo, useState } from "react";
import { CHANNELS } from "../../../../src/core/domain.ts";
import { labelOf } from "../../../../src/core/label-of.ts";
import type { Filter } from "../../../../src/query/filter.ts";
import { useMeasures } from "../../api/hooks.ts";
import { useOpen } from "../../app/use-open.ts";
import { useGrain, useSlice } from "../../app/use-view.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { channelColour } from "../../charts/colours.ts";
import { stackedBarsOption } from "../../charts/stacked-bars.ts";
import { prepareTimeSeries, timeSeriesTable } from "../../charts/time-series.ts";
import { useChartStyle } from "../../charts/use-chart-style.ts";
import { formatCount, nameBucket } from "../../ui/format.ts";
import { bucketTime } from "../filter/time-words.ts";

const HEIGHT = 220;
const channelFilter = (channel: string): Filter => ({ op: "in", field: "channel", values: [channel] });

/** Conversations over time by channel. */
export function VolumePanel() {
  const { compare: _, ...slice } = useSlice();
  const grain = useGrain();
  const answer = useMeasures({
    ...slice,
    measures: ["conversations"],
    dimensions: ["time", "channel"],
    grain,
    limit: 10_000,
  });
  const style = useChartStyle();
  const open = useOpen();
  const [toPng, setToPng] = useState<() => string>();
  const { data } = answer;
  const series = useMemo(
    () =>
      data &&
      prepareTimeSeries(data, {
        measure: "conversations",
        by: "channel",
        order: CHANNELS,
        nameOf: labelOf,
      }),
    [data],
  );
  const option = useMemo(
    () => series && stackedBarsOption(series, style, (key) => channelColour(key, style.palette)),
    [series, style],
  );
  const total = series?.series.reduce((sum, one) => sum + one.total, 0) ?? 0;

  function openMark(seriesIndex: number, dataIndex: number): void {
    const one = series?.series[seriesIndex];
    const bucket = series?.buckets[dataIndex];
    if (data === undefined || series === undefined || one === undefined || bucket === undefined) return;
    open(
      `${one.name}, ${nameBucket(bucket, series.grain)}`,
      channelFilter(one.key),
      bucketTime(bucket, series.grain, data.window),
    );
  }

  return (
    <ChartFrame
      id="volume"
      title={`Conversations by channel, each ${grain}`}
      note={`N = ${formatCount(total)}${series?.partial ? `; the running ${series.grain} is hatched` : ""}${withheldWords(data?.withheld ?? 0)}`}
      status={answer}
      openCell={{ columns: series?.series.length ?? 0, open: (row, column) => openMark(column - 1, row) }}
      table={series && timeSeriesTable(series, "Conversations")}
      empty={total === 0 ? "No conversation started in this time with this filter." : undefined}
      toPng={toPng}
      height={HEIGHT}
    >
      {option && series && (
        <>
          <Chart
            option={option}
            height={HEIGHT}
            label={`Conversations by channel, each ${series.grain}. The same as a table is in the menu of this chart.`}
            onOpen={({ seriesIndex, dataIndex }) => openMark(seriesIndex, dataIndex)}
            onReady={(make) => setToPng(() => make)}
          />
          <div className="chart-keys">
            {series.series.map((one) => (
              <button
                type="button"
                className="opens"
                key={one.key}
                onClick={() => open(one.name, channelFilter(one.key))}
              >
                <span className="key-dot" style={{ background: channelColour(one.key, style.palette) }} />
                {one.name} <span className="muted number">{formatCount(one.total)}</span>
              </button>
            ))}
          </div>
        </>
      )}
    </ChartFrame>
  );
}

function withheldWords(withheld: number): string {
  return withheld === 0 ? "" : `; ${formatCount(withheld)} groups are too small to be shown`;
}
