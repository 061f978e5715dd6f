// Which names stand on the map, and where: the largest first, none over another. Pure.
import { type Camera, type Size, toScreen } from "./camera.ts";
import type { MapPoints } from "./decode-points.ts";

export type Place = { readonly x: number; readonly y: number; readonly points: number };

/** The middle of each node's points: the median, which stray points do not move. `nodeOf` gives a point's node by its topic. */
export function middles(points: MapPoints, nodeOf: ReadonlyMap<number, string>): ReadonlyMap<string, Place> {
  const members = new Map<string, number[]>();
  for (let index = 0; index < points.count; index += 1) {
    const node = nodeOf.get(points.topics[index] ?? 0);
    if (node === undefined) continue;
    const list = members.get(node);
    if (list) list.push(index);
    else members.set(node, [index]);
  }
  return new Map(
    [...members].map(([node, indices]) => [
      node,
      {
        x: median(indices.map((index) => points.places[2 * index] ?? 0)),
        y: median(indices.map((index) => points.places[2 * index + 1] ?? 0)),
        points: indices.length,
      },
    ]),
  );
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

export type Label = { readonly key: string; readonly name: string; readonly place: Place };
export type PlacedLabel = Label & { readonly left: number; readonly top: number };

const CHARACTER = 6.8;
const PADDING = 12;
const HEIGHT = 22;
export const LONGEST_LABEL = 26;

/** Labels within the screen that do not touch, in the order given. `left` and `top` are their middles, in pixels. */
export function placeLabels(labels: readonly Label[], camera: Camera, size: Size): readonly PlacedLabel[] {
  const placed: (PlacedLabel & { readonly width: number })[] = [];
  for (const label of labels) {
    const [left, top] = toScreen(camera, size, label.place.x, label.place.y);
    const width = Math.min(label.name.length, LONGEST_LABEL) * CHARACTER + PADDING;
    const isInside =
      left - width / 2 >= 0 &&
      left + width / 2 <= size.width &&
      top >= HEIGHT / 2 &&
      top <= size.height - HEIGHT / 2;
    const touches = placed.some(
      (other) =>
        Math.abs(other.left - left) < (other.width + width) / 2 && Math.abs(other.top - top) < HEIGHT,
    );
    if (isInside && !touches) placed.push({ ...label, left, top, width });
  }
  return placed;
}
