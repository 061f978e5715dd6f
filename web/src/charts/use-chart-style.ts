import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { useMemo } from "react";
import { DARK, LIGHT } from "../ui/palette.ts";
import type { ChartStyle } from "./chart-style.ts";

/** The palette of the theme that is on, and whether the system asks for no motion. */
export function useChartStyle(): ChartStyle {
  const scheme = useComputedColorScheme("light");
  const isMotionReduced = useReducedMotion();
  return useMemo(
    () => ({ palette: scheme === "dark" ? DARK : LIGHT, isMotionReduced }),
    [scheme, isMotionReduced],
  );
}
