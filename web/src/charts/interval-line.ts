// Draws one mean or share over time as a line with its 95 % interval. Gaps stay gaps; the running bucket is dashed.
import { formatBucket, formatCount, nameBucket } from "../ui/format.ts";
import { baseOption, bucketAxis, type ChartStyle, escapeHtml, valueAxis } from "./chart-style.ts";
import type { Point, TimeSeries } from "./time-series.ts";

type LineChoice = {
  readonly name: string;
  readonly colour: string;
  readonly format: (value: number | null) => string;
  /** Lower end of the axis: 0 for shares, −1 for scores. */
  readonly min?: number;
};

export function intervalLineOption(data: TimeSeries, style: ChartStyle, choice: LineChoice): object {
  const points = data.series[0]?.points ?? [];
  const whole = points.map((point, index) => (data.buckets[index] === data.partial ? null : point.value));
  const partialIndex = data.partial === null ? -1 : data.buckets.indexOf(data.partial);
  const running = points.map(({ value }, index) =>
    partialIndex >= 0 && index >= partialIndex - 1 ? value : null,
  );
  return {
    ...baseOption(style),
    xAxis: {
      ...bucketAxis(
        data.buckets.map((bucket) => formatBucket(bucket, data.grain)),
        style,
      ),
      boundaryGap: false,
    },
    yAxis: { ...valueAxis(style, choice.format), min: choice.min ?? 0 },
    grid: { ...baseOption(style).grid, right: 20 },
    series: [
      ...band(points, choice.colour),
      line(choice.name, whole, choice, "solid", lastKnown(whole)),
      line(choice.name, running, choice, "dashed", -1),
    ],
    tooltip: {
      ...baseOption(style).tooltip,
      formatter: (items: readonly { readonly dataIndex: number }[]) =>
        lineTooltip(data, items[0]?.dataIndex ?? 0, choice),
    },
  };
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null);
}

/** The interval: an invisible base to its lower end, and the height above it. */
function band(points: readonly Point[], colour: string): object[] {
  const hidden = {
    lineStyle: { opacity: 0 },
    symbol: "none",
    silent: true,
    stack: "interval",
    stackStrategy: "all",
    type: "line",
    z: 1,
  };
  return [
    { ...hidden, data: points.map(({ low }) => low) },
    {
      ...hidden,
      areaStyle: { color: colour, opacity: 0.16 },
      data: points.map(({ low, high }) => (low === null || high === null ? null : high - low)),
    },
  ];
}

function line(
  name: string,
  values: readonly (number | null)[],
  choice: LineChoice,
  type: "solid" | "dashed",
  labelled: number,
): object {
  return {
    type: "line",
    name,
    z: 3,
    cursor: "pointer",
    symbol: "circle",
    symbolSize: 6,
    showAllSymbol: true,
    connectNulls: false,
    lineStyle: { color: choice.colour, width: 2, type },
    itemStyle: { color: choice.colour },
    data: values.map((value, index) =>
      index === labelled && value !== null
        ? {
            value,
            label: {
              show: true,
              position: "top",
              color: choice.colour,
              formatter: choice.format(value),
              fontWeight: 600,
            },
          }
        : { value },
    ),
  };
}

export function lineTooltip(
  data: TimeSeries,
  index: number,
  choice: Pick<LineChoice, "name" | "format">,
): string {
  const bucket = data.buckets[index] ?? "";
  const point = data.series[0]?.points[index];
  const head = `<b>${nameBucket(bucket, data.grain)}</b>${bucket === data.partial ? " · still running" : ""}`;
  if (point === undefined || point.value === null) return `${head}<div>Nothing to measure</div>`;
  const interval =
    point.low === null || point.high === null
      ? ""
      : `<div>95 %: ${choice.format(point.low)} to ${choice.format(point.high)}</div>`;
  return `${head}<div>${escapeHtml(choice.name)} <b>${choice.format(point.value)}</b></div>${interval}<div>n = ${formatCount(point.n)}</div>`;
}
