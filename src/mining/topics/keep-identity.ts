// Carries ids and names of an earlier run over to the topics that continue them.
import { keyOf } from "./describe-topics.ts";
import { matchTopics } from "./match-topics.ts";
import { phraseSignature } from "./phrases.ts";
import type { DiscoveredTopic, PreviousRun } from "./topic-types.ts";

/** A topic that continues an old one takes its id and name; a new one whose name is thereby taken gets its next phrase. */
export function keepIdentity(
  topics: readonly DiscoveredTopic[],
  assignment: Int32Array,
  previous: PreviousRun,
  anisotropy: number,
): { topics: DiscoveredTopic[]; retired: readonly number[] } {
  const { continues, retired } = matchTopics(topics, assignment, previous, anisotropy);
  const taken = new Set(
    [...continues].flatMap((place) => {
      const old = previous.topics[place];
      return old === undefined ? [] : [phraseSignature(old.name), old.name];
    }),
  );
  const named = topics.map((topic, at) => {
    const old = previous.topics[continues[at] as number];
    if (old !== undefined) return { ...topic, id: old.id, name: old.name, key: keyOf(old.name) };
    const name =
      [topic.name, ...topic.phrases].find(
        (phrase) => !taken.has(phraseSignature(phrase)) && !taken.has(phrase),
      ) ?? `${topic.name} (${at + 1})`;
    taken.add(phraseSignature(name));
    taken.add(name);
    return { ...topic, name, key: keyOf(name) };
  });
  return { topics: named, retired };
}
