// Numbers of things: measures with a unit ("5 kg", "128 GB") and things counted ("3 tickets", "a dozen eggs").
import { NUMBER_WORDS, readNumber } from "./number-words.ts";
import type { Slot, SlotFinder } from "./slot.ts";

const UNITS =
  "kg|kgs|kilos?|kilograms?|grams?|g|mg|lbs?|ounces?|oz|tons?|tonnes?|km|kms|kilometers?|kilometres?|miles?|mi|meters?|metres?|m|cm|mm|inch(?:es)?|ft|feet|yards?|litres?|liters?|l|ml|gallons?|gb|mb|tb|kb|gbps|mbps|kwh|watts?|volts?|degrees|percent|per\\s+cent|%|stars?|pairs?|pieces?|pcs|boxes|bottles?|packs?|packets?|sets?";
const NUMBER = `\\d+(?:[.,]\\d+)?|(?:a|half\\s+a)\\s+dozen|a\\s+pair\\s+of|${NUMBER_WORDS}`;
const B = String.raw`(?<![\p{L}\p{N}.,/:$€£#-])`;
const MEASURE = new RegExp(`${B}(?<number>${NUMBER})[\\s-]?(?<unit>${UNITS})(?![\\p{L}\\p{N}])`, "giu");
const COUNT = new RegExp(
  `${B}(?<number>${NUMBER})\\s+(?:of\\s+(?:the|my|these|those)\\s+)?(?<unit>(?:(?:more|extra|new|other|different|large|small)\\s+)?(?:people|persons?|children|adults?|guests?|men|women|\\p{L}{3,}(?<!s)s))(?![\\p{L}\\p{N}])`,
  "giu",
);
/** "a table for four", "a party of 6": people without the word. */
const PARTY = new RegExp(
  `(?<=\\b(?:table|reservation|booking|party|group|seats?|spot|it)\\s+(?:for|of)\\s+)(?<number>\\d{1,2}|${NUMBER_WORDS})(?!\\s*(?:[ap]\\.?m|o.clock|[:.,/]\\d|\\p{L}+s(?![\\p{L}])|people|\\d))(?![\\p{L}\\p{N}])`,
  "giu",
);
/** Words after a number that are other slots, or no things. */
const NO_THING =
  /^(?:seconds|secs|minutes|mins|hours|hrs|days|nights|weeks|wks|months|years|yrs|dollars|bucks|euros|pounds|cents|pennies|times|this|was|has|does|its|yours|ours|his|always|plus|thanks|as|us|yes|years'|minus|percents|fortnights|francs|pesos|rupees)$/i;

export const findQuantities: SlotFinder = (text) => [
  ...collect(text, MEASURE, 0.9),
  ...collect(text, COUNT, 0.6),
  ...collect(text, PARTY, 0.7, "people"),
];

function* collect(text: string, pattern: RegExp, score: number, what = ""): Generator<Slot> {
  for (const match of text.matchAll(pattern)) {
    const { number = "", unit = what } = match.groups ?? {};
    const amount = readAmount(number);
    if (amount === undefined || NO_THING.test(unit)) continue;
    const end = match.index + match[0].length;
    yield {
      start: match.index,
      end,
      type: "QUANTITY",
      text: text.slice(match.index, end),
      value: { amount, unit: unit.toLowerCase() },
      score,
    };
  }
}

function readAmount(text: string): number | undefined {
  const plain = text.toLowerCase().replace(/\s+/g, " ");
  if (plain === "a dozen") return 12;
  if (plain === "half a dozen") return 6;
  if (plain === "a pair of") return 2;
  return readNumber(plain, false);
}
