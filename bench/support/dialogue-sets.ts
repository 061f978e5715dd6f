// Labelled customer turns inside dialogues, for benches of topics: MultiDoGO (real, by domain), SGD (by service) and MultiWOZ.
// Greetings, thanks and answers to questions are left out, as they are before topics are found.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { IntentSet } from "./intent-sets.ts";
import { readFirstMember } from "./zip-member.ts";

const NO_INTENT = /greeting|thank|closing|confirmation|rejection|contentonly|outofdomain|<div>/;
const FEWEST_WORDS = 3;

/** Keeps the first of equal texts and at most `most` texts. */
export function distinctSet(
  name: string,
  rows: Iterable<readonly [string, string]>,
  most?: number,
): IntentSet {
  const labelOf = new Map<string, string>();
  for (const [text, label] of rows) {
    if (most !== undefined && labelOf.size >= most) break;
    if (!labelOf.has(text)) labelOf.set(text, label);
  }
  return { name, texts: [...labelOf.keys()], labels: [...labelOf.values()] };
}

/** The labels are intents within a domain. */
export function readMultiDogo(datasets: string, name: string, domains: readonly string[]): IntentSet {
  const folder = join(datasets, "multidogo", "paper_splits", "splits_annotated_at_turn_level");
  const rows = domains.flatMap((domain) =>
    ["test", "dev"].flatMap((part) => {
      const file = readFileSync(join(folder, domain, `${part}.tsv`));
      const turns = parse(file, { columns: true, delimiter: "\t", relax_quotes: true });
      return (turns as { utterance: string; intent: string }[]).flatMap(({ utterance, intent }) => {
        const text = utterance.trim();
        if (!intent || NO_INTENT.test(intent) || text.split(/\s+/).length < FEWEST_WORDS) return [];
        return [[text, `${domain}:${intent}`] as const];
      });
    }),
  );
  return distinctSet(name, rows);
}

type SgdDialogue = {
  readonly services: readonly string[];
  readonly turns: readonly { utterance: string; acts: readonly string[]; intent?: string; speaker: string }[];
};

/** Turns that inform an intent, of dialogues all of whose services were (not) seen in training. */
export function readSgd(datasets: string, name: string, seen: boolean, most: number): IntentSet {
  const folder = join(datasets, "schema-guided-dialogue");
  const read = (part: string) =>
    readFileSync(join(folder, `${part}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as SgdDialogue);
  const known = new Set(read("train").flatMap(({ services }) => services));
  const dialogues = read(seen ? "dev" : "test").filter(({ services }) =>
    services.every((service) => known.has(service) === seen),
  );
  const rows = dialogues.flatMap(({ turns }) =>
    turns.flatMap(({ utterance, acts, intent, speaker }) =>
      speaker === "USER" && intent !== undefined && acts.includes("INFORM_INTENT")
        ? [[utterance.trim(), intent] as const]
        : [],
    ),
  );
  return distinctSet(name, rows, most);
}

type WozTurn = { readonly text: string; readonly dialog_act?: Readonly<Record<string, readonly string[][]>> };
type MultiWoz = Readonly<Record<string, { readonly log: readonly WozTurn[] }>>;

const BOOKING = new Set(["people", "day", "stay", "time", "book"]);

/** Customer turns about one domain; the label says whether they look for something, book it or ask about it. */
export async function readMultiWoz(datasets: string, name: string, most: number): Promise<IntentSet> {
  const rows: [string, string][] = [];
  for (const part of ["val", "test"]) {
    const json = await readFirstMember(join(datasets, "multiwoz21-valtest", `${part}.json.zip`));
    for (const { log } of Object.values(JSON.parse(json) as MultiWoz)) {
      for (const [at, { text, dialog_act = {} }] of log.entries()) {
        const acts = Object.entries(dialog_act).filter(([act]) => !act.startsWith("general"));
        const domains = new Set(acts.map(([act]) => act.split("-")[0] ?? ""));
        const [domain] = domains;
        if (at % 2 === 1 || domains.size !== 1 || domain === undefined) continue;
        if (text.trim().split(/\s+/).length < FEWEST_WORDS) continue;
        rows.push([text.trim(), `${domain.toLowerCase()}:${kindOf(domain, acts)}`]);
      }
    }
  }
  return distinctSet(name, rows, most);
}

function kindOf(domain: string, acts: readonly (readonly [string, readonly string[][]])[]): string {
  if (acts.every(([act]) => act.endsWith("-Request"))) return "ask";
  const slots = acts.flatMap(([, pairs]) => pairs.map(([slot = ""]) => slot.toLowerCase()));
  const books = slots.some((slot) => BOOKING.has(slot)) && /^(hotel|restaurant)$/i.test(domain);
  return books || slots.includes("people") ? "book" : "find";
}
