// Paints points into an image, pixel by pixel: two hundred thousand take some milliseconds on any machine, with or without a
// graphics card. Pure but for the image that it writes.
import type { Camera } from "./camera.ts";
import type { MapPoints } from "./decode-points.ts";

export type Image = { readonly pixels: Uint32Array; readonly width: number; readonly height: number };

/** A colour as the four bytes of a canvas pixel, from `#rrggbb`. */
export function pixelOf(hex: string): number {
  const value = Number.parseInt(hex.slice(1), 16);
  const [red, green, blue] = [(value >> 16) & 255, (value >> 8) & 255, value & 255];
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/** The pixels of a disc around its middle. */
function discOf(radius: number): readonly (readonly [dx: number, dy: number])[] {
  const reach = Math.floor(radius);
  const disc: (readonly [number, number])[] = [];
  for (let dy = -reach; dy <= reach; dy += 1)
    for (let dx = -reach; dx <= reach; dx += 1) if (dx * dx + dy * dy <= radius * radius) disc.push([dx, dy]);
  return disc;
}

/**
 * `colours` gives each point's pixel, 0 for one that is not shown. Later points lie over earlier ones. `radius` in pixels.
 * The image is cleared first.
 */
export function paintPoints(
  image: Image,
  points: MapPoints,
  colours: Uint32Array,
  camera: Camera,
  radius: number,
): void {
  const { pixels, width, height } = image;
  pixels.fill(0);
  const disc = discOf(radius);
  const { places } = points;
  for (let index = 0; index < points.count; index += 1) {
    const colour = colours[index] ?? 0;
    if (colour === 0) continue;
    const x = Math.round(width / 2 + ((places[2 * index] ?? 0) - camera.x) * camera.scale);
    const y = Math.round(height / 2 + ((places[2 * index + 1] ?? 0) - camera.y) * camera.scale);
    for (const [dx, dy] of disc) {
      const [px, py] = [x + dx, y + dy];
      if (px >= 0 && px < width && py >= 0 && py < height) pixels[py * width + px] = colour;
    }
  }
}
