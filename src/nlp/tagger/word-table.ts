// A word's part in the network, computed once and kept: all that the hidden layer gets from it at each place of the window.
import { fold } from "./char-kinds.ts";
import type { TaggerModel } from "./tagger-model.ts";
import { featuresOf, hashWord, numberKey } from "./word-features.ts";

/** The eighth bit of a word's flags: it is never part of an entity, as far as training saw. */
const SAFE = 128;
/** 1.8 kB each, 11 MB in all. When they are full all are forgotten: cheaper than keeping count of what was used last. */
const MOST_WORDS = 6000;
/** The row of what lies outside of the text: its parts are nought. */
export const NO_WORD = MOST_WORDS;

export class WordTable {
  readonly #model: TaggerModel;
  readonly #rows = new Map<string, number>();
  /** By row: whether the word is safe in lower case. */
  readonly isSafe = new Uint8Array(MOST_WORDS);
  readonly #isComputed = new Uint8Array(MOST_WORDS);
  readonly #words: { readonly word: string; readonly isGlued: boolean; readonly flags: number }[] = [];
  /** By row, place in the window, hidden. Read only after `compute`. */
  readonly parts: Float32Array;
  readonly stride: number;
  readonly #vector: Float32Array;

  constructor(model: TaggerModel) {
    this.#model = model;
    this.stride = (2 * model.reach + 1) * model.hidden;
    this.parts = new Float32Array((MOST_WORDS + 1) * this.stride);
    this.#vector = new Float32Array(model.width);
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

  /** Makes sure that the row's `parts` are there. */
  compute(row: number): void {
    if (this.#isComputed[row] === 1) return;
    this.#isComputed[row] = 1;
    const entry = this.#words[row];
    if (entry === undefined) return;
    const { buckets, width, rows, scales } = this.#model;
    const vector = this.#vector.fill(0);
    const features = featuresOf(entry.word, entry.isGlued, this.#flagLetters(entry.flags), buckets);
    const share = 1 / Math.sqrt(features.length);
    for (const bucket of features) {
      const scale = (scales[bucket] ?? 0) * share;
      for (let index = 0; index < width; index += 1)
        vector[index] = (vector[index] ?? 0) + scale * (rows[bucket * width + index] ?? 0);
    }
    this.#spread(vector, row * this.stride);
  }

  /** The vector times the weights of each place, four units at a time so that the sums stay in registers. */
  #spread(vector: Float32Array, base: number): void {
    const { width, hidden, window } = this.#model;
    const { parts, stride } = this;
    for (let unit = 0; unit < stride; unit += 4) {
      const place = Math.floor(unit / hidden);
      let from = place * width * hidden + (unit - place * hidden);
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let index = 0; index < width; index += 1) {
        const value = vector[index] ?? 0;
        a += value * (window[from] ?? 0);
        b += value * (window[from + 1] ?? 0);
        c += value * (window[from + 2] ?? 0);
        d += value * (window[from + 3] ?? 0);
        from += hidden;
      }
      parts[base + unit] = a;
      parts[base + unit + 1] = b;
      parts[base + unit + 2] = c;
      parts[base + unit + 3] = d;
    }
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
