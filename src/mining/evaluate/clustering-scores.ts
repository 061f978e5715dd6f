// How well found groups agree with given labels: normalised mutual information, adjusted Rand index, and the accuracy
// under the best one-to-one matching of groups with labels. 1 is perfect in all three.
import { bestAssignment } from "./hungarian.ts";

export type ClusteringScores = {
  readonly nmi: number;
  readonly ari: number;
  readonly accuracy: number;
  readonly groups: number;
};

/** Scores `found` against `labels`, any values, item by item. NMI is normalised by the arithmetic mean of entropies. */
export function scoreClustering(found: ArrayLike<number>, labels: readonly string[]): ClusteringScores {
  const total = labels.length;
  const groupNumbers = new Map<number, number>();
  const labelNumbers = new Map<string, number>();
  const pairs: [number, number][] = labels.map((label, at) => [
    numberOf(groupNumbers, found[at] as number),
    numberOf(labelNumbers, label),
  ]);
  const groups = groupNumbers.size;
  const classes = labelNumbers.size;
  const table = new Float64Array(groups * classes);
  const groupSums = new Float64Array(groups);
  const classSums = new Float64Array(classes);
  for (const [group, label] of pairs) {
    table[group * classes + label] = (table[group * classes + label] as number) + 1;
    groupSums[group] = (groupSums[group] as number) + 1;
    classSums[label] = (classSums[label] as number) + 1;
  }
  let mutual = 0;
  let samePairs = 0;
  for (let group = 0; group < groups; group += 1) {
    for (let label = 0; label < classes; label += 1) {
      const both = table[group * classes + label] as number;
      if (both === 0) continue;
      const independent = ((groupSums[group] as number) * (classSums[label] as number)) / total;
      mutual += (both / total) * Math.log(both / independent);
      samePairs += pairsOf(both);
    }
  }
  const mean = (entropy(groupSums, total) + entropy(classSums, total)) / 2;
  const groupPairs = groupSums.reduce((sum, size) => sum + pairsOf(size), 0);
  const classPairs = classSums.reduce((sum, size) => sum + pairsOf(size), 0);
  const expected = (groupPairs * classPairs) / Math.max(1, pairsOf(total));
  const most = (groupPairs + classPairs) / 2;
  const matched = bestAssignment(table, groups, classes);
  const correct = matched.reduce(
    (sum, label, group) => sum + (label < 0 ? 0 : (table[group * classes + label] as number)),
    0,
  );
  return {
    nmi: mean === 0 ? 1 : mutual / mean,
    ari: most === expected ? 1 : (samePairs - expected) / (most - expected),
    accuracy: total === 0 ? 1 : correct / total,
    groups,
  };
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, numbers.size);
  return numbers.size - 1;
}

function pairsOf(size: number): number {
  return (size * (size - 1)) / 2;
}

function entropy(sums: Float64Array, total: number): number {
  return -sums.reduce((sum, size) => (size === 0 ? sum : sum + (size / total) * Math.log(size / total)), 0);
}
