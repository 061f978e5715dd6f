// A panel with one measure over time: what it is drawn as is the caller's choice, the rest is the same for all.
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import type { QueryResponse } from "../../../src/contract/query.ts";
import type { Filter } from "../../../src/query/filter.ts";
import { useOpen } from "../app/use-open.ts";
import { bucketTime } from "../features/filter/time-words.ts";
import { nameBucket } from "../ui/format.ts";
import { Chart } from "./chart.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartStyle } from "./chart-style.ts";
import { prepareTimeSeries, type TimeSeries, timeSeriesTable } from "./time-series.ts";
import { useChartStyle } from "./use-chart-style.ts";

export function TimePanel(props: {
  readonly id: string;
  /** Without the grain: "Share of negative conversations". */
  readonly title: string;
  readonly grain: string;
  readonly note: (series: TimeSeries | undefined) => string;
  readonly answer: UseQueryResult<QueryResponse>;
  readonly measure: string;
  /** Of the measure in the table. */
  readonly valueName: string;
  /** Must stay the same between renders while what it draws does. */
  readonly draw: (series: TimeSeries, style: ChartStyle) => object;
  /** The conversations that a bucket opens, and what they are called. */
  readonly opens: { readonly name: string; readonly filter: Filter };
  readonly empty: string | undefined;
  readonly height: number;
  /** Below the chart. */
  readonly children?: ReactNode;
}) {
  const { answer, draw, height, measure, opens, title } = props;
  const style = useChartStyle();
  const open = useOpen();
  const [toPng, setToPng] = useState<() => string>();
  const { data } = answer;
  const series = useMemo(() => data && prepareTimeSeries(data, { measure }), [data, measure]);
  const option = useMemo(() => series && draw(series, style), [series, style, draw]);

  function openBucket(index: number): void {
    const bucket = series?.buckets[index];
    if (data === undefined || series === undefined || bucket === undefined) return;
    open(
      `${opens.name}, ${nameBucket(bucket, series.grain)}`,
      opens.filter,
      bucketTime(bucket, series.grain, data.window),
    );
  }

  return (
    <ChartFrame
      id={props.id}
      title={`${title}, each ${props.grain}`}
      note={props.note(series)}
      status={answer}
      openCell={{ columns: 1, open: (row) => openBucket(row) }}
      table={series && timeSeriesTable(series, props.valueName)}
      empty={props.empty}
      toPng={toPng}
      height={height}
    >
      {option && series && (
        <>
          <Chart
            option={option}
            height={height}
            label={`${title}, each ${series.grain}. The same as a table is in the menu of this chart.`}
            onOpen={({ dataIndex }) => openBucket(dataIndex)}
            onReady={(make) => setToPng(() => make)}
          />
          {props.children}
        </>
      )}
    </ChartFrame>
  );
}
