// Carries ids and names of an earlier run over to the topics that continue them.
import { keyOf } from "./describe-topics.ts";
import { matchTopics } from "./match-topics.ts";
import { phraseSignature } from "./phrases.ts";
import type { DiscoveredTopic, PreviousRun } from "./topic-types.ts";

/**
 * A topic that continues an old one takes its id, and its name while that still is one of its phrases: a name that no longer
 * says what is in the topic would mislead (names that people give are kept apart and stay). A topic whose name is thereby
 * taken gets its next phrase.
 */
export function keepIdentity(
  topics: readonly DiscoveredTopic[],
  assignment: Int32Array,
  previous: PreviousRun,
  anisotropy: number,
): { topics: DiscoveredTopic[]; retired: readonly number[] } {
  const { continues, retired } = matchTopics(topics, assignment, previous, anisotropy);
  const keptNames = topics.map((topic, at) => {
    const old = previous.topics[continues[at] as number];
    return old !== undefined && stillFits(old.name, topic) ? old.name : undefined;
  });
  const taken = new Set(
    keptNames.flatMap((name) => (name === undefined ? [] : [phraseSignature(name), name])),
  );
  const named = topics.map((topic, at) => {
    const id = previous.topics[continues[at] as number]?.id;
    const kept = keptNames[at];
    const identity = id === undefined ? {} : { id };
    if (kept !== undefined) return { ...topic, ...identity, name: kept, key: keyOf(kept) };
    const name =
      [topic.name, ...topic.phrases].find(
        (phrase) => !taken.has(phraseSignature(phrase)) && !taken.has(phrase),
      ) ?? `${topic.name} (${at + 1})`;
    taken.add(phraseSignature(name));
    taken.add(name);
    return { ...topic, ...identity, name, key: keyOf(name) };
  });
  return { topics: named, retired };
}

function stillFits(name: string, topic: DiscoveredTopic): boolean {
  const signature = phraseSignature(name);
  return [topic.name, ...topic.phrases].some(
    (phrase) => phrase === name || phraseSignature(phrase) === signature,
  );
}
