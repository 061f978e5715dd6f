// Tells what a customer came for from what holds a dialogue together: greetings, thanks, yes and no, and answers to a
// question ("my email is …", "order 12345"). Only the former is worth a vector and a place in a topic.
import { wordRuns } from "./phrases.ts";
import { isLightWord } from "./stop-words.ts";

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Words of small talk, closings and anger at nothing in particular, that are no light words already. */
const SMALL_TALK =
  words(`there great perfect fine nice cool awesome excellent amazing wonderful sure correct right exactly
  indeed yep yup nope nah agreed understood appreciate appreciated much lot so very day one weekend night welcome bye
  goodbye later care have nothing else that all done wait moment minute second hold hang on got it sounds works fantastic
  brilliant super kind helpful regards sincerely wishes yours truly advise team guys folks support whom concern quick
  question hope bother anyone advance reply response hearing forward sent best
  warm answer check unacceptable annoyed annoying angry furious worst terrible awful horrible ridiculous joke disappointed
  disappointing impressed wasting waste frustrated frustrating disgrace experience ever enough patience seriously help helped you your everything again how are doing today too for of to with in the soon
  hear ah oops haha lovely alright problem worries not at`);

/** What people give when they are asked for it; redaction tags stand in normalised text as these words. */
const SLOT_WORDS =
  words(`name first last surname full email mail phone mobile cell telephone number address street city
  zip post code postcode postal date birth birthday dob id order account reference ref invoice booking confirmation
  customer member ssn policy claim tracking serial model iban card person national ip mac secret url handle passport
  license ending digits is was under for of on at the it and registered am pm january february march april may june july
  august september october november december monday tuesday wednesday thursday friday saturday sunday tomorrow today`);

const FEWEST_WORDS = 2;
const LONGEST_ANSWER = 12;

/** Whether a customer's words may say what they want. Takes text as written or normalised, in any language. */
export function bearsIntent(text: string): boolean {
  const all = wordRuns(text).flat();
  const spoken = all.filter((word) => /\p{L}/u.test(word) && !/\p{N}/u.test(word));
  if (spoken.length < FEWEST_WORDS && !isUnspaced(text)) return false;
  const heavy = spoken.filter((word) => !isLightWord(word) && word.length > 1);
  if (heavy.length === 0) return false;
  if (heavy.every((word) => SMALL_TALK.has(word))) return false;
  const isQuestion = text.includes("?");
  return isQuestion || all.length > LONGEST_ANSWER || !heavy.every((word) => SLOT_WORDS.has(word));
}

/** Scripts without spaces between words (Chinese, Japanese, Thai): one run is a sentence. */
function isUnspaced(text: string): boolean {
  return (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text) && text.length >= 4
  );
}
