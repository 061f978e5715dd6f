import type { TaggedEntity } from "../../nlp/tagger/tagged-entity.ts";

/** Takes the company's own names out of what the tagger took for people, keeping what is left of a longer name. */
export type LeaveOutOwnNames = (text: string, entities: readonly TaggedEntity[]) => readonly TaggedEntity[];

/** `names` may be of several words; case does not count. Only people are looked at: a street may bear a brand's name. */
export function createLeaveOutOwnNames(names: readonly string[]): LeaveOutOwnNames {
  const own = new Set(names.flatMap((name) => wordsOf(name).map(({ word }) => word)));
  if (own.size === 0) return (_, entities) => entities;
  return (text, entities) =>
    entities.flatMap((entity) => {
      if (entity.type !== "PERSON") return entity;
      const words = wordsOf(text.slice(entity.start, entity.end));
      const first = words.find(({ word }) => !own.has(word));
      const last = words.findLast(({ word }) => !own.has(word));
      if (first === undefined || last === undefined) return [];
      return { ...entity, start: entity.start + first.start, end: entity.start + last.end };
    });
}

function wordsOf(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
