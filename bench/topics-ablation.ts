// Topic discovery with one stage changed at a time, on the sets it is tuned on: what each stage gives.
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { averageWithNeighbours } from "../src/mining/topics/average-neighbours.ts";
import { clusterTexts } from "../src/mining/topics/cluster-texts.ts";
import { leiden } from "../src/mining/topics/leiden.ts";
import { mergeCommunities } from "../src/mining/topics/merge-communities.ts";
import { nearestNeighbours } from "../src/mining/topics/neighbour-graph.ts";
import { seededRandom } from "../src/mining/topics/random.ts";
import { type Rows, unitRows } from "../src/mining/topics/rows.ts";
import { cutTree, wardTree } from "../src/mining/topics/ward.ts";
import { sharedNeighbourGraph } from "../src/mining/topics/weighted-graph.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { embedSets } from "./support/embed-sets.ts";
import { readTuningSets } from "./support/intent-sets.ts";

const SPREADS = [0.12, 0.18, 0.24, 0.3];

function variants(rows: Rows, classes: number): Record<string, Int32Array> {
  const neighbours = nearestNeighbours(rows, 15);
  const once = averageWithNeighbours(rows, neighbours);
  const twice = averageWithNeighbours(once, nearestNeighbours(once, 10));
  const resolution = Math.max(2, rows.count / 300);
  const graph = sharedNeighbourGraph(neighbours, 15);
  const communities = leiden(graph, { resolution, random: seededRandom(1) });
  const spread = 1 - meanCosine(once);
  return {
    "K given: Ward on raw vectors": cutTree(wardTree(rows), rows.count, classes),
    "K given: Ward on vectors averaged twice": cutTree(wardTree(twice), rows.count, classes),
    "K given: as it runs": clusterTexts(rows, { seed: 1, k: classes }).groups,
    "K found: communities, not merged": communities,
    ...Object.fromEntries(
      SPREADS.map((share) => [
        `K found: communities merged at ${share}`,
        mergeCommunities(once, communities, { minimumCosine: 1 - share * spread }),
      ]),
    ),
    "K found: as it runs": clusterTexts(rows, { seed: 1 }).groups,
  };
}

function meanCosine({ values, count, dimension }: Rows): number {
  const mean = new Float64Array(dimension);
  values.forEach((value, at) => {
    mean[at % dimension] = (mean[at % dimension] as number) + value / count;
  });
  return mean.reduce((sum, value) => sum + value * value, 0);
}

export const bench: Bench = {
  name: "topics-ablation",
  summary: "Each stage of topic discovery changed alone, on the sets it is tuned on",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const { all, dimension } = await embedSets(readTuningSets(datasets), write);
    return all.flatMap(({ set, vectors }): BenchRow[] => {
      write(`topics-ablation: ${set.name}`);
      const found = variants(unitRows(vectors, dimension), new Set(set.labels).size);
      return Object.entries(found).flatMap(([variant, groups]) => {
        const { accuracy, nmi, groups: count } = scoreClustering(groups, set.labels);
        return [
          { what: `${set.name}, ${variant}: accuracy`, value: 100 * accuracy, unit: `% (${count})` },
          { what: `${set.name}, ${variant}: NMI`, value: 100 * nmi, unit: "%" },
        ];
      });
    });
  },
};
