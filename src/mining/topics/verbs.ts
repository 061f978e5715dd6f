// Where English text says an action: by a list of the verbs that customers use, and by the words that a verb follows ("how do
// i …", "want to …", "please …"). Good enough to put the action first in a name; nothing but names depends on it.
import { stem } from "./stem.ts";
import { isLightWord, isStopWord } from "./stop-words.ts";
import { wordList } from "./word-list.ts";

/** Verbs that are rarely anything else. */
const VERBS =
  wordList(`accept access activate add adjust adopt apply arrange arrive ask assign attach authorise authorize avoid
  become begin block borrow break bring build buy calculate cancel carry celebrate check choose clean clear close collect combine
  compare complain complete configure confirm connect contact convert cook correct create deactivate decline decrease deduct define
  delay delete deliver deny describe dial dim disable disappear disconnect discontinue discuss dispatch divide do download draw
  drive drop earn edit eject enable end enrol enroll enter erase escalate estimate exceed expect expire explain extend
  fail fill find finish fix fly follow forget forward freeze fund get give go grant grow guess handle hear hide hire hold
  improve include increase inform inquire insert install invest invite join keep know learn leave lend let link listen
  load locate lock log lose lower maintain make manage meet merge mix modify move multiply mute need notify obtain offer open
  pack paint pair park pause pay pick plan postpone prefer prepare prevent print proceed process produce protect prove
  provide purchase push put raise reach react read reactivate receive recommend recover redeem redirect reduce refer
  register reject remember remind remove rename renew rent repair repeat replace reply reschedule reserve reset resolve
  respond restart restore resubscribe resume retrieve return reverse reverse-charge ride roll run save scan schedule search
  select sell send separate serve set settle share ship show shut sign sing skip sleep solve speak spell spend split start
  stay steal stop store stream submit subscribe suggest suspend swap switch sync take talk teach tell terminate test throw top track
  transfer translate travel trigger try turn type unblock undo unfreeze uninstall unlock unsubscribe update upgrade upload
  use validate verify visit wait wake walk wash watch wear win wipe withdraw write`);

/** Verbs that are nouns just as often: an action only where a verb must stand. */
const ALSO_NOUNS = new Set(
  wordList(`access book call cash change charge claim clean contact control copy cost credit deposit design dispute email exchange
    fax feed fund help hold invoice land light like limit list load lock mail mark message name number offer order pack park
    pay-in phone place plan play post print process program purchase quote rate rent repair reply report request reserve return review ride
    rise save search share ship shop show sign sound start stay stop store stream supply support talk test text time top
    track trade transfer travel trip turn type update upgrade use view visit wait walk watch work record answer balance block
    break check credit cover debit finish reset run switch swap drop end move need refund`).map(stem),
);

const IRREGULAR = new Set(
  wordList(
    "bought broke broken brought chose chosen forgot forgotten found gave given got heard kept left lost made paid sent sold spoke spoken stole stolen taken took went withdrew withdrawn written wrote",
  ),
);

const VERB_STEMS = new Set([...VERBS.map(stem), ...[...IRREGULAR].map(stem), ...ALSO_NOUNS]);

/** What a verb's own meaning is too thin for: names of these say what they are done to, or nothing. */
const THIN = new Set(
  wordList(
    "be do go have help know let like need say see tell think try want ask keep become need wait hear mean come look work happen",
  ).map(stem),
);

const BEFORE_NOUNS = new Set(
  wordList(
    "a an the my your our his her its their this that these those some any no of all another each every new old whose",
  ),
);
const SUBJECTS = new Set(wordList("i we you they he she it who"));
const BEFORE_VERBS = new Set(
  wordList(`to please can could will would shall should must may might not cannot cant couldnt wont didnt dont doesnt never i we you they me
    us just also still already did do does lets let gonna wanna then kindly unable and or been be was were is are am has have had get gets got pls plz
    want help being`),
);

const NEGATIONS = new Set(
  wordList("not cannot cant couldnt wont didnt dont doesnt isnt wasnt havent hasnt never unable"),
);

/** A verb's particle, which belongs to it: "log in", "turn off". */
const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  up: [],
  off: [],
  out: [],
  down: [],
  back: [],
  in: wordList("log sign check opt trade put plug logging signing logged signed"),
  on: wordList("turn switch put turned switched log turning switching"),
};

/** Stay before "not", since a bare verb follows them. */
const AUXILIARIES = new Set(wordList("do does did can could will would"));

export function isAuxiliary(word: string): boolean {
  return AUXILIARIES.has(word);
}

export function isNegation(word: string): boolean {
  return NEGATIONS.has(word);
}

/** Whether a word is a verb, in any form, and hardly ever anything else. */
export function isVerb(word: string): boolean {
  const base = stem(word);
  return VERB_STEMS.has(base) && !ALSO_NOUNS.has(base);
}

/** Whether it is one in the form that needs an object or a subject: "expect", not "expected". */
export function isBareVerb(word: string): boolean {
  return isVerb(word) && !/(?:ed|ing|s)$/.test(word) && !IRREGULAR.has(word);
}

/** Whether `word` goes with the verb before it. */
export function isParticleOf(verb: string, word: string): boolean {
  const verbs = Object.hasOwn(PARTICLES, word) ? PARTICLES[word] : undefined;
  return verbs !== undefined && (verbs.length === 0 || verbs.includes(verb));
}

/** Whether the word at `at` of a run of words is an action that can open a name. */
export function isActionAt(run: readonly string[], at: number): boolean {
  const word = run[at] ?? "";
  const base = stem(word);
  if (word.length < 3 || !VERB_STEMS.has(base) || THIN.has(base) || isLightWord(word)) return false;
  const before = run[at - 1];
  if (before === undefined) return !ALSO_NOUNS.has(base) || opensObject(run[at + 1]);
  if (BEFORE_NOUNS.has(before)) return false;
  if (!ALSO_NOUNS.has(base)) return true;
  return BEFORE_VERBS.has(before) || SUBJECTS.has(before);
}

/** Whether a word begins what something is done to. */
function opensObject(word: string | undefined): boolean {
  return (
    word !== undefined &&
    (BEFORE_NOUNS.has(word) ||
      /^(?:me|us|it|to|with|for|from|on|in|up|off|out)$/.test(word) ||
      !isStopWord(word))
  );
}
