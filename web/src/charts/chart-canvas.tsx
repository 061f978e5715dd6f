// Puts an ECharts option on the screen. ECharts lives outside React: it is made, fed, resized and let go here only.
import type { EChartsType } from "echarts/core";
import { useEffect, useEffectEvent, useRef } from "react";
import { init } from "./echarts.ts";

export type Mark = { readonly seriesIndex: number; readonly dataIndex: number };

export default function ChartCanvas(props: {
  readonly option: object;
  readonly height: number;
  readonly label: string;
  readonly onOpen?: (mark: Mark) => void;
  /** Called with a function that makes a PNG of what is drawn, and with undefined when it is gone. */
  readonly onReady?: (toPng: (() => string) | undefined) => void;
  readonly background: string;
}) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const open = useEffectEvent((mark: Mark) => props.onOpen?.(mark));
  const announce = useEffectEvent((toPng: (() => string) | undefined) => props.onReady?.(toPng));
  const background = useEffectEvent(() => props.background);

  useEffect(() => {
    if (element.current === null) return;
    const made = init(element.current);
    chart.current = made;
    made.on("click", ({ seriesIndex = 0, dataIndex }) => open({ seriesIndex, dataIndex }));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element.current);
    announce(() => made.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: background() }));
    return () => {
      announce(undefined);
      observer.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    chart.current?.setOption({ ...props.option }, { notMerge: true });
  }, [props.option]);

  return <div ref={element} role="img" aria-label={props.label} style={{ height: props.height }} />;
}
