// Carries ids and names of an earlier run over to the topics that continue them.
import { keyOf } from "./describe-topics.ts";
import { matchTopics } from "./match-topics.ts";
import { phraseSignature } from "./phrases.ts";
import type { NamedTexts, PreviousRun } from "./topic-types.ts";

export type IdentityOptions = {
  readonly anisotropy: number;
  /** Place in `previous.topics` of topics whose identity is decided already, -1 for the others. */
  readonly forced?: Int32Array;
};

export type IdentifiedTopic = NamedTexts & { readonly id?: number };

/**
 * A topic that continues an old one takes its id, and its name while a content word of it still is among the
 * topic's phrases: a name that no longer says what is in the topic would mislead. Names that people gave stay. A topic whose name is thereby taken gets its next
 * phrase.
 */
export function keepIdentity(
  topics: readonly NamedTexts[],
  assignment: Int32Array,
  previous: PreviousRun,
  { anisotropy, forced }: IdentityOptions,
): { topics: IdentifiedTopic[]; retired: readonly number[] } {
  const { continues, retired } = matchTopics(topics, assignment, previous, anisotropy, forced);
  const givenNames = new Map(previous.constraints?.names?.map(({ topic, name }) => [topic, name]));
  const keptNames = topics.map((topic, at) => {
    const old = previous.topics[continues[at] as number];
    const given = old === undefined ? undefined : givenNames.get(old.id);
    return given ?? (old !== undefined && stillFits(old.name, topic) ? old.name : undefined);
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

/** A name fits while one of its content words still is in the topic's name or phrases. */
function stillFits(name: string, topic: NamedTexts): boolean {
  const words = new Set([topic.name, ...topic.phrases].flatMap((phrase) => contentWords(phrase)));
  const own = contentWords(name);
  return own.length === 0 ? name === topic.name : own.some((word) => words.has(word));
}

function contentWords(phrase: string): string[] {
  return phraseSignature(phrase.replaceAll(",", ""))
    .split(" ")
    .filter((word) => word !== "");
}
