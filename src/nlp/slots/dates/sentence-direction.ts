// Whether a sentence speaks of what was or of what will be: "I ordered on Friday", "can you come on Friday".

export type Direction = "ahead" | "back" | "open";

const BACK_BEFORE = /\b(?:since|back\s+(?:in|on)|as\s+of|dated|from\s+back)\s+(?:the\s+|on\s+)?$/i;
const AHEAD_BEFORE =
  /\b(?:until|till|by|before|starting|no\s+later\s+than|coming|as\s+from)\s+(?:the\s+|on\s+)?$/i;
const AHEAD =
  /\b(?:will|(?:would|could|should)(?!\s+have)|can|want|wanna|need|going\s+to|gonna|wo(?:n['’]t)|shall|may|might|planning|please|book|reserve|reservation|schedule|reschedule|remind|set|appointment|i['’]ll|you['’]ll|we['’]ll|it['’]ll|they['’]ll|due|expires?|deliver(?:y)?|arriving|travel(?:l?ing)?|flight|leave|leaving|fly(?:ing)?)\b/i;
const BACK =
  /\b(?:(?:should|would|could)\s+have|was|were|did(?:n['’]t)?|had|got|bought|paid|sent|came|went|made|told|said|spoke|took|left|lost|broke|stole|saw|gave|wrote|cost|withdrew|ago|already|been|happened|\p{L}{2,}(?<!ne|spe|fe|se|bre|proce|succe|exce|hundr|excit|interest|suppos|detail|clos|limit|need|unlimit|advanc)ed)\b/iu;

/** By the words before the date, then by those of its sentence. */
export function sentenceDirection(text: string, start: number, end: number): Direction {
  const before = text.slice(Math.max(0, start - 30), start);
  if (BACK_BEFORE.test(before)) return "back";
  if (AHEAD_BEFORE.test(before)) return "ahead";
  const from = Math.max(
    ...[". ", "! ", "? ", "\n", "; "].map(
      (sign) => text.lastIndexOf(sign, start) + sign.length * Number(text.lastIndexOf(sign, start) >= 0),
    ),
    0,
  );
  const rest = text.slice(end).search(/[.!?](?:\s|$)|\n|;/);
  const sentence = `${text.slice(from, start)} | ${rest < 0 ? text.slice(end) : text.slice(end, end + rest)}`;
  const [ahead, back] = [AHEAD.test(sentence), BACK.test(sentence)];
  return ahead === back ? "open" : ahead ? "ahead" : "back";
}
