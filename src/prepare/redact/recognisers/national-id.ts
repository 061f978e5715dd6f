// National identity, tax and social security numbers, and papers without check digits where words announce them.
import { allMatches } from "../all-matches.ts";
import { isAnnouncedBy, isBusinessNumber } from "../context-words.ts";
import { AMERICAS_AND_ASIA } from "../national-ids/americas-and-asia.ts";
import { EUROPE } from "../national-ids/europe.ts";
import type { NationalIdRule } from "../national-ids/national-id-rule.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const PAPERS: readonly NationalIdRule[] = [
  {
    name: "passport",
    pattern: /(?<![\w-])(?=[A-Z0-9]{0,8}\d)[A-Z0-9]{6,9}(?![\w-])/gi,
    words: /\b(?:passport|reisepass\w*|passeport|pasaporte|passaporto|paspoort)\b/g,
    score: 0.75,
  },
  {
    name: "driving licence",
    pattern: /(?<![\w-])(?=[A-Z0-9-]{0,18}\d[A-Z0-9-]{0,18}\d)[A-Z0-9][A-Z0-9-]{4,18}(?!\w)/gi,
    words:
      /\b(?:driv(?:er'?s?|ing) licen[cs]e|dl number|licen[cs]e (?:number|no)|führerschein\w*|permis de conduire|carnet de conducir)\b/g,
    score: 0.75,
  },
  {
    name: "identity card",
    pattern: /(?<![\w-])(?=[A-Z0-9]{0,12}\d)[A-Z0-9]{6,13}(?![\w-])/gi,
    words:
      /\b(?:national id|identity card|id card|personalausweis\w*|ausweisnummer|carte d'identité|carta d'identità|cédula|dni)\b/g,
    score: 0.75,
  },
];

/** "My tax id is 999835075": a number that its holder calls one, of whatever country. */
const ANNOUNCED: NationalIdRule = {
  name: "announced identity number",
  pattern:
    /(?<![\w.-])(?=[A-Z\d./-]{0,5}\d[A-Z\d ./-]{0,5}\d)[A-Z\d]{2,13}(?:[ ./-]\d{2,6}){0,4}(?:-?[A-Z\d])?(?![\w-])/gi,
  isValid: (value) => value.length >= 6 && value.length <= 15 && value.replace(/\D/g, "").length >= 5,
  words:
    /\b(?:(?:my|his|her|personal|citizen|citizenship|national|government|state) (?:id|identity|identification)(?: card)? (?:number|no)|(?:tax|taxpayer|fiscal|citizen|national|personal identification|government) (?:id|identification|number)(?: number| no)?|steuer(?:nummer|-id|identifikationsnummer)|numéro fiscal|n[úu]mero fiscal|codice fiscale)\b/g,
  score: 0.75,
};

const RULES: readonly NationalIdRule[] = [...EUROPE, ...AMERICAS_AND_ASIA, ...PAPERS, ANNOUNCED];
const UNANNOUNCED = RULES.filter((rule) => rule.words === undefined);
/** Any word that announces any number: most messages with digits hold none, and are spared a third of the rules. */
const ANY_WORD = new RegExp(RULES.flatMap((rule) => rule.words?.source ?? []).join("|"), "i");

export const nationalId: Recogniser = {
  name: "national-id",
  applies: (profile) => profile.digits >= 4,
  find(text) {
    const found: Candidate[] = [];
    if (!/\d(?:[A-Za-z .\-+/]{0,2}\d){3}/.test(text)) return found;
    for (const rule of ANY_WORD.test(text) ? RULES : UNANNOUNCED) {
      for (const match of allMatches(text, rule.pattern)) {
        const value = match[0].toUpperCase().replace(/[ .\-+/]/g, "");
        if (rule.isValid?.(value) === false || !isInContext(text, match.index, rule)) continue;
        found.push({
          start: match.index,
          end: match.index + match[0].length,
          type: "NATIONAL_ID",
          score: rule.score,
          canonical: value,
        });
      }
    }
    return found;
  },
};

function isInContext(text: string, start: number, rule: NationalIdRule): boolean {
  return rule.words === undefined ? !isBusinessNumber(text, start) : isAnnouncedBy(text, start, rule.words);
}
