// What a text says is done to what: "speak to agent", "cancel order", "did not receive refund", "order did not arrive". The words
// between an action and its object fall out, but for particles, one preposition and a negation.
import { wordRuns } from "./phrases.ts";
import { isLightWord, isStopWord } from "./stop-words.ts";
import { isActionAt, isAuxiliary, isNegation, isParticleOf } from "./verbs.ts";
import { wordList } from "./word-list.ts";

/** May stand between an action and its object, and stay there: "speak to agent". */
const PREPOSITIONS = new Set(wordList("to with for from in on at about of into by"));
/** Behind a preposition these are the whole object, and say nothing: "gets back to me". */
const PRONOUNS = new Set(wordList("me us you it him her them this that"));
/** Words that are passed over on the way to the object. */
const LONGEST_GAP = 4;
const LONGEST_OBJECT = 3;
/** May stand between a negation and its action besides light words. */
const BETWEEN = new Set(wordList("to able yet ever"));
/** Words between a negation and its action: "not been able to …". */
const NEGATION_REACH = 3;

/** How a negation reads, by the words that say it. */
const NEGATION_FORMS: Readonly<Record<string, string>> = {
  cannot: "cannot",
  cant: "cannot",
  couldnt: "could not",
  unable: "cannot",
  wont: "will not",
  didnt: "did not",
  dont: "do not",
  doesnt: "does not",
  never: "never",
};

export function isPreposition(word: string): boolean {
  return PREPOSITIONS.has(word);
}

/** Each action with its object in a text, in the text's wording, once. */
export function actionPhrases(text: string): Set<string> {
  const found = new Set<string>();
  for (const run of wordRuns(text)) {
    run.forEach((_, at) => {
      if (!isActionAt(run, at)) return;
      const { negation, from } = negationBefore(run, at);
      const action = readAction(run, at);
      for (const object of objectsOf(action.object)) {
        found.add([...negation, ...action.words, ...action.preposition, ...object].join(" "));
      }
      if (action.words.length > 1) found.add([...negation, ...action.words].join(" "));
      const subject = run[from - 1];
      const isSubject = negation.length > 0 && subject !== undefined && !isStopWord(subject);
      if (isSubject) found.add([subject, ...negation, ...action.words].join(" "));
    });
  }
  return found;
}

type Action = {
  /** The verb and its particle. */
  readonly words: readonly string[];
  /** None or one. */
  readonly preposition: readonly string[];
  readonly object: readonly string[];
};

function readAction(run: readonly string[], at: number): Action {
  const verb = run[at] as string;
  const particle = run[at + 1] ?? "";
  const said = isParticleOf(verb, particle) ? [verb, particle] : [verb];
  let next = at + said.length;
  const preposition: string[] = [];
  for (const end = next + LONGEST_GAP; next < Math.min(run.length, end); next += 1) {
    const word = run[next] as string;
    const isPassed = isLightWord(word) || PREPOSITIONS.has(word);
    if (preposition.length > 0 && PRONOUNS.has(word)) return { words: said, preposition: [], object: [] };
    if (!isPassed || (word === "to" && isActionAt(run, next + 1)) || isNegation(word)) break;
    if (PREPOSITIONS.has(word) && preposition.length === 0) preposition.push(word);
  }
  const object: string[] = [];
  for (; next < run.length && object.length < LONGEST_OBJECT; next += 1) {
    const word = run[next] as string;
    if (isStopWord(word) || object.includes(word) || word === verb) break;
    object.push(word);
  }
  while ((object.at(-1) ?? "").endsWith("ly")) object.pop();
  return { words: said, preposition, object };
}

/** The whole object and its head, which stands last: counting decides which of them people share. */
function objectsOf(object: readonly string[]): (readonly string[])[] {
  if (object.length < 2) return object.length === 0 ? [] : [object];
  return [object, object.slice(-1), object.slice(-2)];
}

/** The negation that an action stands under, as it reads, and where it begins; none and the action's own place without one. */
function negationBefore(run: readonly string[], at: number): { negation: readonly string[]; from: number } {
  for (let place = at - 1; place >= Math.max(0, at - NEGATION_REACH); place -= 1) {
    const word = run[place] as string;
    if (isNegation(word)) {
      const before = run[place - 1] ?? "";
      const keepsAuxiliary = word === "not" && isAuxiliary(before);
      let from = keepsAuxiliary ? place - 1 : place;
      while (from > 0 && isLightWord(run[from - 1] as string)) from -= 1;
      const form = NEGATION_FORMS[word] ?? "not";
      return { negation: keepsAuxiliary ? [before, form] : form.split(" "), from };
    }
    if (!isLightWord(word) && !BETWEEN.has(word)) break;
  }
  return { negation: [], from: at };
}
