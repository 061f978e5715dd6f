import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ClientOutput } from "../../../../../src/contract/client.ts";
import { Chart } from "../../../charts/chart.tsx";
import { ChartFrame } from "../../../charts/chart-frame.tsx";
import { baseOption, bucketAxis, valueAxis } from "../../../charts/chart-style.ts";
import { useChartStyle } from "../../../charts/use-chart-style.ts";
import { formatBucket, formatShare } from "../../../ui/format.ts";

const HEIGHT = 200;

/** The share of what customers say that belongs to no topic, day by day; days without conversations are gaps. */
export function UnassignedTrend(props: { readonly answer: UseQueryResult<ClientOutput<"getUnassigned">> }) {
  const { data } = props.answer;
  const style = useChartStyle();
  const days = data?.days;
  const option = useMemo(() => {
    if (days === undefined) return undefined;
    const { palette } = style;
    return {
      ...baseOption(style),
      xAxis: bucketAxis(
        days.map(({ day }) => formatBucket(day, "day")),
        style,
      ),
      yAxis: valueAxis(style, (value) => formatShare(value)),
      series: [
        {
          type: "line",
          name: "Share without a topic",
          data: days.map(({ share }) => share.value),
          showSymbol: days.length < 3,
          lineStyle: { width: 2, color: palette.categorical[0] },
          itemStyle: { color: palette.categorical[0] },
          tooltip: {
            valueFormatter: (value: unknown) => formatShare(typeof value === "number" ? value : null),
          },
        },
      ],
    };
  }, [days, style]);
  return (
    <ChartFrame
      id="unassigned-trend"
      title="Share of what customers say without a topic, each day"
      note="A rise means that something new is being said"
      status={props.answer}
      table={
        days && {
          columns: ["Day", "Utterances without a topic", "Share"],
          rows: days.map(({ day, utterances, share }) => [day, utterances, share.value]),
        }
      }
      empty={days?.length === 0 ? "No conversation passes this filter." : undefined}
      height={HEIGHT}
    >
      {option && (
        <Chart
          option={option}
          height={HEIGHT}
          label="Share of what customers say without a topic, each day. The same as a table is in the menu of this chart."
        />
      )}
    </ChartFrame>
  );
}
