// Names topics by the phrase that tells them apart: how much more of the topic's texts use it than of all others, times
// how many do (a log-odds form of class-based TF-IDF). Longer phrases win over their own parts, and no two are alike.
import { candidatePhrases, phraseSignature, wordRuns } from "./phrases.ts";

export type TopicWords = { readonly name: string; readonly phrases: readonly string[] };

/** Texts a topic is named from at most; an even sample beyond. Names are stable long before. */
const TEXTS_PER_TOPIC = 1500;
const PHRASES_SHOWN = 8;
const CANDIDATES = 40;
/** Words of a text that stand in for a phrase. */
const TEXT_WORDS = 6;
/** A phrase of several words is the name when it scores at least this share of the best single word. */
const MULTIWORD_SHARE = 0.5;
/** A single word is name enough when this share of the texts has it. */
const ENOUGH_ALONE = 0.35;
/** How much a phrase of 1, 2, 3, 4 words counts: two or three say an action and its object. */
const LENGTH_FACTOR = [0, 0.62, 1.15, 1.25, 1.1] as const;

type Scored = { readonly phrase: string; readonly count: number; readonly score: number };

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
  const counts = sampled.map((rows) => countPhrases(texts, rows));
  const everywhere = new Map<string, number>();
  let total = 0;
  counts.forEach((phrases, topic) => {
    total += sampled[topic]?.length ?? 0;
    for (const [phrase, count] of phrases) everywhere.set(phrase, (everywhere.get(phrase) ?? 0) + count);
  });
  const taken = new Set<string>();
  return counts.map((phrases, topic) => {
    const size = sampled[topic]?.length ?? 0;
    const ranked = dropParts(rankPhrases(phrases, size, everywhere, total), phrases);
    const name = chooseName(ranked, taken, size) ?? wordsOfText(texts, sampled[topic] ?? [], taken, topic);
    taken.add(phraseSignature(name.replace(",", "")));
    taken.add(name);
    return { name, phrases: distinctPhrases(ranked).slice(0, PHRASES_SHOWN) };
  });
}

function countPhrases(texts: readonly string[], rows: readonly number[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const phrase of candidatePhrases(texts[row] as string)) {
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
  }
  return counts;
}

function rankPhrases(
  counts: ReadonlyMap<string, number>,
  size: number,
  everywhere: ReadonlyMap<string, number>,
  total: number,
): Scored[] {
  const others = Math.max(1, total - size);
  const fewest = size >= 8 ? 2 : 1;
  const scored: Scored[] = [];
  for (const [phrase, count] of counts) {
    if (count < fewest) continue;
    const inside = count / size;
    const outside = ((everywhere.get(phrase) ?? 0) - count + 0.5) / (others + 1);
    const odds = Math.log(inside / outside);
    if (odds <= 0) continue;
    const words = phrase.split(" ").length;
    const score = inside * odds * (LENGTH_FACTOR[words] ?? 1);
    scored.push({ phrase, count, score });
  }
  scored.sort((a, b) => b.score - a.score || b.count - a.count || (a.phrase < b.phrase ? -1 : 1));
  return scored.slice(0, CANDIDATES);
}

/** Drops a phrase that mostly occurs inside a longer one of the list: half of an expression is no name. */
function dropParts(ranked: readonly Scored[], counts: ReadonlyMap<string, number>): Scored[] {
  return ranked.filter(
    ({ phrase }) =>
      !ranked.some(
        (longer) =>
          longer.phrase !== phrase &&
          ` ${longer.phrase} `.includes(` ${phrase} `) &&
          longer.count >= 0.6 * (counts.get(phrase) ?? 0),
      ),
  );
}

/** A phrase of several words unless a single one says much more; two words side by side where neither says enough. */
function chooseName(ranked: readonly Scored[], taken: ReadonlySet<string>, size: number): string | undefined {
  const free = ranked.filter(({ phrase }) => !taken.has(phraseSignature(phrase)));
  const best = free[0];
  if (best === undefined) return joinTwo(ranked, taken);
  const longer = free.find(({ phrase }) => phrase.includes(" "));
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
