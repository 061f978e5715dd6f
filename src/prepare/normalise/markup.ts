// HTML as it leaks into chat logs: entities become their characters, tags go.

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  hellip: "...",
  mdash: "-",
  ndash: "-",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  copy: "©",
  reg: "®",
  trade: "™",
  deg: "°",
  bull: "•",
  middot: "·",
  times: "×",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  ntilde: "ñ",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
};
/** An ampersand that was itself escaped, however many times, is one ampersand. */
const ESCAPED_AMPERSAND = /&(?:(?:amp|#0{0,6}38|#x0{0,6}26);)+/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
/** What still looks like an entity after decoding is not decoded again: its ampersands go, so that the result is final. */
const LEFT_OVER = /(?<![&#\p{L}\p{M}\p{N}])[&#\p{L}\p{M}\p{N}]+;/gu;

/** HTML entities as their characters, once and for all: nothing that is left can be decoded again. */
export function decodeEntities(text: string): string {
  return text
    .replace(ESCAPED_AMPERSAND, "&")
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : " ";
    })
    .normalize("NFKC")
    .replace(LEFT_OVER, (run) => run.replaceAll("&", ""));
}

const TAG =
  /<(?:!--[^<>]*--|\/?(?:a|article|aside|audio|b|blockquote|body|br|button|center|code|div|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|s|script|section|select|small|source|span|strike|strong|style|sub|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul|video)(?:[\s/][^<>]*)?)>/g;

/** Takes HTML tags and comments out (lower-case input); text between angle brackets that is no HTML stays. */
export function stripMarkup(text: string): string {
  return text.replace(TAG, " ");
}
