// English contractions written out, with and without their apostrophe. Lower-case input with plain apostrophes.

const BARE: Readonly<Record<string, string>> = {
  aint: "is not",
  arent: "are not",
  cant: "cannot",
  couldnt: "could not",
  couldve: "could have",
  didnt: "did not",
  doesnt: "does not",
  dont: "do not",
  hadnt: "had not",
  hasnt: "has not",
  havent: "have not",
  hes: "he is",
  heres: "here is",
  im: "i am",
  isnt: "is not",
  ive: "i have",
  shes: "she is",
  shouldnt: "should not",
  shouldve: "should have",
  thats: "that is",
  theres: "there is",
  theyre: "they are",
  theyve: "they have",
  wasnt: "was not",
  werent: "were not",
  weve: "we have",
  whats: "what is",
  wheres: "where is",
  wouldnt: "would not",
  wouldve: "would have",
  youre: "you are",
  youve: "you have",
};
const BARE_WORD = new RegExp(`(?:${Object.keys(BARE).join("|")})(?![\\p{L}\\p{N}_'@/-])`, "gu");
/** Before one of them: the end of another word, or a part of an address. */
const JOINED = /[\p{L}\p{N}_'.@/-]/u;

const NEGATION = /(?<![\p{L}\p{N}_'])(?:(ca|wo|sha|ai)|([a-z]{2,8}))n't(?![\p{L}\p{N}_])/gu;
const IRREGULAR: Readonly<Record<string, string>> = {
  ca: "cannot",
  wo: "will not",
  sha: "shall not",
  ai: "is not",
};
const IS_AFTER =
  /(?<![\p{L}\p{N}_'])(it|that|what|where|who|how|there|here|he|she|when|why|this|everything|something|nothing|everyone|someone)'s(?![\p{L}\p{N}_])/gu;
const LET_US = /(?<![\p{L}\p{N}_'])let's(?![\p{L}\p{N}_])/gu;
const I_AM = /(?<![\p{L}\p{N}_'])i'm(?![\p{L}\p{N}_])/gu;
const VERB = /(?<=[\p{L}\p{N}])'(re|ve|ll|d)(?![\p{L}\p{N}_])/gu;
const VERBS: Readonly<Record<string, string>> = { re: " are", ve: " have", ll: " will", d: " would" };

/** Writes contractions out: `i'm` as `i am`, `won't` as `will not`, `dont` as `do not`. Possessive `'s` stays. */
export function expandContractions(text: string): string {
  let form = text;
  if (form.includes("'")) {
    form = form
      .replace(NEGATION, (_, irregular: string | undefined, verb: string | undefined) =>
        irregular === undefined ? `${verb} not` : (IRREGULAR[irregular] ?? ""),
      )
      .replace(LET_US, "let us")
      .replace(IS_AFTER, "$1 is")
      .replace(I_AM, "i am")
      .replace(VERB, (_, verb: string) => VERBS[verb] ?? "");
  }
  return form.replace(BARE_WORD, (word, offset: number, whole: string) =>
    JOINED.test(whole.charAt(offset - 1)) ? word : (BARE[word] ?? word),
  );
}
