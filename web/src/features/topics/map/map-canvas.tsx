// The map itself: points on a canvas, names over them. Drag moves it, the wheel zooms, keys do both; a name or a place opens.
import { ActionIcon } from "@mantine/core";
import { IconFocusCentered, IconMinus, IconPlus } from "@tabler/icons-react";
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import type { TopicTreeNode } from "../../../../../src/contract/topics.ts";
import type { Palette } from "../../../ui/palette.ts";
import { boundsOf, type Camera, frame, pan, type Size, toMap, toScreen, zoom } from "./camera.ts";
import type { MapPoints } from "./decode-points.ts";
import { labelsFor, pointColours } from "./map-model.ts";
import { paintPoints } from "./paint-points.ts";
import { placeLabels } from "./place-labels.ts";

const STEP = 60;
const FACTOR = 1.4;
/** A press that moves less is a click. */
const STILL_PX = 4;

export function MapCanvas(props: {
  readonly points: MapPoints;
  readonly nodes: readonly TopicTreeNode[];
  readonly palette: Palette;
  readonly litKey: string | undefined;
  readonly marked: readonly [x: number, y: number] | undefined;
  readonly label: string;
  readonly onPick: (x: number, y: number) => void;
  readonly onOpenNode: (node: TopicTreeNode) => void;
  readonly children?: ReactNode;
}) {
  const { points, nodes, palette } = props;
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const whole = useMemo(() => frame(boundsOf(points.places), size), [points, size]);
  const [moved, setMoved] = useState<Camera>();
  const camera = moved ?? whole;
  const press = useRef<{ readonly x: number; readonly y: number; readonly camera: Camera }>(undefined);
  const colours = useMemo(
    () => pointColours(points, nodes, palette, props.litKey),
    [points, nodes, palette, props.litKey],
  );
  const closeness = camera.scale / whole.scale;
  const labels = useMemo(() => labelsFor(points, nodes, closeness), [points, nodes, closeness]);
  const byKey = useMemo(() => new Map(nodes.map((node) => [node.key, node])), [nodes]);

  const measure = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(read);
    observer.observe(element);
    const zoomByWheel = (event: WheelEvent) => event.preventDefault();
    element.addEventListener("wheel", zoomByWheel, { passive: false });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener("wheel", zoomByWheel);
    };
  }, []);
  const draw = (canvas: HTMLCanvasElement | null) => paint(canvas, size, points, colours, camera, closeness);
  const zoomAbout = (factor: number, about: readonly [number, number] = [size.width / 2, size.height / 2]) =>
    setMoved(zoom(camera, size, factor, about, whole));

  function at(event: {
    readonly clientX: number;
    readonly clientY: number;
    readonly currentTarget: Element;
  }) {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top] as const;
  }
  function drag(event: PointerEvent<HTMLElement>): void {
    const from = press.current;
    if (from !== undefined) setMoved(pan(from.camera, event.clientX - from.x, event.clientY - from.y));
  }
  function release(event: PointerEvent<HTMLElement>): void {
    const from = press.current;
    press.current = undefined;
    if (from === undefined || Math.hypot(event.clientX - from.x, event.clientY - from.y) > STILL_PX) return;
    props.onPick(...toMap(camera, size, ...at(event)));
  }
  function steer(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, () => void>> = {
      ["ArrowLeft"]: () => setMoved(pan(camera, STEP, 0)),
      ["ArrowRight"]: () => setMoved(pan(camera, -STEP, 0)),
      ["ArrowUp"]: () => setMoved(pan(camera, 0, STEP)),
      ["ArrowDown"]: () => setMoved(pan(camera, 0, -STEP)),
      "+": () => zoomAbout(FACTOR),
      "=": () => zoomAbout(FACTOR),
      "-": () => zoomAbout(1 / FACTOR),
      "0": () => setMoved(undefined),
      ["Enter"]: () => props.onPick(camera.x, camera.y),
    };
    const step = steps[event.key];
    if (step === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    step();
  }
  const mark = props.marked && toScreen(camera, size, ...props.marked);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is steered by keys
    <section ref={measure} className="map" aria-label={props.label} tabIndex={0} onKeyDown={steer}>
      <div
        className="map-points"
        onPointerDown={(event) => {
          press.current = { x: event.clientX, y: event.clientY, camera };
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={drag}
        onPointerUp={release}
        onWheel={(event) => zoomAbout(Math.exp(-event.deltaY / 400), at(event))}
      >
        {size.width > 0 && (
          <canvas ref={draw} style={{ width: size.width, height: size.height }} aria-hidden />
        )}
        {mark && <span className="map-mark" style={{ left: mark[0], top: mark[1] }} aria-hidden />}
      </div>
      {placeLabels(labels, camera, size).map(({ key, name, left, top }) => (
        <button
          type="button"
          key={key}
          className="map-label"
          style={{ left, top }}
          title={name}
          onClick={() => {
            const node = byKey.get(key);
            if (node) props.onOpenNode(node);
          }}
        >
          {name}
        </button>
      ))}
      <div className="map-zoom">
        <Zoom label="Zoom in" onClick={() => zoomAbout(FACTOR)}>
          <IconPlus size={16} />
        </Zoom>
        <Zoom label="Zoom out" onClick={() => zoomAbout(1 / FACTOR)}>
          <IconMinus size={16} />
        </Zoom>
        <Zoom label="Show all" onClick={() => setMoved(undefined)}>
          <IconFocusCentered size={16} />
        </Zoom>
      </div>
      {props.children}
    </section>
  );
}

function Zoom(props: { readonly label: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <ActionIcon variant="default" size={30} aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </ActionIcon>
  );
}

/** In the device's own pixels, so that points are sharp. */
function paint(
  canvas: HTMLCanvasElement | null,
  size: Size,
  points: MapPoints,
  colours: Uint32Array,
  camera: Camera,
  closeness: number,
): void {
  const context = canvas?.getContext("2d");
  if (canvas === null || !context) return;
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(size.width * ratio);
  canvas.height = Math.round(size.height * ratio);
  const image = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(image.data.buffer);
  const radius = ratio * (points.count > 20_000 ? 0.8 : 1.4) * Math.min(3, 1 + Math.log2(closeness) / 4);
  paintPoints(
    { pixels, width: canvas.width, height: canvas.height },
    points,
    colours,
    { ...camera, scale: camera.scale * ratio },
    radius,
  );
  context.putImageData(image, 0, 0);
}
