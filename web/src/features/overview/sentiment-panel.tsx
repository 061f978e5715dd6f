import { useMemo, useState } from "react";
import type { Filter } from "../../../../src/query/filter.ts";
import { useMeasures } from "../../api/hooks.ts";
import { useOpen } from "../../app/use-open.ts";
import { useGrain, useSlice } from "../../app/use-view.ts";
import { Chart } from "../../charts/chart.tsx";
import { ChartFrame } from "../../charts/chart-frame.tsx";
import { intervalLineOption } from "../../charts/interval-line.ts";
import { prepareTimeSeries, timeSeriesTable } from "../../charts/time-series.ts";
import { useChartStyle } from "../../charts/use-chart-style.ts";
import { formatCount, formatShare, nameBucket, plural } from "../../ui/format.ts";
import { bucketTime } from "../filter/time-words.ts";
import { SentimentBar } from "./sentiment-bar.tsx";

const HEIGHT = 188;
const NAME = "Negative conversations";
/** Under this many conversations a share over time would be mostly chance. */
const FEWEST = 20;

function tooFewWords(n: number): string | undefined {
  if (n === 0) return "No conversation here has been read for its sentiment yet.";
  return n < FEWEST
    ? `Only ${plural(n, "conversation")} here have a sentiment: too few for a share over time.`
    : undefined;
}

const NEGATIVE: Filter = { op: "in", field: "sentiment", values: ["negative"] };

/** The share of negative conversations over time, with what it rests on, above the split into bands. */
export function SentimentPanel() {
  const { compare: _, ...slice } = useSlice();
  const grain = useGrain();
  const answer = useMeasures({ ...slice, measures: ["share_negative"], dimensions: ["time"], grain });
  const style = useChartStyle();
  const open = useOpen();
  const [toPng, setToPng] = useState<() => string>();
  const { data } = answer;
  const series = useMemo(() => data && prepareTimeSeries(data, { measure: "share_negative" }), [data]);
  const option = useMemo(
    () =>
      series &&
      intervalLineOption(series, style, {
        name: NAME,
        colour: style.palette.diverging[0],
        format: (value) => formatShare(value),
      }),
    [series, style],
  );
  const n = data?.total.measures["share_negative"]?.n ?? 0;

  function openBucket(index: number): void {
    const bucket = series?.buckets[index];
    if (data === undefined || series === undefined || bucket === undefined) return;
    open(
      `${NAME}, ${nameBucket(bucket, series.grain)}`,
      NEGATIVE,
      bucketTime(bucket, series.grain, data.window),
    );
  }

  return (
    <ChartFrame
      id="sentiment"
      title={`Share of negative conversations, each ${grain}`}
      note={`N = ${formatCount(n)} with a sentiment; the band is the 95 % interval`}
      status={answer}
      openCell={{ columns: 1, open: (row) => openBucket(row) }}
      table={series && timeSeriesTable(series, NAME)}
      empty={tooFewWords(n)}
      toPng={toPng}
      height={HEIGHT}
    >
      {option && series && (
        <>
          <Chart
            option={option}
            height={HEIGHT}
            label={`Share of negative conversations, each ${series.grain}. The same as a table is in the menu of this chart.`}
            onOpen={({ dataIndex }) => openBucket(dataIndex)}
            onReady={(make) => setToPng(() => make)}
          />
          <SentimentBar />
        </>
      )}
    </ChartFrame>
  );
}
