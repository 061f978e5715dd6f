// Personal data and entities as rules and tagger find them together: presidio-research's synthetic sets over all their types,
// false alarms in customers' questions, and names, places and companies in news, tweets and encyclopaedia. Nothing of these
// sets was trained on; no template or text of the synthetic sets was looked at.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createTagger } from "../src/nlp/tagger/tagger.ts";
import { createRedactor, type RedactedText, type Redactor } from "../src/prepare/redact/redactor.ts";
import type { Bench, BenchRow } from "./bench.ts";
import { readConll } from "./support/conll.ts";
import { nameRecall } from "./support/name-recall.ts";
import { type Counts, fBeta, SpanScore, type TypedSpan } from "./support/span-score.ts";

/** Which types of the sets ours may stand for. A town is part of an address, a title may be part of a name. */
const MEANS: Readonly<Record<string, readonly string[]>> = {
  PERSON: ["PERSON", "TITLE", "PREFIX"],
  ADDRESS: ["STREET_ADDRESS", "ADDRESS", "GPE", "LOCATION", "ZIP_CODE"],
  LOCATION: ["GPE", "LOCATION", "STREET_ADDRESS", "ADDRESS"],
  ORGANISATION: ["ORGANIZATION"],
  GROUP: ["NRP"],
  AGE: ["AGE"],
  DATE: ["DATE_TIME"],
  BIRTH_DATE: ["DATE_TIME"],
  TITLE: ["TITLE", "PREFIX"],
  EMAIL: ["EMAIL_ADDRESS"],
  PHONE: ["PHONE_NUMBER"],
  CARD: ["CREDIT_CARD"],
  IBAN: ["IBAN_CODE"],
  NATIONAL_ID: ["US_SSN", "US_DRIVER_LICENSE"],
  IP: ["IP_ADDRESS"],
  WEBSITE: ["DOMAIN_NAME"],
  URL: ["DOMAIN_NAME"],
};
const sameType: Counts = (claimed, gold) => MEANS[claimed]?.includes(gold) === true;
const anyType: Counts = () => true;
const SETS = [
  ["synth_dataset_v2", "data/synth_dataset_v2.json"],
  ["generated_large", "tests/data/generated_large.json"],
] as const;
const BAR = 0.93;

export const bench: Bench = {
  name: "entities",
  summary:
    "Personal data over all types, false alarms, and entities in public corpora, by rules and tagger together",
  async run({ datasets, write }) {
    if (datasets === undefined) {
      write("entities: set PARLANCE_DATASETS to the folder of the public data sets");
      return [];
    }
    const options = {
      key: "bench",
      region: "US",
      policy: { default: "mask", perType: {} },
      reportsKept: true,
    } as const;
    const joined = createRedactor(options);
    const rules = createRedactor({ ...options, tagger: null });
    return [
      ...SETS.flatMap(([name, path]) =>
        synthetic(name, join(datasets, "presidio-synthetic", path), joined, rules),
      ),
      ...falseAlarms(datasets, joined),
      ...corpora(datasets),
      ...nameRecall(joined),
    ];
  },
};

type GoldText = {
  readonly full_text: string;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
};

/** Everything recognised but products, of which the sets have none. */
function entitiesOf({ spans, kept }: RedactedText): TypedSpan[] {
  return [...spans, ...(kept ?? [])].filter(({ type }) => type !== "PRODUCT");
}

function synthetic(name: string, path: string, joined: Redactor, rules: Redactor): BenchRow[] {
  const texts = JSON.parse(readFileSync(path, "utf8")) as readonly GoldText[];
  const typed = new SpanScore(sameType);
  const any = new SpanScore(anyType);
  const exact = new SpanScore(sameType, true);
  const alone = new SpanScore(sameType);
  const byType = new Map<string, SpanScore>();
  const byClaim = new Map<string, SpanScore>();
  for (const { full_text: text, spans } of texts) {
    // The set counts code points; a few of its texts go beyond 16 bits.
    const gold = spans.map(({ entity_type: type, start_position, end_position }) => ({
      type,
      start: unitOffset(text, start_position),
      end: unitOffset(text, end_position),
    }));
    const claims = entitiesOf(joined.redactText(text));
    for (const score of [typed, any, exact]) score.add(gold, claims);
    alone.add(gold, entitiesOf(rules.redactText(text)));
    for (const type of new Set(gold.map((span) => span.type)))
      scoreOf(byType, type).add(
        gold.filter((span) => span.type === type),
        claims,
      );
    for (const type of new Set(claims.map((span) => span.type)))
      scoreOf(byClaim, type).add(
        gold,
        claims.filter((span) => span.type === type),
      );
  }
  const rows: BenchRow[] = [];
  const add = (what: string, score: SpanScore, hasBar: boolean): void => {
    const { precision, recall } = score.score;
    const figures = { precision, recall, F2: fBeta({ precision, recall }, 2) };
    for (const [figure, value] of Object.entries(figures))
      rows.push({
        what: `${name}, ${what}: ${figure}`,
        value: round(value),
        unit: "",
        ...(hasBar && { limit: { text: `≥ ${BAR}`, met: value >= BAR } }),
      });
  };
  add(`all ${typed.golds} spans, type right, by overlap`, typed, name === "synth_dataset_v2");
  add("rules alone, type right, by overlap", alone, false);
  add("whatever the type, by overlap", any, false);
  add("type and offsets exact", exact, false);
  for (const [type, score] of sorted(byType))
    rows.push({
      what: `${name}, ${type} (${score.golds}): recall`,
      value: round(score.score.recall),
      unit: "",
    });
  for (const [type, score] of sorted(byClaim))
    rows.push({
      what: `${name}, claimed ${type} (${score.claims}): precision`,
      value: round(score.score.precision),
      unit: "",
    });
  return rows;
}

function scoreOf(scores: Map<string, SpanScore>, type: string): SpanScore {
  const known = scores.get(type) ?? new SpanScore(sameType);
  scores.set(type, known);
  return known;
}

function sorted(scores: ReadonlyMap<string, SpanScore>): [string, SpanScore][] {
  return [...scores].sort(([a], [b]) => (a < b ? -1 : 1));
}

function unitOffset(text: string, codePoints: number): number {
  let units = 0;
  for (let count = 0; count < codePoints; count += 1)
    units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return units;
}

type Question = Readonly<
  Record<"instruction" | "entity_type" | "entity_value" | "start_offset" | "end_offset", string>
>;
const BITEXT = [
  "Bitext_Sample_Customer_Support_Training_Dataset.csv",
  "Bitext_Sample_Customer_support_Training_Dataset GPT3.5.csv",
];

/** Entities in customers' questions that are none of the names, towns and countries that the set marks. */
function falseAlarms(datasets: string, redactor: Redactor): BenchRow[] {
  return BITEXT.flatMap((file, index) => {
    const path = join(datasets, "bitext-customer-support", file);
    const rows = parse(readFileSync(path), {
      columns: true,
      bom: true,
      relax_column_count: true,
    }) as Question[];
    let redacted = 0;
    let reported = 0;
    for (const row of rows) {
      const { spans, kept } = redactor.redactText(row.instruction);
      const isMarked = ({ start, end }: TypedSpan): boolean =>
        /person|city|country/.test(row.entity_type) &&
        row.entity_value.includes(row.instruction.slice(start, end));
      if (spans.some((span) => !isMarked(span))) redacted += 1;
      if ([...spans, ...(kept ?? [])].some((span) => span.type !== "PRODUCT" && !isMarked(span)))
        reported += 1;
    }
    const per = (count: number): number => round((1000 * count) / rows.length);
    const name = `Bitext ${index === 0 ? "" : "(GPT-3.5) "}${rows.length} questions, per 1,000`;
    return [
      {
        what: `${name}: with anything redacted that is not personal`,
        value: per(redacted),
        unit: "",
        limit: { text: "≤ 1", met: per(redacted) <= 1 },
      },
      {
        what: `${name}: with any entity that is none`,
        value: per(reported),
        unit: "",
        limit: { text: "≤ 1", met: per(reported) <= 1 },
      },
    ];
  });
}

/** spaCy 3 `en_core_web_sm` on the same texts, by training/tagger/peer_spacy.py. */
const CORPORA = [
  { name: "WNUT17 test", file: "WNUT17/CONLL-format/data/test/emerging.test.annotated" },
  { name: "BTC section f", file: "BTC/CONLL-format/data/f.conll" },
  { name: "Wikigold", file: "wikigold/CONLL-format/data/wikigold.conll.txt" },
] as const;
const SHARED = ["PERSON", "LOCATION", "ORGANISATION"];

function corpora(datasets: string): BenchRow[] {
  const tagger = createTagger();
  return CORPORA.flatMap(({ name, file }) => {
    const exact = new SpanScore((a, b) => a === b, true);
    const loose = new SpanScore((a, b) => a === b);
    for (const { text, spans } of readConll(join(datasets, "ner-corpora", file))) {
      const claims = tagger.find(text).filter(({ type }) => SHARED.includes(type));
      for (const score of [exact, loose])
        score.add(
          spans.filter(({ type }) => SHARED.includes(type)),
          claims,
        );
    }
    return [
      { what: `${name}: person, place, company, exact F1`, value: round(fBeta(exact.score, 1)), unit: "" },
      { what: `${name}: person, place, company, overlap F1`, value: round(fBeta(loose.score, 1)), unit: "" },
    ];
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
