// Topics of a million texts: processor time, time by the clock and the most memory, and whether they still are the labels' topics.
import { scoreClustering } from "../src/mining/evaluate/clustering-scores.ts";
import { discoverTopics } from "../src/mining/topics/discover-topics.ts";
import type { DiscoverStage } from "../src/mining/topics/topic-types.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { embedSets } from "./support/embed-sets.ts";
import { enlargeSets } from "./support/enlarge-sets.ts";
import { readMeasuringSets } from "./support/intent-sets.ts";

const COUNT = 1_000_000;
const MOST_MINUTES = 15;
const MOST_GIGABYTES = 6;

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export const bench: Bench = {
  name: "topics-million",
  summary: "A million texts with vectors given: minutes and memory",
  async run({ datasets, write }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const { all, dimension } = await embedSets(await readMeasuringSets(datasets), write);
    const { labels, ...large } = enlargeSets(all, dimension, COUNT);
    const stages = new Map<DiscoverStage, number>();
    const [startedAt, startedCpu] = [performance.now(), cpuSeconds()];
    let before = startedCpu;
    let running: DiscoverStage = "select";
    const close = (): void => {
      stages.set(running, (stages.get(running) ?? 0) + cpuSeconds() - before);
      before = cpuSeconds();
    };
    const result = discoverTopics({
      ...large,
      dimension,
      seed: 1,
      onProgress: ({ stage }) => {
        if (stage === running) return;
        close();
        running = stage;
        write(`topics-million: ${stage}`);
      },
    });
    close();
    const minutes = (cpuSeconds() - startedCpu) / 60;
    const gigabytes = process.resourceUsage().maxRSS / 1e6;
    const rows: BenchRow[] = [
      {
        what: `${COUNT} texts, vectors given, processor time`,
        value: minutes,
        unit: "min",
        limit: { text: `≤ ${MOST_MINUTES}`, met: minutes <= MOST_MINUTES },
      },
      { what: "by the clock", value: (performance.now() - startedAt) / 60_000, unit: "min" },
      {
        what: "largest resident memory, the given vectors included",
        value: gigabytes,
        unit: "GB",
        limit: { text: `< ${MOST_GIGABYTES}`, met: gigabytes < MOST_GIGABYTES },
      },
      { what: "topics found", value: result.topics.length, unit: `for ${new Set(labels).size} labels` },
      { what: "NMI with the labels", value: 100 * scoreClustering(result.assignment, labels).nmi, unit: "%" },
      ...[...stages].map(([stage, seconds]) => ({ what: `  ${stage}`, value: seconds, unit: "s" })),
    ];
    return rows;
  },
};
