// Incremental assignment against a full re-run: texts that come after a run are put to its topics by centroid; then topics are
// found anew with all texts. Counted is how many of the later texts the re-run leaves where they were put.
import { assignToTopics } from "../src/mining/topics/assign-to-topics.ts";
import { discoverTopics } from "../src/mining/topics/discover-topics.ts";
import { seededRandom } from "../src/mining/topics/random.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { type EmbeddedSet, embedSets } from "./support/embed-sets.ts";
import { readMeasuringSets } from "./support/intent-sets.ts";

/** Of all texts: what comes in a night, and what makes a run due. */
const SHARES_LATER = [0.05, 0.17];
const LEAST_SAME = 95;

function compare({ set, vectors }: EmbeddedSet, dimension: number, shareLater: number): BenchRow[] {
  const random = seededRandom(17);
  const isLater = set.texts.map(() => random() < shareLater);
  const rowsWhere = (later: boolean) => set.texts.flatMap((_, row) => (isLater[row] === later ? [row] : []));
  const [early, late] = [rowsWhere(false), rowsWhere(true)];
  const take = (rows: readonly number[]) => {
    const taken = new Float32Array(rows.length * dimension);
    rows.forEach((row, at) => {
      taken.set(vectors.subarray(row * dimension, (row + 1) * dimension), at * dimension);
    });
    return taken;
  };
  const texts = early.map((row) => set.texts[row] ?? "");
  const first = discoverTopics({ vectors: take(early), dimension, texts, seed: 1 });
  const put = assignToTopics({ vectors: take(late), dimension, topics: first.topics });
  const before = new Int32Array(set.texts.length);
  early.forEach((row, at) => {
    before[row] = (first.assignment[at] ?? -1) + 1;
  });
  late.forEach((row, at) => {
    before[row] = (put.assignment[at] ?? -1) + 1;
  });
  const topics = first.topics.map(({ name, centroid }, at) => ({ id: at + 1, name, centroid }));
  const again = discoverTopics({
    vectors,
    dimension,
    texts: set.texts,
    seed: 1,
    previous: { topics, assignment: before },
  });
  const after = again.assignment.map((topic) => again.topics[topic]?.id ?? 0);
  const share = (rows: readonly number[]) =>
    Math.round((1000 * rows.filter((row) => before[row] === after[row]).length) / Math.max(1, rows.length)) /
    10;
  const what = `${set.name}, ${Math.round(100 * shareLater)} % later`;
  const same = share(late);
  return [
    {
      what: `${what}: later texts that a full re-run leaves where they were put`,
      value: same,
      unit: "%",
      limit: { text: `≥ ${LEAST_SAME}`, met: same >= LEAST_SAME },
    },
    { what: `${what}: all texts that keep their topic`, value: share([...early, ...late]), unit: "%" },
  ];
}

export const bench: Bench = {
  name: "assignment",
  summary: "How often a full re-run leaves new texts where they were put by centroid",
  async run({ datasets, write }) {
    if (datasets === undefined)
      throw new Error("set PARLANCE_DATASETS to the folder of the public data sets");
    const { all, dimension } = await embedSets(await readMeasuringSets(datasets), write);
    return all.flatMap((embedded) => SHARES_LATER.flatMap((share) => compare(embedded, dimension, share)));
  },
};
