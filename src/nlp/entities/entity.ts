// The port of everything that finds values in a text: personal data and slots alike.
import type { TextSpan } from "../../core/domain.ts";

export type Entity = TextSpan & {
  /** Such as `EMAIL`, `DATE` or `AMOUNT`. */
  readonly type: string;
  /** The value in one form where there is one, else the words themselves. */
  readonly value: unknown;
  /** 0 to 1. */
  readonly score: number;
};

export type EntityContext = {
  /** When the text was said: "tomorrow" counts from here. */
  readonly time?: Date;
};

/** Finds in any order; offsets are UTF-16 code units of the text. */
export type EntityFinder = (text: string, context: EntityContext) => readonly Entity[];

/** What all finders say, in the order of the text; of two that are the same stretch and type, the first finder's. */
export function findEntities(
  finders: readonly EntityFinder[],
  text: string,
  context: EntityContext = {},
): Entity[] {
  const found = new Map<string, Entity>();
  for (const find of finders) {
    for (const entity of find(text, context)) {
      const key = `${entity.start} ${entity.end} ${entity.type}`;
      if (!found.has(key)) found.set(key, entity);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}
