// Where on the screen a place of the map lies, and how that changes when one zooms and moves. Pure.

/** The place in the middle of the screen, and pixels a unit of the map. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number };
export type Size = { readonly width: number; readonly height: number };
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

const MARGIN = 0.06;
/** How much closer than the whole one can look. */
const CLOSEST = 80;

/** Bounds of places, without the outermost hundredth, so that a stray point does not shrink the map. */
export function boundsOf(places: Float32Array): Box {
  const xs = new Float32Array(places.length / 2);
  const ys = new Float32Array(places.length / 2);
  for (let index = 0; index < xs.length; index += 1) {
    xs[index] = places[2 * index] ?? 0;
    ys[index] = places[2 * index + 1] ?? 0;
  }
  xs.sort();
  ys.sort();
  const at = (sorted: Float32Array, part: number) => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  return { left: at(xs, 0.005), right: at(xs, 0.995), top: at(ys, 0.005), bottom: at(ys, 0.995) };
}

/** The camera that shows all of a box. */
export function frame(box: Box, size: Size): Camera {
  const width = Math.max(box.right - box.left, 1e-6) * (1 + 2 * MARGIN);
  const height = Math.max(box.bottom - box.top, 1e-6) * (1 + 2 * MARGIN);
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    scale: Math.min(size.width / width, size.height / height),
  };
}

export function toScreen(camera: Camera, size: Size, x: number, y: number): readonly [x: number, y: number] {
  return [size.width / 2 + (x - camera.x) * camera.scale, size.height / 2 + (y - camera.y) * camera.scale];
}

export function toMap(camera: Camera, size: Size, x: number, y: number): readonly [x: number, y: number] {
  return [camera.x + (x - size.width / 2) / camera.scale, camera.y + (y - size.height / 2) / camera.scale];
}

/** Moves by pixels of the screen. */
export function pan(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

/** Zooms by a factor about a place of the screen, which stays where it is; never further out than `whole`. */
export function zoom(
  camera: Camera,
  size: Size,
  factor: number,
  about: readonly [x: number, y: number],
  whole: Camera,
): Camera {
  const scale = Math.max(whole.scale, Math.min(whole.scale * CLOSEST, camera.scale * factor));
  const [x, y] = toMap(camera, size, ...about);
  return {
    x: x - (about[0] - size.width / 2) / scale,
    y: y - (about[1] - size.height / 2) / scale,
    scale,
  };
}
