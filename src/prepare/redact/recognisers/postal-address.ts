// Postal addresses: a street with its number as English, German, French, Spanish, Italian and Dutch write it, with the
// town and code behind it; postcodes by form or by the words before; and what follows "my address is".
import { allMatches } from "../all-matches.ts";
import { isAnnouncedBy } from "../context-words.ts";
import type { Candidate, Recogniser } from "../recogniser.ts";

const WORD = "[\\p{Lu}\\d][\\p{L}\\d'’.-]{0,30}";
const TOWN_WORD = "\\p{Lu}[\\p{L}'’.-]{1,30}";
const ANY_WORD = "[\\p{L}\\d][\\p{L}\\d'’.-]{0,30}";
const UNIT =
  "(?:,?\\s{1,2}(?i:apt|apartment|suite|ste|unit|flat|floor|room|rm|bldg|building|appt|no|#)(?![\\p{L}])\\.?\\s{0,2}#?[\\p{L}\\d-]{1,8})?";
/** Town, region, code and country in the usual orders; every part may be missing. */
const TOWN = `(?:(?:,\\s{0,2}|\\s{1,2}|\\s?\\n)(?:\\d{4,5}(?:-\\d{4})?\\s)?${TOWN_WORD}(?:[ -]${TOWN_WORD}){0,3})`;
const TAIL = `(?:${TOWN}){0,2}(?:,?\\s{1,2}[A-Z]{2}(?:,?\\s{1,2}\\d{5}(?:-\\d{4})?)?\\b)?(?:,?\\s{1,2}(?:[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|\\d{5}(?:-\\d{4})?))?`;

const SUFFIX =
  "(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter|Circle|Cir|Parkway|Pkwy|Highway|Hwy|Crescent|Cres|Close|Gardens|Grove|Mews|Alley|Trail|Plaza|Row|Hill|Green|Walk|Loop|Run|Pike|Turnpike|Expressway|Esplanade|Quay|Wharf|Broadway)";
const HOUSE = "\\d{1,6}(?:[A-Za-z]|[-/]\\d{1,4}|\\s?½)?";
const ENGLISH = `(?<![\\w.$€£-])${HOUSE},?\\s{1,2}(?:[NSEW]\\.?\\s|North\\s|South\\s|East\\s|West\\s)?(?:${WORD}\\s{1,2}){1,4}?(?:(?:St|Ave|Rd|Blvd|Ln|Dr|Ct|Pl|Sq|Ter|Cir|Pkwy|Hwy|Cres)\\.|${SUFFIX}\\b)(?:\\s(?:[NSEW]{1,2}|North|South|East|West)\\b)?${UNIT}${TAIL}`;
const ENGLISH_LOWER =
  "(?<![\\w.$€£-])\\d{1,6}[a-z]?\\s(?!(?:minutes?|mins?|hours?|days?|weeks?|months?|years?|miles?|km|kilomet\\w*|blocks?|am|pm|people|star|stars|percent|more|different|of|on|in|at|to|and|or|the|a|way|ways|times?|st|nd|rd|th|dollars?|euros?|pounds?|bed\\w*)\\s)[a-z][a-z'-]{1,20}(?:\\s(?!(?:the|a|an|of|on|in|to|and|or|is|was|by|from)\\s)[a-z][a-z'-]{1,20}){0,2}\\s(?:street|avenue|road|boulevard|lane|drive|court|terrace|crescent|parkway)\\b";
const GERMAN = `(?<![\\p{L}\\d])\\p{Lu}[\\p{L}-]{1,30}(?:(?:stra(?:ß|ss)e|str\\.?|weg|platz|allee|gasse|ufer|damm|ring|straat|laan|plein|gracht|kade|singel|gade|vej|gatan|vägen|veien|gata|gate|vegen|katu|tie|kuja|väg|gränd|steeg|dreef|dijk|weide)|[ -](?:Stra(?:ß|ss)e|Str\\.|Weg|Platz|Allee|Gasse|Ufer|Damm|Ring))\\s{1,2}\\d{1,4}(?:\\s?[a-z](?![\\p{L}\\d]))?(?:-\\d{1,4})?(?!\\d)(?:(?:,\\s{0,2}|\\s{1,2}|\\s?\\n)\\d{4,5}(?:\\s?[A-Z]{2})?\\s${WORD}(?:[ -]${WORD}){0,2})?`;
/** "wohne Am Mühlbach 10": a street named by its place, in the middle of a sentence and not a day, a month or an hour. */
const GERMAN_PLACE =
  "(?<=(?:^|\\n|[\\p{Ll}:,] ))(?:Am|An der|Auf dem|Auf der|Im|In der|In den|Zum|Zur|Unter den|Hinter der|Hinter dem) (?!\\p{L}*(?i:tag|abend|morgen|mittag|woch|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jahr|ende|anfang|ticket|bestellung|rechnung)\\b)\\p{Lu}\\p{Ll}{3,25}(?: \\p{Lu}\\p{Ll}{2,25})? \\d{1,3}(?:\\s?[a-z](?![\\p{L}\\d]))?(?=[,.;!?)]?(?:\\s*$|\\n| in \\p{Lu}|, \\d{5}\\b|[,.;!?] \\D))";
const EASTERN = `(?<![\\p{L}\\d])(?:ul\\.|al\\.|ulica|aleja|os\\.)\\s(?:${WORD}\\s){1,4}\\d{1,4}[a-z]?(?:/\\d{1,4})?(?:,?\\s{1,2}\\d{2}-\\d{3}\\s${WORD})?|(?<![\\p{L}\\d])(?:${WORD}\\s){1,3}(?:utca|út|útja|tér|körút|ulice|třída|náměstí|ulica)\\s\\d{1,4}`;
/** Any street, known by the postcode and town behind it: "Høje Allé 12, 2100 København", "12 Any Name, Town, IL 62704". */
const BY_POSTCODE = `(?<![\\p{L}\\d])(?:${WORD}\\s){1,4}\\d{1,4}\\s?[A-Za-z]?(?:,\\s{0,2}|\\s{1,2}|\\s?\\n)(?:[A-Z]{1,2}-)?\\d{4,5}(?:\\s?[A-Z]{2})?\\s\\p{Lu}\\p{Ll}[\\p{L}-]{1,30}(?: \\p{Lu}[\\p{L}-]{1,30})?|(?<![\\w.$€£-])\\d{1,6}\\s(?:${WORD}\\s{0,1}){1,4}(?:,\\s{0,2}|\\s?\\n)(?:${WORD}\\s){0,2}${WORD}(?:,\\s{0,2}|\\s|\\s?\\n)[A-Z]{2},?\\s{1,2}\\d{5}(?:-\\d{4})?(?!\\d)`;
const FRENCH = `(?<![\\p{L}\\d])\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|cours|route|square|passage)\\s(?:(?:de|du|des|la|le|les|d'|l'|d’|l’|de la|de l')\\s?){0,3}[\\p{L}][\\p{L}'’.-]{1,30}(?:[ -]${WORD}){0,4}(?:,?\\s{1,2}\\d{5}\\s${WORD}(?:[ -]${WORD}){0,3})?`;
const SPANISH = `(?<![\\p{L}\\d])(?:c/\\s?|(?:calle|avenida|avda\\.?|av\\.|plaza|pza\\.?|paseo|camino|carrera|carretera|rúa|rua|travessa)\\s{1,2})(?:(?:de|del|de la|de los|da|do|dos)\\s){0,2}(?:${ANY_WORD}\\s){0,4}?${ANY_WORD},?\\s{0,2}(?:n[.ºo°]{1,2}\\s{0,2}|#\\s?)?\\d{1,5}(?:\\s?[a-zA-Z]\\b)?(?:,?\\s\\d{1,2}[ºª°][^\\n,;]{0,12})?(?:,\\s{0,2}\\d{5}\\s${WORD}(?:[ -]${WORD}){0,3})?`;
const ITALIAN = `(?<![\\p{L}\\d])(?:Via|Viale|Piazza|Corso|Vicolo|Largo)\\s(?:(?:della|dei|di|del|delle|degli)\\s)?(?:${WORD}\\s){0,3}${WORD},?\\s{0,2}(?:n\\.\\s?)?\\d{1,4}(?:/?[A-Za-z](?![\\p{L}\\d]))?(?:,?\\s{1,2}\\d{5}\\s${WORD})?`;
const POST_BOX = `\\b(?:P\\.?\\s?O\\.?\\s?Box|Postfach|Apartado|Boîte postale|BP)\\s{1,2}#?\\d{1,6}${TAIL}`;

const CASED = [
  new RegExp(ENGLISH, "gu"),
  new RegExp(GERMAN, "gu"),
  new RegExp(GERMAN_PLACE, "gu"),
  new RegExp(EASTERN, "gu"),
  new RegExp(ITALIAN, "gu"),
];
const WITH_POSTCODE = new RegExp(BY_POSTCODE, "gu");
const UNCASED = [
  new RegExp(ENGLISH_LOWER, "gu"),
  new RegExp(FRENCH, "giu"),
  new RegExp(SPANISH, "giu"),
  new RegExp(POST_BOX, "gu"),
];
const STATE_AND_ZIP =
  /(?<![\w-])(?:\p{Lu}[\p{L}.'-]{1,25}(?: \p{Lu}[\p{L}.'-]{1,25}){0,2},? )?(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}(?:-\d{4})?(?![\w-])/gu;
const UK_POSTCODE = /\b(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b/g;
const POSTCODE =
  /(?<![\w.$€£-])(?:[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}|[a-z]\d[a-z]\s?\d[a-z]\d|\d{4}\s?[a-z]{2}|\d{5}(?:-\d{3,4})?|\d{6}|\d{4}|\d{3}-\d{4}|\d{3}\s\d{2}|\d{2}-\d{3}|[a-z]{1,2}-?\d{4,5})(?![\w-])/gi;
const POSTCODE_WORDS =
  /\b(?:post ?codes?|postal(?: ?codes?)?|zip(?: ?codes?)?|plz|postleitzahl|code postal|código postal|cap|cep|pin ?code|eircode|postnummer|postnr|postinumero|kod pocztowy|irányítószám|psč|codice postale|codigo postal|area code|address|live in|living in|moved to)\b/g;
const MY_ADDRESS =
  /\b(?:(?:my|our|the|new|current|home|billing|shipping|delivery|mailing|street|postal) address(?: is| was|:| to)|address:|i live (?:at|on)|we live (?:at|on)|living at|residing at|meine adresse (?:ist|lautet)|ich wohne in der|mon adresse est|j'habite (?:au)?|mi direcci[oó]n es|vivo en)\s{0,3}:?\s{0,3}([^\n;!?]{6,120})/gi;
const ANNOUNCED = /adress|liv(?:e|ing) at|live on|resid|wohne|habite|direcci|vivo|address/i;
/** Cheap: without a match no street pattern can match. */
const STREET_HINT =
  /\b(?:street|st|ave(?:nue)?|road|rd|blvd|boulevard|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|ter|circle|cir|parkway|pkwy|highway|hwy|crescent|cres|close|gardens|grove|mews|alley|trail|plaza|row|hill|green|walk|loop|run|pike|turnpike|expressway|esplanade|quay|wharf|broadway|rue|av|bd|chemin|impasse|quai|cours|route|passage|calle|avda|avenida|pza|paseo|camino|carrera|carretera|rua|travessa|via|viale|piazza|corso|vicolo|largo|box|postfach|apartado|postale|bp|am|an der|auf de[rm]|im|in de[rn]|zum|zur|unter den|hinter de[rm]|ul|al|ulica|aleja|os)\b|\bc\/|all[ée]e|r[uú]a |(?:str(?:a(?:ß|ss)e)?\.?|weg|platz|gasse|ufer|damm|ring|straat|laan|plein|gracht|kade|singel|gade|vej|gatan|gata|gate|väg|vägen|veien|vegen|katu|tie|kuja|gränd|steeg|dreef|dijk|weide|utca|út|útja|tér|körút|ulice|třída|náměstí)\s{1,2}\d/i;

export const postalAddress: Recogniser = {
  name: "postal-address",
  applies: (profile) => profile.digits >= 1,
  find(text, context) {
    const found: Candidate[] = [];
    if (STREET_HINT.test(text)) {
      for (const pattern of [...CASED, ...UNCASED]) addAll(text, pattern, 0.86, found);
    }
    if (/\d[\s\S]{0,60}\d{4}/.test(text)) addAll(text, WITH_POSTCODE, 0.7, found);
    if (/\d{5}/.test(text)) addAll(text, STATE_AND_ZIP, 0.75, found);
    addAll(text, UK_POSTCODE, 0.65, found);
    const isAsked =
      text.length <= 80 && /post ?code|\bzip\b|postal|address|postleitzahl|\bplz\b/i.test(context.previous);
    if (
      isAsked ||
      /code|zip|plz|post[ani]|pocztowy|irányító|psč|postleitzahl|\bcap\b|\bcep\b|address|liv|moved/i.test(
        text,
      )
    ) {
      for (const match of allMatches(text, POSTCODE)) {
        const isAlone = isAsked && text.trim().replace(/[.!]$/, "").length <= match[0].length + 12;
        if (/^\d{4}$/.test(match[0]) && !/\b(?:code|plz|postal)\b/i.test(text)) continue;
        if (isAlone || isAnnouncedBy(text, match.index, POSTCODE_WORDS))
          found.push({
            start: match.index,
            end: match.index + match[0].length,
            type: "ADDRESS",
            score: 0.65,
          });
      }
    }
    if (!ANNOUNCED.test(text)) return found;
    for (const match of allMatches(text, MY_ADDRESS)) addAnnounced(match, found);
    return found;
  },
};

function addAll(text: string, pattern: RegExp, score: number, found: Candidate[]): void {
  for (const match of allMatches(text, pattern)) {
    const end = match.index + match[0].replace(/[\s.,]+$/, "").length;
    found.push({ start: match.index, end, type: "ADDRESS", score });
  }
}

const AFTER_ADDRESS =
  /\s+(?:[.,]\s|(?:and|phone|tel|telephone|but|which|with|is|please|thanks?|so|my|i|postcode|post code)\b).*$/i;

/** "My address is …" with a number in it, up to the end of the sentence. */
function addAnnounced(match: RegExpExecArray, found: Candidate[]): void {
  const rest = match[1] ?? "";
  const value = rest
    .replace(AFTER_ADDRESS, "")
    .replace(/\.\s+\p{Lu}?[\p{Ll}].*$/u, "")
    .replace(/[\s.,]+$/, "");
  if (!/\d/.test(value) || !/\p{L}{2}/u.test(value) || value.includes("@")) return;
  const start = match.index + match[0].length - rest.length;
  found.push({ start, end: start + value.length, type: "ADDRESS", score: 0.7 });
}
