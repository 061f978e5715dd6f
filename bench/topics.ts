// Topics: agreement with given labels on public sets, with the number of topics given and found, beside what was measured
// for Ward, for averaged vectors and for BERTopic; and time and memory for 100,000 texts.
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { discoverTopics } from "../src/mining/topics/discover-topics.ts";
import { seededRandom } from "../src/mining/topics/random.ts";
import { unitRows } from "../src/mining/topics/rows.ts";
import { cutTree, wardTree } from "../src/mining/topics/ward.ts";
import { createEncoder } from "../src/nlp/encoder/create-encoder.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { cachedVectors } from "./support/cached-vectors.ts";
import { type IntentSet, readMeasuringSets } from "./support/intent-sets.ts";

type Figures = { readonly accuracy: number; readonly nmi: number };
type Known = { readonly given: Figures; readonly foundByBertopic: Figures & { readonly topics: number } };

/** In percent, measured before on the same texts: averaged vectors and Ward in float; BERTopic 0.17.4 with its own encoder. */
const KNOWN: Readonly<Record<string, Known>> = {
  "BANKING77 test": {
    given: { accuracy: 77.5, nmi: 87.4 },
    foundByBertopic: { topics: 98, accuracy: 64.9, nmi: 82.4 },
  },
  "CLINC150 test": {
    given: { accuracy: 83.0, nmi: 92.8 },
    foundByBertopic: { topics: 163, accuracy: 77.8, nmi: 90.7 },
  },
};
const SEEDS = [1, 2, 3, 4, 5];
/** What rounding to int8 may cost against the figures in float. */
const ROUNDING = 1;
const LARGE = 100_000;

type Vectors = { readonly set: IntentSet; readonly vectors: Float32Array };

function percent(value: number): number {
  return Math.round(value * 1000) / 10;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function scoreRows(
  what: string,
  found: readonly (Figures & { groups: number })[],
  known?: Figures,
): BenchRow[] {
  return (["accuracy", "nmi"] as const).map((measure) => {
    const value = percent(mean(found.map((scores) => scores[measure])));
    const least = known === undefined ? undefined : known[measure] - ROUNDING;
    return {
      what: `${what}, ${measure}`,
      value,
      unit: "%",
      ...(least !== undefined && { limit: { text: `≥ ${least.toFixed(1)}`, met: value >= least } }),
    };
  });
}

function rateSet({ set, vectors }: Vectors, dimension: number): BenchRow[] {
  const { name, texts, labels } = set;
  const classes = new Set(labels).size;
  const known = KNOWN[name];
  const run = (seed: number, k?: number) =>
    discoverTopics({ vectors, dimension, texts, seed, keepUnassigned: false, ...(k !== undefined && { k }) });
  const found = SEEDS.map((seed) => run(seed));
  const scores = found.map((result) => scoreClustering(result.assignment, labels));
  const honest = discoverTopics({ vectors, dimension, texts, seed: 1 });
  const unassigned = honest.assignment.reduce((sum, topic) => sum + (topic < 0 ? 1 : 0), 0);
  const ward = cutTree(wardTree(unitRows(vectors, dimension)), texts.length, classes);
  const [accuracy, nmi] = scoreRows(`${name}, K found`, scores) as [BenchRow, BenchRow];
  const bertopic = known?.foundByBertopic;
  return [
    ...scoreRows(`${name}, Ward on raw vectors, K given`, [scoreClustering(ward, labels)]),
    ...scoreRows(`${name}, K given`, [scoreClustering(run(1, classes).assignment, labels)], known?.given),
    bertopic ? { ...accuracy, peer: { name: "BERTopic", value: bertopic.accuracy } } : accuracy,
    bertopic ? { ...nmi, peer: { name: "BERTopic", value: bertopic.nmi } } : nmi,
    {
      what: `${name}, topics found for ${classes} labels`,
      value: mean(found.map((result) => result.topics.length)),
      unit: "topics",
      ...(bertopic && { peer: { name: "BERTopic", value: bertopic.topics } }),
    },
    { what: `${name}, left unassigned`, value: percent(unassigned / texts.length), unit: "%" },
  ];
}

/** Points between two real vectors of one label, with a little noise: the shape of a log, as large as wanted. */
function enlarge(all: readonly Vectors[], dimension: number, count: number) {
  const random = seededRandom(7);
  const rows = all.flatMap(({ vectors, set }) =>
    set.texts.map((text, row) => ({
      text,
      label: `${set.name} ${set.labels[row]}`,
      vector: vectors.subarray(row * dimension, (row + 1) * dimension),
    })),
  );
  const byLabel = Map.groupBy(rows, (row) => row.label);
  const vectors = new Float32Array(count * dimension);
  const texts = Array.from({ length: count }, (_, at) => {
    const one = rows[Math.floor(random() * rows.length)] as (typeof rows)[number];
    const peers = byLabel.get(one.label) ?? [one];
    const other = peers[Math.floor(random() * peers.length)] ?? one;
    const share = random();
    for (let place = 0; place < dimension; place += 1) {
      const noise = (random() - 0.5) * 0.06;
      vectors[at * dimension + place] =
        share * (one.vector[place] ?? 0) + (1 - share) * (other.vector[place] ?? 0) + noise;
    }
    return one.text;
  });
  return { vectors, texts };
}

export const bench: Bench = {
  name: "topics",
  summary: "Agreement of found topics with given labels; time and memory for 100,000 texts",
  async run({ datasets, write }) {
    if (datasets === undefined) {
      write("topics: set PARLANCE_DATASETS to the folder of the public data sets");
      return [];
    }
    const encoder = await createEncoder({ cacheSize: 0 });
    const all: Vectors[] = [];
    try {
      for (const set of await readMeasuringSets(datasets)) {
        write(`topics: vectors of ${set.texts.length} texts of ${set.name}`);
        all.push({ set, vectors: await cachedVectors(encoder, set.texts) });
      }
    } finally {
      await encoder.close();
    }
    const rows = all.flatMap((one) => {
      write(`topics: ${one.set.name}`);
      return rateSet(one, encoder.dimension);
    });
    write(`topics: ${LARGE} texts`);
    const large = enlarge(all, encoder.dimension, LARGE);
    const started = performance.now();
    const result = discoverTopics({ ...large, dimension: encoder.dimension, seed: 1 });
    return [
      ...rows,
      {
        what: `${LARGE} texts, vectors given, one thread`,
        value: (performance.now() - started) / 1000,
        unit: "s",
        peer: { name: "BERTopic (UMAP, HDBSCAN)", value: 349 },
      },
      { what: `${LARGE} texts, topics found`, value: result.topics.length, unit: "topics" },
      {
        what: "largest resident memory of the run",
        value: process.resourceUsage().maxRSS / 1e6,
        unit: "GB",
        limit: { text: "< 2", met: process.resourceUsage().maxRSS / 1e6 < 2 },
      },
    ];
  },
};
