// Whether a found name says what a label says: by the stems of their content words.
import { stem } from "../../src/mining/topics/stem.ts";
import { isStopWord } from "../../src/mining/topics/stop-words.ts";
import type { DiscoverResult } from "../../src/mining/topics/topic-types.ts";

function contentStems(words: string): Set<string> {
  return new Set(
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== "" && !isStopWord(word))
      .map(stem),
  );
}

/** Whether the two share a content word, whatever its ending. */
export function sharesContentWord(name: string, words: string): boolean {
  const wanted = contentStems(words);
  return [...contentStems(name)].some((word) => wanted.has(word));
}

/** The commonest label of each topic's texts. */
export function majorityLabels(result: DiscoverResult, labels: readonly string[]): string[] {
  return result.topics.map((_, topic) => {
    const counts = new Map<string, number>();
    result.assignment.forEach((found, row) => {
      const label = labels[row] ?? "";
      if (found === topic) counts.set(label, (counts.get(label) ?? 0) + 1);
    });
    return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
  });
}

/** Share of topics whose name shares a content word with the majority label, and names that occur twice. */
export function rateNames(result: DiscoverResult, labels: readonly string[]) {
  const majority = majorityLabels(result, labels);
  const names = result.topics.map(({ name }) => name);
  const alike = names.filter((name, topic) =>
    sharesContentWord(name, (majority[topic] ?? "").replaceAll("_", " ")),
  );
  return { share: alike.length / Math.max(1, names.length), repeated: names.length - new Set(names).size };
}
