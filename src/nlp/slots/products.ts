// Products of a catalogue, spelt right or nearly: names are indexed under what is left of their first letters when up to two
// are taken out (symmetric deletion), so that a misspelt window of the text meets its name without comparing all.
import { editDistance } from "./edit-distance.ts";
import type { CatalogueItem, Slot, SlotFinder } from "./slot.ts";

type Name = { readonly id: string; readonly plain: string; readonly words: number };
type Index = { readonly names: ReadonlyMap<string, readonly Name[]>; readonly mostWords: number };

/** Letters of a name that are indexed; the rest is compared only when these meet. */
const PREFIX = 7;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const indexes = new WeakMap<readonly CatalogueItem[], Index>();

export const findProducts: SlotFinder = (text, { catalogue }) => {
  if (catalogue === undefined || catalogue.length === 0) return [];
  let index = indexes.get(catalogue);
  if (index === undefined) {
    index = buildIndex(catalogue);
    indexes.set(catalogue, index);
  }
  const words = [...text.matchAll(WORD)];
  const found: Slot[] = [];
  for (let first = 0; first < words.length; first += 1) {
    let plain = "";
    for (let last = first; last < Math.min(words.length, first + index.mostWords + 1); last += 1) {
      plain += simplify(words[last]?.[0] ?? "");
      const hit = lookUp(index, plain);
      if (hit === undefined) continue;
      const start = words[first]?.index ?? 0;
      const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
      const score = 1 - (0.5 * hit.distance) / Math.max(2, edits(hit.name.plain.length) + 1);
      found.push({ start, end, type: "PRODUCT", text: text.slice(start, end), value: hit.name.id, score });
    }
  }
  return withoutOverlaps(found);
};

/** Of names that share words the surer, then the longer. */
function withoutOverlaps(found: readonly Slot[]): Slot[] {
  const kept: Slot[] = [];
  for (const slot of found.toSorted((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start))) {
    if (kept.every(({ start, end }) => slot.end <= start || slot.start >= end)) kept.push(slot);
  }
  return kept;
}

/** Edits allowed: none in a name of up to 3 letters, one up to 7, two beyond. */
function edits(length: number): number {
  return length <= 3 ? 0 : length <= 7 ? 1 : 2;
}

function buildIndex(catalogue: readonly CatalogueItem[]): Index {
  const names = new Map<string, Name[]>();
  let mostWords = 1;
  for (const { id, name, aliases = [] } of catalogue) {
    for (const one of [name, ...aliases]) {
      const words = one.match(WORD) ?? [];
      const plain = words.map(simplify).join("");
      if (plain === "") continue;
      mostWords = Math.max(mostWords, words.length);
      for (const key of deletions(plain)) {
        const known = names.get(key);
        const entry = { id, plain, words: words.length };
        if (known === undefined) names.set(key, [entry]);
        else known.push(entry);
      }
    }
  }
  return { names, mostWords };
}

/** The nearest name within the edits that it allows; of equally near ones that which comes first in the catalogue. */
function lookUp(index: Index, plain: string): { readonly name: Name; readonly distance: number } | undefined {
  let best: { name: Name; distance: number } | undefined;
  const seen = new Set<Name>();
  for (const key of deletions(plain)) {
    for (const name of index.names.get(key) ?? []) {
      if (seen.has(name)) continue;
      seen.add(name);
      const most = edits(name.plain.length);
      const distance = editDistance(plain, name.plain, most);
      if (distance <= most && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
        best = { name, distance };
    }
  }
  // A changed digit is another product: "model 12" is not "model 13".
  return best && digits(best.name.plain) === digits(plain) ? best : undefined;
}

function deletions(plain: string): Set<string> {
  const prefix = plain.slice(0, PREFIX);
  const keys = new Set([prefix]);
  let last = [prefix];
  for (let round = 0; round < edits(plain.length); round += 1) {
    last = last.flatMap((key) =>
      Array.from({ length: key.length }, (_, at) => key.slice(0, at) + key.slice(at + 1)),
    );
    for (const key of last) keys.add(key);
  }
  return keys;
}

function simplify(word: string): string {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function digits(text: string): string {
  return text.replace(/\P{N}/gu, "");
}
