// Tells what a customer came for from what holds a dialogue together: greetings, thanks, anger, yes and no, and answers to a
// question ("my email is …", "order 12345"). Only the former is worth a vector and a place in a topic.
import { wordRuns } from "./phrases.ts";
import { replacePlaceholders } from "./placeholders.ts";
import { isStopWord } from "./stop-words.ts";
import { wordList } from "./word-list.ts";

const wordSet = (text: string): ReadonlySet<string> => new Set(wordList(text));

/** Words of small talk, closings and anger at nothing in particular, that are no stop words already. */
const SMALL_TALK =
  wordSet(`there great perfect fine nice cool awesome excellent amazing wonderful correct right exactly indeed yep yup nope
  nah agreed understood appreciate appreciated much lot day weekend night welcome bye goodbye later care have nothing done
  wait moment minute second sec hold hang works fantastic brilliant super kind kindly helpful regards sincerely wishes
  truly advise team guys folks support whom concern quick hope bother advance reply response hearing hear forward best
  warm answer answers answering check unacceptable annoyed annoying angry furious worst terrible awful horrible ridiculous
  joke disappointed disappointing impressed waste wasting frustrated frustrating disgrace experience ever enough patience
  seriously helped helps today soon ah oops haha lovely alright problem problems worries idea ideas asked star clear told
  expect better hard review leave bad anyway luck serious unbelievable following message messages touch contacted urgent
  asap solve solved fix somebody everybody gotcha noted glad happy pleasure reach contact`);

/** What people give when they are asked for it. */
const SLOT_WORDS =
  wordSet(`name first last surname full mobile cell telephone number street city zip post code postcode postal date dob id
  order account reference ref invoice booking confirmation customer member ssn policy claim tracking serial model passport
  license ending ends digits under registered sent am pm january february march april may june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday tomorrow yesterday email mail phone
  card iban national ip mac secret url address handle birth`);

const ASKING_ANYWHERE = wordSet("where when why how");
const ASKING_FIRST = wordSet("what which who can could do does did is are has have will would should may");

const FEWEST_WORDS = 2;
const LONGEST_ANSWER = 12;

/** Whether a customer's words may say what they want. Takes text as written or normalised, in any language. */
export function bearsIntent(text: string): boolean {
  const all = wordRuns(text).flat();
  const spoken = all.filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word));
  if (spoken.length < FEWEST_WORDS && !isUnspaced(text)) return false;
  const heavy = spoken.filter((word) => !isStopWord(word));
  const rest = heavy.filter((word) => !SMALL_TALK.has(word));
  if (rest.length === 0) return false;
  if (isQuestion(text, all) || all.length > LONGEST_ANSWER) return true;
  const hasValue = /\p{N}/u.test(text) || replacePlaceholders(text, "") !== text;
  return !hasValue || !rest.every((word) => SLOT_WORDS.has(word));
}

/** Chat leaves the question mark out. */
function isQuestion(text: string, all: readonly string[]): boolean {
  return (
    text.includes("?") || ASKING_FIRST.has(all[0] ?? "") || all.some((word) => ASKING_ANYWHERE.has(word))
  );
}

/** Scripts without spaces between words (Chinese, Japanese, Thai): one run is a sentence. */
function isUnspaced(text: string): boolean {
  return (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text) && text.length >= 4
  );
}
