// What all charts share in looks: text, axes, hatching. Options are plain data; colours come from the palette.
import type { Palette } from "../ui/palette.ts";

export type ChartStyle = { readonly palette: Palette; readonly isMotionReduced: boolean };

const FONT = '"Inter Variable", system-ui, sans-serif';

export function baseOption({ palette, isMotionReduced }: ChartStyle) {
  return {
    animation: !isMotionReduced,
    animationDuration: 120,
    animationDurationUpdate: 120,
    textStyle: { fontFamily: FONT, fontSize: 12, color: palette.muted },
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      confine: true,
      transitionDuration: 0,
      backgroundColor: palette.raised,
      borderColor: palette.border,
      borderWidth: 1,
      padding: [6, 10],
      textStyle: { color: palette.text, fontSize: 12, fontFamily: FONT },
      axisPointer: { type: "line", lineStyle: { color: palette.borderStrong } },
    },
  };
}

export function bucketAxis(labels: readonly string[], { palette }: ChartStyle) {
  return {
    type: "category",
    data: labels,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.borderStrong } },
    axisLabel: { color: palette.muted, hideOverlap: true },
  };
}

export function valueAxis({ palette }: ChartStyle, format: (value: number) => string) {
  return {
    type: "value",
    min: 0,
    splitNumber: 4,
    axisLabel: { color: palette.muted, formatter: format },
    splitLine: { lineStyle: { color: palette.border } },
  };
}

/** Hatching of what is not whole yet. */
export function hatch(palette: Palette) {
  return {
    symbol: "rect",
    symbolSize: 1,
    color: palette.surface,
    dashArrayX: [1, 0],
    dashArrayY: [2, 3],
    rotation: -Math.PI / 4,
  };
}

/** Text for a tooltip, which ECharts takes as HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
