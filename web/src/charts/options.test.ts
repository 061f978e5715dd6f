import { describe, expect, it } from "vitest";
import { formatShare } from "../ui/format.ts";
import { LIGHT } from "../ui/palette.ts";
import { intervalLineOption, lineTooltip } from "./interval-line.ts";
import { stackedBarsOption, stackTooltip } from "./stacked-bars.ts";
import type { Point, TimeSeries } from "./time-series.ts";

const style = { palette: LIGHT, isMotionReduced: true };
const point = (value: number | null, n = 10): Point => ({
  value,
  n,
  low: value === null ? null : value - 0.1,
  high: value === null ? null : value + 0.1,
});
const data: TimeSeries = {
  grain: "week",
  buckets: ["2026-03-02", "2026-03-09", "2026-03-16"],
  partial: "2026-03-16",
  series: [
    { key: "web", name: "Web <b>", points: [point(4), point(0), point(2)], total: 6 },
    { key: "voice", name: "Voice", points: [point(1), point(0), point(1)], total: 2 },
  ],
};
const colourOf = () => LIGHT.categorical[0];

type Loose = {
  readonly series: readonly {
    readonly data: readonly { readonly value: unknown; readonly itemStyle?: object }[];
  }[];
};

describe("stacked bars", () => {
  const option = stackedBarsOption(data, style, colourOf) as Loose & {
    readonly yAxis: { readonly min: number };
  };

  it("hatch the bucket that still runs, and only that", () => {
    expect(option.series[0]?.data.map((bar) => bar.itemStyle !== undefined)).toEqual([false, false, true]);
  });

  it("begin at zero", () => {
    expect(option.yAxis.min).toBe(0);
  });

  it("say each part and all in the tooltip, with names as text", () => {
    const html = stackTooltip(data, 2, colourOf);
    expect(html).toContain("still running");
    expect(html).toContain("Web &#60;b&#62;");
    expect(html).toContain("All <b>3</b>");
  });
});

describe("a line with its interval", () => {
  const share: TimeSeries = {
    ...data,
    series: [{ key: "", name: "", points: [point(0.4), point(null), point(0.5)], total: 1 }],
  };
  const choice = { name: "Share negative", colour: LIGHT.accent, format: formatShare };

  it("leaves gaps open and draws the running bucket apart", () => {
    const { series } = intervalLineOption(share, style, choice) as Loose;
    expect(series[2]?.data.map(({ value }) => value)).toEqual([0.4, null, null]);
    expect(series[3]?.data.map(({ value }) => value)).toEqual([null, null, 0.5]);
  });

  it("labels the last whole point directly", () => {
    const { series } = intervalLineOption(share, style, choice) as {
      series: { data: { label?: object }[] }[];
    };
    expect(series[2]?.data.map(({ label }) => label !== undefined)).toEqual([true, false, false]);
  });

  it("says what the number rests on", () => {
    expect(lineTooltip(share, 0, choice)).toContain("n = 10");
    expect(lineTooltip(share, 1, choice)).toContain("Nothing to measure");
  });
});
