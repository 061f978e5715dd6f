import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Mark } from "./chart-canvas.tsx";
import { useChartStyle } from "./use-chart-style.ts";

const ChartCanvas = lazy(() => import("./chart-canvas.tsx"));

/** A drawing by ECharts, which is fetched when the first chart is shown. */
export function Chart(props: {
  readonly option: object;
  readonly height: number;
  readonly label: string;
  readonly onOpen?: (mark: Mark) => void;
  readonly onReady?: (toPng: (() => string) | undefined) => void;
}) {
  const { palette } = useChartStyle();
  return (
    <Suspense fallback={<Skeleton height={props.height} />}>
      <ChartCanvas {...props} background={palette.surface} />
    </Suspense>
  );
}
