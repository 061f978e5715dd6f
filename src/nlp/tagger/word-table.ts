// A word's part in the network, computed once and kept: all that the hidden layer gets from it at each place of the window.
import { fold } from "./char-kinds.ts";
import { MOST_WORDS, type Network } from "./network.ts";
import type { TaggerModel } from "./tagger-model.ts";
import { featuresOf, hashWord, numberKey } from "./word-features.ts";

/** The eighth bit of a word's flags: it is never part of an entity, as far as training saw. */
const SAFE = 128;
/** As many words as the network holds. When they are full all are forgotten: cheaper than keeping count of what was used last. */
export class WordTable {
  readonly #model: TaggerModel;
  readonly #rows = new Map<string, number>();
  /** By row: whether the word is safe in lower case. */
  readonly isSafe = new Uint8Array(MOST_WORDS);
  readonly #isComputed = new Uint8Array(MOST_WORDS);
  readonly #words: { readonly word: string; readonly isGlued: boolean; readonly flags: number }[] = [];
  readonly #network: Network;

  constructor(model: TaggerModel, network: Network) {
    this.#model = model;
    this.#network = network;
  }

  /** Whether `count` more words fit. If not, `forget` before a text is begun: rows must not change within one. */
  hasRoom(count: number): boolean {
    return this.#rows.size + count <= MOST_WORDS;
  }

  forget(): void {
    this.#rows.clear();
    this.#words.length = 0;
    this.#isComputed.fill(0);
  }

  row(word: string, isGlued: boolean): number {
    const first = word.charCodeAt(0);
    const name = first >= 48 && first <= 57 ? numberKey(word) : word;
    const key = isGlued ? `\u0001${name}` : name;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = this.#rows.size;
    const flags = this.#lookUp(hashWord(fold(word)));
    this.#rows.set(key, row);
    this.#words.push({ word, isGlued, flags });
    this.isSafe[row] = flags & SAFE;
    return row;
  }

  /** Makes sure that the network has the row's parts. */
  compute(row: number): void {
    if (this.#isComputed[row] === 1) return;
    this.#isComputed[row] = 1;
    const entry = this.#words[row];
    if (entry === undefined) return;
    const { buckets, width, rows, scales } = this.#model;
    const vector = this.#network.vector.fill(0);
    const features = featuresOf(entry.word, entry.isGlued, this.#flagLetters(entry.flags), buckets);
    const share = 1 / Math.sqrt(features.length);
    for (const bucket of features) {
      const scale = (scales[bucket] ?? 0) * share;
      for (let index = 0; index < width; index += 1)
        vector[index] = (vector[index] ?? 0) + scale * (rows[bucket * width + index] ?? 0);
    }
    this.#network.spread(row);
  }

  #lookUp(hash: number): number {
    const { tableHashes, tableFlags } = this.#model;
    const mask = tableHashes.length - 1;
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const found = tableHashes[place];
      if (found === hash) return tableFlags[place] ?? 0;
      if (found === 0 || found === undefined) return 0;
    }
  }

  #flagLetters(flags: number): string {
    let letters = "";
    for (let bit = 0; bit < this.#model.flags.length; bit += 1)
      if ((flags & (1 << bit)) !== 0) letters += this.#model.flags.charAt(bit);
    return letters;
  }
}
