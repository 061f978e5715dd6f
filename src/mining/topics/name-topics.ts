// Names topics by the phrase that tells them apart: how much more of the topic's texts use it than of all others, times
// how many do (a log-odds form of class-based TF-IDF). Actions with their object come first, longer phrases win over their own
// parts, half phrases are none, and no two are alike.
import { type Candidate, countCandidates } from "./name-candidates.ts";
import { phraseSignature, wordRuns } from "./phrases.ts";

export type TopicWords = { readonly name: string; readonly phrases: readonly string[] };

/** Texts a topic is named from at most; an even sample beyond. Names are stable long before. */
const TEXTS_PER_TOPIC = 1500;
const PHRASES_SHOWN = 8;
const CANDIDATES = 40;
/** Words of a text that stand in for a phrase. */
const TEXT_WORDS = 6;
/** A phrase of several words is the name when this share of the texts has it and it scores this share of the best one. */
const FAIR_SHARE = 0.08;
const MULTIWORD_SHARE = 0.3;
/** A single word is name enough when this share of the texts has it. */
const ENOUGH_ALONE = 0.35;
/** A word that this share of the texts has should be in the name: phrases with it count so much more. */
const MAIN_SHARE = 0.3;
const MAIN_FACTOR = 3;
/** A phrase is a part of a longer one when so many of its texts have that one. */
const PART_SHARE = 0.6;
/** Rare phrases count for a little more than their share. */
const SHARE_POWER = 0.85;
/** What an action with its object counts more than other phrases. */
const ACTION_FACTOR = 1.5;
/** How much a phrase of 1, 2, 3, 4 words counts: two or three say an action and its object. */
const LENGTH_FACTOR = [0, 0.62, 1.15, 1.25, 1.1] as const;

type Scored = Candidate & { readonly score: number };

/**
 * A name and the distinguishing phrases of each topic. `members` are the rows of `texts` in each topic, the most
 * important topic first: it has the first choice of names.
 */
export function nameTopics(texts: readonly string[], members: readonly (readonly number[])[]): TopicWords[] {
  const sampled = members.map((rows) => {
    const step = Math.max(1, rows.length / TEXTS_PER_TOPIC);
    return Array.from(
      { length: Math.floor(rows.length / step) },
      (_, at) => rows[Math.floor(at * step)] as number,
    );
  });
  const counts = sampled.map((rows) => countCandidates(texts, rows));
  const everywhere = new Map<string, number>();
  let total = 0;
  counts.forEach((phrases, topic) => {
    total += sampled[topic]?.length ?? 0;
    for (const { key, count } of phrases.values()) everywhere.set(key, (everywhere.get(key) ?? 0) + count);
  });
  const taken = new Set<string>();
  return counts.map((phrases, topic) => {
    const size = sampled[topic]?.length ?? 0;
    const ranked = dropParts(rankPhrases(phrases, size, everywhere, total));
    const name = chooseName(ranked, taken, size) ?? wordsOfText(texts, sampled[topic] ?? [], taken, topic);
    taken.add(phraseSignature(name.replace(",", "")));
    taken.add(name);
    return { name, phrases: distinctPhrases(ranked).slice(0, PHRASES_SHOWN) };
  });
}

function rankPhrases(
  counts: ReadonlyMap<string, Candidate>,
  size: number,
  everywhere: ReadonlyMap<string, number>,
  total: number,
): Scored[] {
  const others = Math.max(1, total - size);
  const fewest = size >= 8 ? 2 : 1;
  const scored: Scored[] = [];
  for (const candidate of counts.values()) {
    const { key, count, isAction, isCut } = candidate;
    if (count < fewest || isCut) continue;
    const inside = count / size;
    const outside = ((everywhere.get(key) ?? 0) - count + 0.5) / (others + 1);
    const odds = Math.log(inside / outside);
    if (odds <= 0) continue;
    const words = key.split(" ").length;
    const score = inside ** SHARE_POWER * odds * (LENGTH_FACTOR[words] ?? 1) * (isAction ? ACTION_FACTOR : 1);
    scored.push({ ...candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || b.count - a.count || (a.phrase < b.phrase ? -1 : 1));
  return scored.slice(0, CANDIDATES);
}

/** Drops a phrase that mostly occurs inside a longer one of the list: half of an expression is no name. */
function dropParts(ranked: readonly Scored[]): Scored[] {
  return ranked.filter(
    ({ key, count }) =>
      !ranked.some(
        (longer) => longer.key !== key && longer.count >= PART_SHARE * count && isWithin(key, longer.key),
      ),
  );
}

/** Whether all words of a phrase stand in another one in their order. */
function isWithin(part: string, whole: string): boolean {
  const words = part.split(" ");
  let next = 0;
  for (const word of whole.split(" ")) if (word === words[next]) next += 1;
  return next === words.length;
}

/** A phrase of several words unless a single one says much more; two words side by side where neither says enough. */
function chooseName(ranked: readonly Scored[], taken: ReadonlySet<string>, size: number): string | undefined {
  const free = ranked.filter(({ phrase }) => !taken.has(phraseSignature(phrase)));
  const best = free[0];
  if (best === undefined) return joinTwo(ranked, taken);
  const main = ranked.find(({ key, count }) => !key.includes(" ") && count >= MAIN_SHARE * size);
  const worth = ({ key, score }: Scored) =>
    main !== undefined && isWithin(main.key, key) ? MAIN_FACTOR * score : score;
  const longer = free
    .filter(({ phrase, count }) => phrase.includes(" ") && count >= FAIR_SHARE * size)
    .sort((a, b) => worth(b) - worth(a))[0];
  if (longer !== undefined && longer.score >= MULTIWORD_SHARE * best.score) return longer.phrase;
  return best.count >= ENOUGH_ALONE * size ? best.phrase : (joinTwo(free, taken) ?? best.phrase);
}

/** Where no phrase tells the topic apart: the opening words of its shortest text that says something. */
function wordsOfText(
  texts: readonly string[],
  rows: readonly number[],
  taken: ReadonlySet<string>,
  topic: number,
): string {
  const openings = rows
    .map((row) =>
      wordRuns(texts[row] as string)
        .flat()
        .slice(0, TEXT_WORDS),
    )
    .filter((words) => words.length >= 2)
    .sort((a, b) => a.length - b.length)
    .map((words) => words.join(" "));
  const free = openings.find((words) => !taken.has(words) && !taken.has(phraseSignature(words)));
  return free ?? `${openings[0] ?? "texts"} (${topic + 1})`;
}

function joinTwo(ranked: readonly Scored[], taken: ReadonlySet<string>): string | undefined {
  for (const first of ranked.slice(0, 8)) {
    for (const second of ranked.slice(0, 8)) {
      const stems = phraseSignature(first.phrase).split(" ");
      if (
        phraseSignature(second.phrase)
          .split(" ")
          .some((word) => stems.includes(word))
      )
        continue;
      const joined = `${first.phrase}, ${second.phrase}`;
      if (!taken.has(phraseSignature(joined.replace(",", "")))) return joined;
    }
  }
  return undefined;
}

function distinctPhrases(ranked: readonly Scored[]): string[] {
  const seen = new Set<string>();
  return ranked.flatMap(({ phrase }) => {
    const signature = phraseSignature(phrase);
    if (seen.has(signature)) return [];
    seen.add(signature);
    return [phrase];
  });
}
