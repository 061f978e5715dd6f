// Labelled customer texts from the public data sets, for benches of topics: the two yardsticks as they are, and customer
// turns of real dialogues (MultiDoGO) with greetings, thanks and answers to questions left out.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";

export type IntentSet = {
  readonly name: string;
  readonly texts: readonly string[];
  readonly labels: readonly string[];
};

const DOMAINS = {
  "MultiDoGO airline, insurance, media": ["airline", "insurance", "media"],
  "MultiDoGO finance, software, fast food": ["finance", "software", "fastfood"],
} as const;
const NO_INTENT = /greeting|thank|closing|confirmation|rejection|contentonly|outofdomain|<div>/;
const FEWEST_WORDS = 3;

function toSet(name: string, rows: readonly (readonly [string, string])[]): IntentSet {
  return { name, texts: rows.map(([text]) => text), labels: rows.map(([, label]) => label) };
}

function banking(datasets: string): IntentSet {
  const file = readFileSync(join(datasets, "banking77", "test.csv"));
  const rows = parse(file, { columns: true }) as { text: string; category: string }[];
  return toSet(
    "BANKING77 test",
    rows.map(({ text, category }) => [text, category]),
  );
}

function clinc(datasets: string): IntentSet {
  const file = readFileSync(join(datasets, "clinc150", "data_full.json"), "utf8");
  const { test } = JSON.parse(file) as { test: [string, string][] };
  return toSet("CLINC150 test", test);
}

function dogo(datasets: string, name: string, domains: readonly string[]): IntentSet {
  const folder = join(datasets, "multidogo", "paper_splits", "splits_annotated_at_turn_level");
  const seen = new Set<string>();
  const rows = domains.flatMap((domain) =>
    ["test", "dev"].flatMap((part) => {
      const file = readFileSync(join(folder, domain, `${part}.tsv`));
      const turns = parse(file, { columns: true, delimiter: "\t", relax_quotes: true });
      return (turns as { utterance: string; intent: string }[]).flatMap(({ utterance, intent }) => {
        const text = utterance.trim();
        if (!intent || NO_INTENT.test(intent) || text.split(/\s+/).length < FEWEST_WORDS) return [];
        if (seen.has(text)) return [];
        seen.add(text);
        return [[text, `${domain}:${intent}`] as const];
      });
    }),
  );
  return toSet(name, rows);
}

export function readIntentSets(datasets: string): IntentSet[] {
  return [
    banking(datasets),
    clinc(datasets),
    ...Object.entries(DOMAINS).map(([name, domains]) => dogo(datasets, name, domains)),
  ];
}
