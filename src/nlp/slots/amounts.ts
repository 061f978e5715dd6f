// Sums of money: with a sign, a code or a word for the currency on either side, or a bare "5k".
import { DIGITS, NUMBER_WORDS, readNumber, roundTo, SUFFIX } from "./number-words.ts";
import type { Slot, SlotFinder, SlotOptions } from "./slot.ts";

const SIGNS: Readonly<Record<string, string>> = {
  us$: "USD",
  a$: "AUD",
  au$: "AUD",
  c$: "CAD",
  ca$: "CAD",
  nz$: "NZD",
  hk$: "HKD",
  s$: "SGD",
  r$: "BRL",
  mx$: "MXN",
  "€": "EUR",
  "£": "GBP",
  "¥": "JPY",
  "￥": "JPY",
  "₹": "INR",
  "₽": "RUB",
  "₩": "KRW",
  "₺": "TRY",
  "₴": "UAH",
  "₫": "VND",
  "₪": "ILS",
  "₦": "NGN",
  "฿": "THB",
  zł: "PLN",
  kč: "CZK",
  rs: "INR",
  "rs.": "INR",
};
const CODES =
  "USD|EUR|GBP|JPY|CHF|CAD|AUD|NZD|INR|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|BRL|MXN|ZAR|SGD|HKD|KRW|THB|IDR|MYR|PHP|VND|ILS|AED|SAR|EGP|NGN|KES|ARS|CLP|COP";
const WORDS: Readonly<Record<string, string>> = {
  dollar: "$",
  buck: "$",
  euro: "EUR",
  pound: "GBP",
  quid: "GBP",
  yen: "JPY",
  rupee: "INR",
  yuan: "CNY",
  rouble: "RUB",
  ruble: "RUB",
  franc: "CHF",
  peso: "MXN",
  real: "BRL",
  reais: "BRL",
  rand: "ZAR",
  zloty: "PLN",
  zlotys: "PLN",
  won: "KRW",
  krona: "SEK",
  kronor: "SEK",
  krone: "NOK",
  kroner: "NOK",
  dirham: "AED",
  lira: "TRY",
  shekel: "ILS",
  sterling: "GBP",
  "pounds sterling": "GBP",
  "us dollar": "USD",
  "american dollar": "USD",
  "canadian dollar": "CAD",
  "australian dollar": "AUD",
  "swiss franc": "CHF",
};
/** Hundredths, and what they are hundredths of; a cent is the locale's. */
const SMALL: Readonly<Record<string, string>> = {
  cent: "$",
  penny: "GBP",
  pence: "GBP",
  p: "GBP",
  c: "$",
  "¢": "$",
};
const DOLLARS: Readonly<Record<string, string>> = {
  US: "USD",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  SG: "SGD",
  HK: "HKD",
  MX: "MXN",
};
/** Regions whose cents are of the euro. */
const EURO_REGIONS = new Set(["DE", "FR", "ES", "IT", "NL", "BE", "AT", "IE", "PT", "FI", "GR", "LU"]);

const escaped = (source: string) => source.replace(/[$.]/g, String.raw`\$&`);
const SIGN = `(?:${Object.keys(SIGNS).map(escaped).join("|")}|\\$)`;
const WORD = `(?:${Object.keys(WORDS)
  .sort((a, b) => b.length - a.length)
  .join("|")})s?`;
const NUMBER = `(?:${DIGITS})(?:${SUFFIX}|,-{1,2}|,–)?`;
const BEFORE = String.raw`(?<![\p{L}\p{N}.,_$€£])`;
const AFTER = String.raw`(?![\p{L}\p{N}])`;

/** "$20", "EUR 1.200,50", "- £5". */
const LEADING = new RegExp(
  `${BEFORE}(?<unit>${SIGN}|(?:${CODES})(?:\\s?\\$|(?!\\p{L})))\\s?(?<number>${NUMBER})(?:\\s(?<code>${CODES})\\b)?${AFTER}`,
  "giu",
);
/** "20 bucks", "1.200,50 €", "twenty pounds and fifty pence". */
const TRAILING = new RegExp(
  `${BEFORE}(?<number>${NUMBER}|half\\s+a(?:\\s+million)?|(?:a\\s+)?couple(?:\\s+of)?\\s+hundred|a\\s+few\\s+hundred|(?:\\d+|${NUMBER_WORDS})\\s+and\\s+a\\s+half\\s+(?:thousand|million|billion)|${NUMBER_WORDS}|an?)(?<half>\\s+and\\s+a\\s+half)?\\s?-?(?:of\\s+)?(?<unit>${SIGN}|(?:${CODES})(?!\\p{L})|${WORD}(?!\\p{L}))(?:\\s*(?:and|,)?\\s*(?<small>\\d{1,2}|${NUMBER_WORDS})\\s*(?:cents?|pence|p)(?!\\p{L}))?${AFTER}`,
  "giu",
);
const CENTS = new RegExp(
  `${BEFORE}(?<number>\\d+(?:[.,]\\d+)?|${NUMBER_WORDS}|a)\\s?(?<unit>cents?|penny|pennies|pence|¢|p)${AFTER}`,
  "giu",
);
/** Without a currency: "5k", "two grand", "20 million". */
const BARE = new RegExp(
  `${BEFORE}(?<number>\\d+(?:[.,]\\d+)?\\s?k|(?:${DIGITS}|${NUMBER_WORDS}|a)\\s+grand)${AFTER}`,
  "giu",
);
/** "20 pounds" may be a weight. */
const IS_WEIGHT =
  /^\s*(?:of\s+(?:weight|luggage|baggage|meat|flour|sugar)|heavy|lighter|heavier|overweight|baggage|luggage)/i;

export const findAmounts: SlotFinder = (text, options) => {
  const found: Slot[] = [];
  for (const match of text.matchAll(LEADING)) {
    const { unit = "", number = "", code } = match.groups ?? {};
    if (/^rs\d/i.test(match[0]) && regionOf(options) !== "IN") continue; // "RS232"
    const amount = readAbout(number);
    if (amount !== undefined)
      add(found, text, match, amount, code?.toUpperCase() ?? currencyOf(unit, options));
  }
  for (const match of text.matchAll(TRAILING)) {
    const { unit = "", number = "", small, half } = match.groups ?? {};
    const whole = readAbout(number);
    const after = text.slice(match.index + match[0].length);
    if (whole === undefined || isWord(unit, number, after)) continue;
    if (/^pounds?$/i.test(unit) && IS_WEIGHT.test(after)) continue;
    const cents = small === undefined ? 0 : (readNumber(small, false) ?? 0) / 100;
    add(
      found,
      text,
      match,
      roundTo(whole + cents + (half === undefined ? 0 : 0.5)),
      currencyOf(unit, options),
    );
  }
  for (const match of text.matchAll(CENTS)) {
    const { unit = "", number = "" } = match.groups ?? {};
    const count = number.toLowerCase() === "a" ? 1 : readNumber(number, false);
    if (count === undefined) continue;
    add(found, text, match, roundTo(count / 100), smallCurrency(unit, options));
  }
  for (const match of text.matchAll(BARE)) {
    const number = match.groups?.["number"] ?? "";
    const amount = readAbout(number);
    if (amount !== undefined) add(found, text, match, amount, null, 0.6);
  }
  return found;
};

/** A lone "a" or "an" counts only before a word ("a dollar"), and an ambiguous word needs a number. */
function isWord(unit: string, number: string, after: string): boolean {
  if (!/^an?$/i.test(number)) return false;
  return (
    !/^(?:dollar|buck|euro|quid|pound)$/i.test(unit) ||
    /^\s+(?:sign|symbol|coin|store|shop|menu|tree)/i.test(after)
  );
}

function readAbout(text: string): number | undefined {
  const plain = text
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/,[-–]+$/, "")
    .trim();
  if (plain === "a" || plain === "an") return 1;
  if (plain === "half a") return 0.5;
  if (plain === "half a million") return 500_000;
  if (/couple.*hundred$/.test(plain)) return 200;
  if (plain === "a few hundred") return 300;
  const half = /^(.+) and a half (thousand|million|billion)$/.exec(plain);
  if (half !== null) {
    const [count, scale] = [readNumber(half[1] ?? "", false), readNumber(`a ${half[2]}`, false)];
    return count === undefined || scale === undefined ? undefined : (count + 0.5) * scale;
  }
  if (/ grand$/.test(plain)) {
    const count = plain.replace(/ grand$/, "");
    const thousands = count === "a" ? 1 : readNumber(count, true);
    return thousands === undefined ? undefined : thousands * 1000;
  }
  return readNumber(plain, true);
}

function add(
  found: Slot[],
  text: string,
  match: RegExpExecArray,
  amount: number,
  currency: string | null,
  score = 0.95,
): void {
  const isNegative = /(?:^|\s)[-−]$|\b(?:of|is|at|balance)\s[-−]\s$|\bminus\s$/i.test(
    text.slice(0, match.index),
  );
  const start = match.index;
  const end = start + match[0].length;
  found.push({
    start,
    end,
    type: "AMOUNT",
    text: text.slice(start, end),
    value: { amount: isNegative ? -amount : amount, currency },
    score,
  });
}

function currencyOf(unit: string, options: SlotOptions): string {
  const plain = unit
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^([a-z]{3}) ?\$$/, "$1");
  const word = WORDS[plain] ?? WORDS[plain.replace(/s$/, "")];
  const known = SIGNS[plain] ?? word ?? (plain === "$" ? "$" : plain.toUpperCase());
  if (known === "RMB") return "CNY";
  return known === "$" ? dollarOf(options) : known;
}

function smallCurrency(unit: string, options: SlotOptions): string {
  const plain = unit.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  const known = SMALL[plain] ?? "$";
  if (known !== "$") return known;
  return EURO_REGIONS.has(regionOf(options)) ? "EUR" : dollarOf(options);
}

function dollarOf(options: SlotOptions): string {
  return DOLLARS[regionOf(options)] ?? "USD";
}

function regionOf({ locale = "en-US" }: SlotOptions): string {
  return new Intl.Locale(locale).maximize().region ?? "US";
}
