// What points to a person only together with other things: places, companies, products, peoples, ages, dates, titles, websites.
// The policy keeps them unless it names them; they are reported as entities.
import type { ContextType } from "../../../core/redaction-tag.ts";
import type { TaggedEntity } from "../../../nlp/tagger/tagged-entity.ts";
import { arbitrate, cutAtRedactions } from "../arbitrate.ts";
import type { Candidate } from "../recogniser.ts";
import { findAges } from "./ages.ts";
import { findDates } from "./dates.ts";
import { findPeoples } from "./peoples.ts";
import { findTitles } from "./titles.ts";
import { findWebsites } from "./websites.ts";

const TAGGED: ReadonlySet<string> = new Set<ContextType>([
  "LOCATION",
  "ORGANISATION",
  "PRODUCT",
  "GROUP",
  "AGE",
]);

/** Candidates of context in a text, sorted and without overlaps. `entities` is what the tagger found in the same text. */
export function findContext(text: string, entities: readonly TaggedEntity[]): Candidate[] {
  const found = [
    ...findDates(text),
    ...findAges(text),
    ...findTitles(text),
    ...findWebsites(text),
    ...findPeoples(text),
  ];
  for (const { start, end, type, score } of entities)
    if (TAGGED.has(type) && score >= leastScore(text.slice(start, end)))
      found.push({ start, end, type, score: Math.min(score, 0.8) });
  return arbitrate(
    found.flatMap((candidate) => cutAtRedactions(candidate, text)),
    () => false,
  );
}

/** Without a capital or a digit the tagger must be surer. */
function leastScore(value: string): number {
  return /\p{Lu}|\p{Lo}|\d/u.test(value) ? 0.7 : 0.99;
}
