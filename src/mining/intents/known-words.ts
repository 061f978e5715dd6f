// Which words the examples use, and how much of a text is made of others. A word counts the more, the rarer it is.
import { textTerms } from "./lexical-features.ts";

export type KnownWords = {
  /** Number of examples. */
  readonly texts: number;
  /** In how many examples each word is. */
  readonly counts: ReadonlyMap<string, number>;
};

export type WordOwners = KnownWords & {
  /** The only intent that uses a word, or −1 where several do. */
  readonly owners: ReadonlyMap<string, number>;
};

const SEVERAL = -1;

/** Words of `texts`, each of the intent with the same place in `labels`. */
export function learnWords(texts: readonly string[], labels: ArrayLike<number>): WordOwners {
  const owners = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [row, text] of texts.entries()) {
    const label = labels[row] as number;
    for (const word of distinctWords(text)) {
      const owner = owners.get(word);
      owners.set(word, owner === undefined || owner === label ? label : SEVERAL);
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return { texts: texts.length, counts, owners };
}

/** Share from 0 to 1 of a text's words, by weight, that no example uses; `isKnown` may narrow what counts as used. */
export function measureNovelty(
  text: string,
  { texts, counts }: KnownWords,
  isKnown: (word: string) => boolean = (word) => counts.has(word),
): number {
  let [unknown, total] = [0, 0];
  for (const word of distinctWords(text)) {
    const weight = Math.log((2 + texts) / (1 + (counts.get(word) ?? 0)));
    total += weight;
    if (!isKnown(word)) unknown += weight;
  }
  return total > 0 ? unknown / total : 0;
}

function distinctWords(text: string): Set<string> {
  return new Set(textTerms(text).filter((term) => !term.includes(" ")));
}
