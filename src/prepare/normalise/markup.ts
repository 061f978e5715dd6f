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

const LEFT_OVER = /(?<![&#\p{L}\p{M}\p{N}])[&#\p{L}\p{M}\p{N}]+;/gu;

/** Drops the ampersands of what still looks like an entity after decoding, so that it is never decoded again. */
export function dropUndecoded(text: string): string {
  return text.replace(LEFT_OVER, (run) => run.replaceAll("&", ""));
}

/** HTML entities as their characters. What that makes anew is left to `dropUndecoded`. */
export function decodeEntities(text: string): string {
  return text
    .replace(ESCAPED_AMPERSAND, "&")
    .replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
      return isCharacter ? String.fromCodePoint(code) : " ";
    })
    .normalize("NFKC");
}

/** What may stand between `<` and `>` for it to be HTML. */
const TAG =
  /^(?:!--.*--|\/?(?:a|article|aside|audio|b|blockquote|body|br|button|center|code|div|em|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|label|li|link|main|meta|nav|ol|option|p|pre|s|script|section|select|small|source|span|strike|strong|style|sub|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|u|ul|video)(?:[\s/].*)?)$/s;

/**
 * Takes HTML tags and comments out (lower-case input), from the inside out, so that what is left holds none; text between
 * angle brackets that is no HTML stays.
 */
export function stripMarkup(text: string): string {
  const kept: string[] = [];
  const opened: number[] = [];
  for (const part of text.split(/([<>])/)) {
    const open = opened.at(-1);
    if (part === "<") {
      opened.push(kept.length);
    } else if (part === ">" && open !== undefined) {
      if (TAG.test(kept.slice(open + 1).join(""))) {
        kept.length = open;
        kept.push(" ");
        opened.pop();
        continue;
      }
      // No tag reaches over a `>`, so nothing opened before it can close any more.
      opened.length = 0;
    }
    kept.push(part);
  }
  return kept.join("");
}
