// Vectors in groups with texts to match: what an encoder gives for a log with known topics, without the encoder.
import { seededRandom } from "../../src/mining/topics/random.ts";

const THEMES = [
  ["refund", "invoice", "twice"],
  ["parcel", "late", "courier"],
  ["password", "reset", "login"],
  ["seat", "window", "flight"],
  ["screen", "broken", "repair"],
  ["coupon", "expired", "checkout"],
  ["subscription", "cancel", "renewal"],
  ["address", "wrong", "delivery"],
] as const;
const FRAMES = [
  (a: string, b: string) => `please look at the ${a} ${b}`,
  (a: string, b: string) => `my ${a} ${b} again`,
  (a: string, b: string) => `why is the ${a} ${b} like this`,
  (a: string, b: string) => `${a} ${b} since monday`,
];

export type Blobs = {
  readonly vectors: Float32Array;
  readonly dimension: number;
  readonly texts: readonly string[];
  readonly labels: readonly string[];
};

/** `sizes[i]` texts of group i, up to eight groups; more of a group leaves the first ones as they are. Noise is the length of a random step from the group's centre. */
export function makeBlobs(sizes: readonly number[], { noise = 0.5, dimension = 32, seed = 1 } = {}): Blobs {
  const vectors: number[] = [];
  const texts: string[] = [];
  const labels: string[] = [];
  sizes.forEach((size, group) => {
    const random = seededRandom(seed * 1009 + group);
    const direction = () => Array.from({ length: dimension }, () => random() + random() + random() - 1.5);
    const centre = scaled(direction(), 1);
    const theme = THEMES[group % THEMES.length] ?? THEMES[0];
    for (let member = 0; member < size; member += 1) {
      const step = scaled(direction(), noise);
      vectors.push(...centre.map((value, at) => value + (step[at] ?? 0)));
      const frame = FRAMES[Math.floor(random() * FRAMES.length)] ?? FRAMES[0];
      texts.push(`${frame?.(theme[0], theme[1 + (member % 2)] ?? theme[1])} ${member}`);
      labels.push(theme[0]);
    }
  });
  return { vectors: Float32Array.from(vectors), dimension, texts, labels };
}

function scaled(values: readonly number[], length: number): number[] {
  const norm = Math.hypot(...values);
  return values.map((value) => (value / norm) * length);
}
