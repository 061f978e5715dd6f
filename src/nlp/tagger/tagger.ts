// Finds people, places, companies, products, addresses, peoples and ages in a text: a window network under a linear chain, read
// only where something may stand. Everyday words in lower case, far from anything else, are passed over without a look.

import { Chain } from "./chain.ts";
import { DIGIT, LETTER, LINE, SIGN } from "./char-kinds.ts";
import { Network } from "./network.ts";
import { ENTITY_TYPES, type EntityType, type TaggedEntity } from "./tagged-entity.ts";
import { shippedTaggerModel, type TaggerModel } from "./tagger-model.ts";
import { TokenColumns, tokenise } from "./tokenise.ts";
import { WordTable } from "./word-table.ts";

export type Tagger = {
  readonly version: string;
  /**
   * Entities in order, without overlaps, in UTF-16 code units. Time and memory are linear in the text's length.
   * `isThorough` (default false): small numbers by themselves are read too, for ages; a name or an address needs it not.
   */
  find(text: string, isThorough?: boolean): TaggedEntity[];
};

/** Tokens that are read at once. A longer text is read in parts that end at a line break where there is one. */
const PART = 1024;
/** Tokens read on either side of one that may be part of an entity. */
const MARGIN = 1;
/** Two such tokens with at most so many others between them are read together. */
const BRIDGE = 3;
/** So many digits in a row, signs between them or not, may be a postcode or a telephone number by themselves. */
const FEWEST_DIGITS = 5;
/** Numbers and signs beside a stretch belong to it, up to so many. */
const MOST_NUMBERS = 6;

/** Makes a tagger of a model, by default of the one that ships. It keeps buffers: use one a thread. Throws MODEL_MISSING. */
export function createTagger(model: TaggerModel = shippedTaggerModel()): Tagger {
  const { tags, reach } = model;
  const network = new Network(model);
  const words = new WordTable(model, network);
  const tokens = new TokenColumns();
  const chain = new Chain(model);
  const types = tags.map((tag) => ENTITY_TYPES.find((type) => tag.endsWith(type)));
  const begins = Uint8Array.from(tags, (tag) => (tag.startsWith("B-") ? 1 : 0));
  const window = new Int32Array(2 * reach + 1);
  const rows = new Int32Array(PART);
  const isLive = new Uint8Array(PART);

  function find(text: string, isThorough = false): TaggedEntity[] {
    tokenise(text, tokens);
    const found: TaggedEntity[] = [];
    for (let from = 0; from < tokens.count; ) {
      const to = endOfPart(from);
      if (markLive(text, from, to, isThorough)) readStretches(from, to, found);
      from = to;
    }
    return found;
  }

  function endOfPart(from: number): number {
    if (tokens.count - from <= PART) return tokens.count;
    for (let to = from + PART; to > from + PART / 2; to -= 1) if (tokens.kind[to - 1] === LINE) return to;
    return from + PART;
  }

  /** Looks every token up and marks those that may be part of an entity. Tells whether there are any. */
  function markLive(text: string, from: number, to: number, isThorough: boolean): boolean {
    if (!words.hasRoom(to - from)) words.forget();
    let hasLive = false;
    let digits = 0;
    let digitsFrom = 0;
    for (let token = from; token < to; token += 1) {
      const index = token - from;
      const kind = tokens.kind[token];
      const start = tokens.start[token] ?? 0;
      const end = tokens.end[token] ?? 0;
      const word = text.slice(start, end);
      rows[index] = words.row(word, tokens.glued[token] === 1);
      isLive[index] = 0;
      if (kind === DIGIT) {
        if (digits === 0) digitsFrom = index;
        digits += end - start;
        if (digits >= FEWEST_DIGITS || isThorough) {
          for (let digit = digitsFrom; digit <= index; digit += 1) isLive[digit] = 1;
          hasLive = true;
        }
      } else if (kind !== SIGN) digits = 0;
      if (kind === LETTER && mayBeEntity(text, word, token, index, from)) {
        isLive[index] = 1;
        hasLive = true;
      }
    }
    return hasLive;
  }

  function mayBeEntity(text: string, word: string, token: number, index: number, from: number): boolean {
    if (words.isSafe[rows[index] ?? 0] === 0) return true;
    const first = word.charCodeAt(0);
    const isLower = first >= 97 && first <= 122;
    return !isLower && word.length > 1 && token > from && !endsSentence(text, token - 1);
  }

  function endsSentence(text: string, token: number): boolean {
    const kind = tokens.kind[token];
    if (kind === LINE) return true;
    const code = text.charCodeAt(tokens.start[token] ?? 0);
    return code === 0x2e || code === 0x21 || code === 0x3f;
  }

  /** Reads the live tokens of a part, stretch by stretch. */
  function readStretches(from: number, to: number, found: TaggedEntity[]): void {
    const size = to - from;
    let read = 0;
    for (let index = 0; index < size; index += 1) {
      if (isLive[index] === 0) continue;
      let last = index;
      let end = endOfStretch(from, last, size);
      for (let next = index + 1; next < size && (next < end || next - last <= BRIDGE + 1); next += 1) {
        if (isLive[next] === 0) continue;
        last = next;
        end = endOfStretch(from, last, size);
      }
      const start = Math.max(read, reachOver(from, index, -1, size) - MARGIN);
      emit(start, end, size);
      chain.decode(end - start, start === 0, end === size);
      collect(start, end, from, found);
      index = last;
      read = end;
    }
  }

  function endOfStretch(from: number, last: number, size: number): number {
    return Math.min(size, reachOver(from, last, 1, size) + 1 + MARGIN);
  }

  /** The last of the numbers and signs that follow on `index` in a direction, or `index`. */
  function reachOver(from: number, index: number, direction: 1 | -1, size: number): number {
    let last = index;
    for (let count = 1; count <= MOST_NUMBERS; count += 1) {
      const next = index + direction * count;
      if (next < 0 || next >= size) break;
      const kind = tokens.kind[from + next];
      if (kind === DIGIT) last = next;
      else if (kind !== SIGN) break;
    }
    return last;
  }

  /** What the network says of the tokens from `start` to `end` of the part. */
  function emit(start: number, end: number, size: number): void {
    chain.reserve(end - start);
    for (let index = Math.max(0, start - reach); index < Math.min(size, end + reach); index += 1)
      words.compute(rows[index] ?? 0);
    for (let index = start; index < end; index += 1) {
      for (let place = 0; place < window.length; place += 1) {
        const other = index + place - reach;
        window[place] = other < 0 || other >= size ? Network.NO_WORD : (rows[other] ?? Network.NO_WORD);
      }
      network.read(window, chain.emissions, (index - start) * tags.length);
    }
  }

  /** Turns the tags of a stretch into entities. */
  function collect(start: number, end: number, from: number, found: TaggedEntity[]): void {
    for (let index = 0; index < end - start; index += 1) {
      const type = types[chain.best[index] ?? 0];
      if (type === undefined) continue;
      let last = index;
      while (last + 1 < end - start && continues(last + 1, type)) last += 1;
      found.push({
        start: tokens.start[from + start + index] ?? 0,
        end: tokens.end[from + start + last] ?? 0,
        type,
        score: scoreOf(index, last),
      });
      index = last;
    }
  }

  function continues(index: number, type: EntityType): boolean {
    const tag = chain.best[index] ?? 0;
    return types[tag] === type && begins[tag] === 0;
  }

  /** How much likelier the tags from `first` to `last` are than O for each of them, the others staying what they are. */
  function scoreOf(first: number, last: number): number {
    let odds = 0;
    for (let index = first; index <= last; index += 1) {
      const tag = chain.best[index] ?? 0;
      odds += chain.emission(index, tag) - chain.emission(index, 0);
      const before = index === 0 ? 0 : (chain.best[index - 1] ?? 0);
      odds += chain.move(before, tag) - chain.move(index === first ? before : 0, 0);
    }
    return Math.round(1000 / (1 + Math.exp(-Math.max(-20, odds)))) / 1000;
  }

  return { version: model.version, find };
}
