import { seededRandom } from "../../src/mining/topics/random.ts";
import { scaleRows } from "../../src/mining/topics/rows.ts";
import type { EmbeddedSet } from "./embed-sets.ts";

/** Points between two real vectors of one label, with a little noise: the shape of a log, as large as wanted. */
export function enlargeSets(all: readonly EmbeddedSet[], dimension: number, count: number) {
  const random = seededRandom(7);
  const real = all.flatMap(({ vectors, set }) =>
    set.texts.map((text, row) => ({
      text,
      label: `${set.name} ${set.labels[row]}`,
      vector: vectors.subarray(row * dimension, (row + 1) * dimension),
    })),
  );
  const byLabel = Map.groupBy(real, (row) => row.label);
  const vectors = new Float32Array(count * dimension);
  const labels: string[] = [];
  const texts = Array.from({ length: count }, (_, at) => {
    const one = real[Math.floor(random() * real.length)] as (typeof real)[number];
    const peers = byLabel.get(one.label) ?? [one];
    const other = peers[Math.floor(random() * peers.length)] ?? one;
    const share = random();
    for (let place = 0; place < dimension; place += 1) {
      const noise = (random() - 0.5) * 0.06;
      vectors[at * dimension + place] =
        share * (one.vector[place] ?? 0) + (1 - share) * (other.vector[place] ?? 0) + noise;
    }
    labels.push(one.label);
    return one.text;
  });
  return { vectors: scaleRows({ values: vectors, count, dimension }).values, texts, labels };
}
