// Slots on public sets, as they come, without training on them: dates and times of MASSIVE and RESTAURANTS-8K, and the number
// of people of the latter. A span counts as found when an extracted slot of its kind overlaps it, and as exact when both are
// the same; the sets mark date and time apart where we give one moment, so those of one text that touch are joined first.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { extractSlots } from "../src/nlp/slots/extract-slots.ts";
import type { SlotType } from "../src/nlp/slots/slot.ts";
import type { Bench, BenchRow } from "./bench.ts";

type Span = { readonly start: number; readonly end: number };
type Example = { readonly text: string; readonly gold: readonly Span[] };

/** The sets don't say when; any day does for spans. */
const AT = new Date(Date.UTC(2026, 2, 5, 14, 30));
const MOMENTS = new Set(["date", "time"]);

export const bench: Bench = {
  name: "slots",
  summary: "Spans of dates, times and numbers of people on MASSIVE and RESTAURANTS-8K; texts a second",
  async run({ datasets }) {
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const massive = readMassive(datasets);
    const restaurants = readRestaurants(datasets, MOMENTS);
    return [
      ...rate("MASSIVE en test, date and time", massive, "DATE"),
      ...rate("RESTAURANTS-8K test, date and time", restaurants, "DATE"),
      ...rate("RESTAURANTS-8K test, people", readRestaurants(datasets, new Set(["people"])), "QUANTITY"),
      measureSpeed([...massive, ...restaurants].map(({ text }) => text)),
    ];
  },
};

function readMassive(datasets: string): Example[] {
  const lines = readFileSync(join(datasets, "massive-en", "massive.jsonl"), "utf8")
    .trim()
    .split("\n");
  return lines
    .map((line) => JSON.parse(line) as { partition: string; annot_utt: string })
    .filter(({ partition }) => partition === "test")
    .map(({ annot_utt }) => {
      let text = "";
      const gold: Span[] = [];
      for (const piece of annot_utt.split(/(\[[^\]]*\])/)) {
        const match = /^\[(\S+) : (.*)\]$/.exec(piece);
        const words = match === null ? piece : (match[2] ?? "");
        if (match !== null && MOMENTS.has(match[1] ?? "")) {
          gold.push({ start: text.length, end: text.length + words.length });
        }
        text += words;
      }
      return { text, gold: joinTouching(text, gold) };
    });
}

type RestaurantTurn = {
  readonly userInput: { readonly text: string };
  readonly context?: { readonly requestedSlots?: readonly string[] };
  readonly labels?: readonly {
    readonly slot: string;
    readonly valueSpan: { readonly startIndex?: number; readonly endIndex: number };
  }[];
};

function readRestaurants(datasets: string, slots: ReadonlySet<string>): Example[] {
  const file = readFileSync(join(datasets, "restaurants8k", "test.json"), "utf8");
  return (JSON.parse(file) as RestaurantTurn[]).map(({ userInput: { text }, labels = [] }) => {
    const gold = labels
      .filter(({ slot }) => slots.has(slot))
      .map(({ valueSpan: { startIndex = 0, endIndex } }) => ({ start: startIndex, end: endIndex }))
      .sort((a, b) => a.start - b.start);
    return { text, gold: joinTouching(text, gold) };
  });
}

/** Spans with nothing but a small word between them as one. */
function joinTouching(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const gap = last && text.slice(last.end, span.start);
    if (last && gap !== undefined && /^[\s,]*(?:at|on|for|in the|in|by|around|the|,)?\s*$/i.test(gap)) {
      joined[joined.length - 1] = { start: last.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

function rate(name: string, examples: readonly Example[], type: SlotType): BenchRow[] {
  let [found, extracted, right, gold, exact] = [0, 0, 0, 0, 0];
  for (const { text, gold: spans } of examples) {
    const slots = extractSlots(text, { at: AT }).filter((slot) => slot.type === type);
    const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;
    gold += spans.length;
    extracted += slots.length;
    found += spans.filter((span) => slots.some((slot) => overlaps(span, slot))).length;
    right += slots.filter((slot) => spans.some((span) => overlaps(span, slot))).length;
    exact += slots.filter((slot) =>
      spans.some(({ start, end }) => slot.start === start && slot.end === end),
    ).length;
  }
  const harmonic = (precision: number, recall: number) => (2 * precision * recall) / (precision + recall);
  const percent = (what: string, value: number): BenchRow => ({
    what: `${name}: ${what}`,
    value: 100 * value,
    unit: "%",
  });
  return [
    percent("precision", right / extracted),
    percent("recall", found / gold),
    percent("F1", harmonic(right / extracted, found / gold)),
    percent("F1 of exact spans", harmonic(exact / extracted, exact / gold)),
  ];
}

function measureSpeed(texts: readonly string[]): BenchRow {
  for (const text of texts.slice(0, 500)) extractSlots(text, { at: AT });
  const before = process.cpuUsage();
  for (const text of texts) extractSlots(text, { at: AT });
  const { user, system } = process.cpuUsage(before);
  return {
    what: "all slots, processor time of one core",
    value: texts.length / ((user + system) / 1e6),
    unit: "texts/s",
  };
}
