// The words that announce a name, by language and by how sure they are. Group 1 is nothing: the name begins where the
// match ends.

/** "My name is": what follows is a name even in lower case. */
const SURE = [
  "(?:my|her|his|their|your) (?:full |first |last |given |family |real )?(?:sur)?name(?:'s|’s| is| was|:)",
  "(?:full|first|last|given|family|middle|customer|account holder|cardholder|guest|passenger|contact)(?: |-)?(?:'s )?name ?(?:is|:|=)",
  "(?<![\\w.-])name ?[:=]",
  "(?:under|in) the name(?: of)?|name (?:on|for|of) (?:the|my|this) (?:account|order|reservation|booking|card|ticket)(?: is|:)",
  "i am called|i'm called|i’m called|they call me|people call me|(?:you can|please|just) call me|goes by",
  "m[ei]in name ist|ich hei(?:ß|ss)e|mijn naam is|ik heet",
  "je m['’ ]?appelle|mon nom est|mon prénom est",
  "me llamo|mi nombre es|me chamo|(?:o )?meu nome é",
  "mi chiamo|il mio nome è|nazywam się|mam na imię|jag heter|mitt namn är|jeg heter|jeg hedder|mit navn er|nimeni on",
  "benim adım|ismim",
];

/** "This is": what follows is a name if it has a capital and is no everyday word. */
const LIKELY = [
  "this is|it's|it’s|it is|i am|i'm|i’m|i was",
  // Not the German "im".
  "(?<=(?:^|[.!?,\\n]|\\b(?:hi|hello|hey|and|so|but)) ?)im",
  "(?:speaking|spoke|speak|talking|talked|talk|chatting|chatted|chat) (?:with|to)",
  "(?:helped|assisted|served|contacted|told|called|emailed|signed|sent|written) by",
  "(?:ask for|asked for|asking for|attn|attention|care of|c/o|on behalf of|signed|sincerely|yours|rgds|regards)[:,]?",
  "(?:my|his|her|our|the) (?:wife|husband|son|daughter|mother|father|mum|mom|dad|brother|sister|partner|friend|boss|colleague|coworker|co-worker|fiancée?|girlfriend|boyfriend|neighbou?r|assistant|manager|doctor|agent|lawyer|client|roommate|aunt|uncle|cousin|niece|nephew|grandmother|grandfather),?(?: is| was| named| called)?",
  "my (?:n[a-z]{1,3}e|nam|naem|mame) is",
  "(?:thank you|thanks) to|(?:great|good|fantastic|brilliant|excellent|amazing|lovely|super|wonderful) (?:support|service|help) from",
  "the name(?: is|'s|’s)|name (?:is |was )?(?:changed|updated|corrected|spelled|spelt)(?: to)?|(?:that|it) was with",
  "(?:thumbs up|kudos|props|praise|compliments|shout ?out|hats off)(?: to| for)",
  "(?:customer|client|guest|passenger|recipient|contact)(?: account)?:",
  "agent|advisor|rep|representative",
  "ich bin|hier ist|hier spricht|ik ben|met|je suis|c['’]est|ici|soy|aquí|habla|sono|sou o|sou a|eu sou|jestem|jag är",
];

const TITLES =
  "mr\\.?|mrs\\.?|ms\\.?|mx\\.?|dr\\.?|prof\\.?|professor|rev\\.?|herrn?|frau|monsieur|madame|mademoiselle|mme\\.?|mlle\\.?|señora?|señorita|sr\\.?|sra\\.?|srta\\.?|doña|signora?|senhora?|dhr\\.?|mevr\\.?|mevrouw|meneer";
/** Everyday words in lower case: titles only with a capital. */
const CAPITAL_TITLES = "Miss|MISS|Sir|Madam|Lady|Lord|Don|Sig\\.?|Sig\\.ra|Pan|Pani";

const GREETINGS =
  "hi|hello|hey|hiya|dear|good (?:morning|afternoon|evening|day)|morning|welcome|welcome back|thanks|thank you|thank you so much|thanks so much|many thanks|cheers|bye|goodbye|hallo|liebe[r]?|sehr geehrte[r]?|guten (?:tag|morgen|abend)|moin|danke|servus|grüezi|bonjour|bonsoir|salut|cher|chère|merci|hola|buenos días|buenas tardes|querid[oa]|estimad[oa]|gracias|ciao|buongiorno|buonasera|gentile|grazie|olá|oi|bom dia|boa tarde|prezad[oa]|obrigad[oa]|dag|goe(?:den?|ie)(?:dag|morgen|middag|navond|avond)|hoi|beste|geachte|cześć|dzień dobry|hej|kära";

const ANSWERS = "ok|okay|sorry|great|perfect|alright|certainly|of course|absolutely";

const CLOSINGS =
  "regards|best regards|kind regards|warm regards|best wishes|best|thanks|thank you|many thanks|thanks again|cheers|sincerely|yours sincerely|yours truly|yours faithfully|respectfully|cordially|love|mit freundlichen gr(?:ü|ue)(?:ß|ss)en|freundliche gr(?:ü|ue)(?:ß|ss)e|viele gr(?:ü|ue)(?:ß|ss)e|liebe gr(?:ü|ue)(?:ß|ss)e|beste gr(?:ü|ue)(?:ß|ss)e|gru(?:ß|ss)|mfg|lg|vg|(?:bien )?cordialement|bonne (?:journée|soirée)|bien à vous|salutations|saludos|un saludo|atentamente|gracias|danke|vielen dank|danke (?:sehr|schön)|merci(?: beaucoup| d'avance)?|grazie|obrigad[oa]|bedankt|dank u(?: wel)?|dank je(?: wel)?|tack|takk|tak|dziękuję|cordiali saluti|distinti saluti|saluti|atenciosamente|(?:um |grande )?abraços?|un abrazo|un abbraccio|bisous|met vriendelijke groet(?:en)?|groet(?:en|jes)?|pozdrawiam|mvh|vänliga hälsningar";

/** "Thank you and best wishes": one closing after the other. */
const CLOSING = `(?:${CLOSINGS})(?:,? (?:and|und|et|y|e|en|och|og) (?:${CLOSINGS}))?`;

/** Whether what looks like a name is a closing itself: "Vielen Dank.\n\nViele Grüße". */
export const CLOSING_ITSELF = new RegExp(`^(?:${CLOSING})$`, "iu");

const NOT_IN_WORD = "(?<![\\p{L}\\p{N}_])";

export const SURE_LEAD = new RegExp(`${NOT_IN_WORD}(?:${SURE.join("|")})[ \\u00A0:]{1,3}`, "giu");
export const LIKELY_LEAD = new RegExp(`${NOT_IN_WORD}(?:${LIKELY.join("|")})[ \\u00A0:]{1,3}`, "giu");
export const TITLE_LEAD = new RegExp(
  `${NOT_IN_WORD}(?:(?i:${TITLES})|${CAPITAL_TITLES})[ \\u00A0]{1,2}`,
  "gu",
);
/** Cheap: without a match `SURE_LEAD` cannot match either. */
export const SURE_HINT =
  /name|called|call me|goes by|hei(?:ß|ss)|appel|nom|llamo|nombre|chiam|chamo|meu|heet|naam|heter|hedder|navn|namn|nazyw|imi|ad[ıi]m|ismim|nume/i;
/** At the start of a text, line or sentence. */
export const GREETING_LEAD = new RegExp(`(?:^|[\\n.!?,] {0,2})(?:${GREETINGS}),?[ \\u00A0]{1,2}`, "giu");
/** "Okay, Joe.": an answer, a comma and a name. */
export const ANSWER_LEAD = new RegExp(`(?:^|[\\n.!?] {0,2})(?:${ANSWERS}), `, "giu");
/** A closing, then the signature on the same line or the next. */
export const CLOSING_LEAD = new RegExp(
  `(?<=^|[\\n.!?,] {0,2})(?:${CLOSING})(?:[,.!]?[ \\u00A0]{0,2}\\r?\\n\\s{0,3}|,[ \\u00A0]{1,2}| [-–—] ?)[-–—~]{0,2} ?`,
  "giu",
);
/** "The account is on Ann Lee": two words at least, for it may be on a plan as well. */
export const ACCOUNT_LEAD = new RegExp(
  `${NOT_IN_WORD}(?:account|order|subscription|booking|reservation|invoice|contract) (?:is|was) (?:on|for|under|registered (?:to|under|with|on)) `,
  "giu",
);
/** "Ann Lee, born 3 July 1954". */
export const BEFORE_BIRTH =
  /(?<![\p{L}\p{N}_])(?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}?\p{Lu}[\p{L}'’-]{1,30}(?=,? (?:\(?(?:b(?:o{1,3}r{1,2}|ro)n|BORN|DOB|b\.|geboren|geb\.|née?|nacid[oa]|nascid[oa]|nat[oa]|geboren op|född|dob|d\.o\.b\.|date of birth)(?![\p{L}])))/gu;
/** "Ann Lee, " and something redacted behind it, at the start of a line. */
export const BEFORE_REDACTED =
  /(?<=(?:^|\n)(?:(?:[Uu]h|[Uu]m|[Ee]r|[Ww]ell|[Yy]es|[Ss]ure|[Oo]k|[Oo]kay|[Ss]o),? )?)(?:\p{Lu}[\p{L}'’-]{1,30} ){1,3}?\p{Lu}[\p{L}'’-]{1,30}(?=, \uFFFC)/gu;
/** Cheap: without a match of its hint a pattern cannot match either. */
export const HINTS = {
  closing: /[,\n–—-]|[ \u00A0]-/,
  line: /[-–—~]/,
  account: /(?:is|was) (?:on|for|under|regis)/i,
  trailing: /here|speaking|calling|Apparat|appareil|habla/,
} as const;
export const LINE_START = /(?:^|\n)[ \t]{0,3}[-–—~]{1,2} ?(?=\p{Lu})/gu;
