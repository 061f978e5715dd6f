// Draws counts over time as stacked bars. Decides looks only; the numbers come prepared.
import { formatBucket, formatCompact, formatCount, nameBucket } from "../ui/format.ts";
import { baseOption, bucketAxis, type ChartStyle, escapeHtml, hatch, valueAxis } from "./chart-style.ts";
import type { TimeSeries } from "./time-series.ts";

type TooltipItem = { readonly seriesIndex: number; readonly dataIndex: number };

/** `colourOf` gives a series' colour by its key, the same on every chart. */
export function stackedBarsOption(
  data: TimeSeries,
  style: ChartStyle,
  colourOf: (key: string) => string,
): object {
  return {
    ...baseOption(style),
    xAxis: bucketAxis(
      data.buckets.map((bucket) => formatBucket(bucket, data.grain)),
      style,
    ),
    yAxis: valueAxis(style, formatCompact),
    series: data.series.map(({ key, name, points }) => ({
      type: "bar",
      stack: "all",
      name,
      barMaxWidth: 48,
      barCategoryGap: "22%",
      itemStyle: { color: colourOf(key) },
      cursor: "pointer",
      data: points.map(({ value }, index) =>
        data.buckets[index] === data.partial
          ? { value, itemStyle: { decal: hatch(style.palette) } }
          : { value },
      ),
    })),
    tooltip: {
      ...baseOption(style).tooltip,
      axisPointer: { type: "shadow" },
      formatter: (items: readonly TooltipItem[]) => stackTooltip(data, items[0]?.dataIndex ?? 0, colourOf),
    },
  };
}

/** The tooltip of a bucket: each part with its count, then all. */
export function stackTooltip(data: TimeSeries, index: number, colourOf: (key: string) => string): string {
  const bucket = data.buckets[index] ?? "";
  const running = bucket === data.partial ? " · still running" : "";
  const parts = data.series.filter(({ points }) => (points[index]?.value ?? 0) > 0);
  const lines = parts.map(
    ({ key, name, points }) =>
      `<div><span class="key-dot" style="background:${colourOf(key)}"></span>${escapeHtml(name)} <b>${formatCount(points[index]?.value ?? 0)}</b></div>`,
  );
  const all = parts.reduce((sum, { points }) => sum + (points[index]?.value ?? 0), 0);
  return `<b>${nameBucket(bucket, data.grain)}</b>${running}${lines.reverse().join("")}<div>All <b>${formatCount(all)}</b></div>`;
}
