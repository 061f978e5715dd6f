// Reads a typed sentence as filters: "email last week negative refund" is a channel, a time, a sentiment and words to search
// for. What is not understood stays as words. Pure: what the workspace has is an argument.
import type { Filter, FilterValue } from "../../../../src/query/filter.ts";
import { readTime, type Today } from "./read-time.ts";

/** A value of a field by one of the names that people have for it. */
export type Term = { readonly words: readonly string[]; readonly field: string; readonly value: FilterValue };
/** An audience has no field: its filter is itself. */
export type Vocabulary = {
  readonly terms: readonly Term[];
  readonly audiences: readonly { readonly words: readonly string[]; readonly id: string }[];
};

export type Reading = {
  readonly filters: readonly Filter[];
  readonly time: string | undefined;
  /** What is left to search for, as it was typed. */
  readonly text: string;
};

const NEGATIONS = new Set(["not", "no", "without", "except", "excluding"]);
const JOINTS = new Set(
  "a about and are by conversation conversations during for from in is of on or that the through via was were where with".split(
    " ",
  ),
);

type Token = { readonly raw: string; readonly word: string; readonly isQuoted: boolean };

/** Words in lower case without the marks around them, as `Term.words` has them. */
export function toWords(text: string): readonly string[] {
  return tokens(text).map(({ word }) => word);
}

function tokens(text: string): readonly Token[] {
  return [...text.matchAll(/[“"]([^“”"]+)[”"]|[^\s:,]+/g)].map(([raw, quoted]) => ({
    raw: quoted ?? raw,
    word: raw.toLowerCase().replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ""),
    isQuoted: quoted !== undefined,
  }));
}

type Match = { readonly used: number; readonly filter?: Filter; readonly time?: string };

export function readSentence(sentence: string, vocabulary: Vocabulary, now: Today): Reading {
  const all = tokens(sentence);
  const filters: Filter[] = [];
  const kept: Token[] = [];
  let time: string | undefined;
  for (let place = 0; place < all.length; ) {
    const rest = all.slice(place);
    const match = matchAt(rest, vocabulary, now);
    if (match === undefined) {
      kept.push(...rest.slice(0, 1));
      place += 1;
      continue;
    }
    const isNegated = dropJoints(kept) && match.time === undefined;
    if (match.time !== undefined) time = match.time;
    if (match.filter) filters.push(isNegated ? { op: "not", filter: match.filter } : match.filter);
    place += match.used;
  }
  if (filters.length > 0 || time !== undefined) dropEdges(kept);
  return { filters: mergeFilters(filters), time, text: kept.map(({ raw }) => raw).join(" ") };
}

/** The longest thing that the words begin with; a time before a value of the same length. */
function matchAt(rest: readonly Token[], vocabulary: Vocabulary, now: Today): Match | undefined {
  const quotedAt = rest.findIndex(({ isQuoted }) => isQuoted);
  const words = (quotedAt < 0 ? rest : rest.slice(0, quotedAt)).map(({ word }) => word);
  const read = readTime(words, now);
  let best: Match | undefined = read && { used: read.used, time: read.time };
  const take = (candidate: readonly string[], filter: Filter) => {
    if (candidate.length <= (best?.used ?? 0) || candidate.length > words.length) return;
    if (candidate.every((word, index) => word === words[index])) best = { used: candidate.length, filter };
  };
  for (const { words: candidate, field, value } of vocabulary.terms)
    take(candidate, { op: "in", field, values: [value] });
  for (const { words: candidate, id } of vocabulary.audiences) take(candidate, { op: "audience", id });
  return best;
}

/** Takes away the small words that led to a filter; true when one of them was a negation. */
function dropJoints(kept: Token[]): boolean {
  let isNegated = false;
  for (let last = kept.at(-1); last && !last.isQuoted; last = kept.at(-1)) {
    if (NEGATIONS.has(last.word)) isNegated = true;
    else if (!JOINTS.has(last.word)) break;
    kept.pop();
  }
  return isNegated;
}

/** Small words at either end of what is left joined it to the filters. */
function dropEdges(kept: Token[]): void {
  dropJointsOnly(kept);
  while (kept[0] && !kept[0].isQuoted && JOINTS.has(kept[0].word)) kept.shift();
}

function dropJointsOnly(kept: Token[]): void {
  for (let last = kept.at(-1); last && !last.isQuoted && JOINTS.has(last.word); last = kept.at(-1))
    kept.pop();
}

/** Values of one field are one condition: email or web. */
function mergeFilters(filters: readonly Filter[]): readonly Filter[] {
  const merged: Filter[] = [];
  for (const filter of filters) {
    const place = merged.findIndex(
      (other) => other.op === "in" && filter.op === "in" && other.field === filter.field,
    );
    const other = merged[place];
    if (other?.op === "in" && filter.op === "in")
      merged[place] = { ...other, values: [...new Set([...other.values, ...filter.values])] };
    else merged.push(filter);
  }
  return merged;
}
