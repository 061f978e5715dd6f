// The words that a typed sentence may name values by: those of the model, what the workspace holds, and common other names.
// Pure.
import type { Audience } from "../../../../src/contract/audiences.ts";
import type { Workspace } from "../../../../src/contract/workspace.ts";
import type { FilterValue } from "../../../../src/query/filter.ts";
import type { Dimension } from "./field-options.ts";
import { type Term, toWords, type Vocabulary } from "./read-sentence.ts";

/** Other names of values that every workspace has, by field and value. */
const OTHER_NAMES: readonly (readonly [field: string, value: FilterValue, names: readonly string[]])[] = [
  ["channel", "email", ["e-mail", "emails", "mail", "mails"]],
  ["channel", "voice", ["call", "calls", "phone", "phone calls", "by phone"]],
  ["channel", "sms", ["text message", "text messages"]],
  ["channel", "social", ["social media"]],
  ["channel", "web", ["web chat", "website"]],
  ["channel", "mobile", ["mobile app"]],
  ["sentiment", "negative", ["angry", "unhappy", "frustrated", "negative sentiment"]],
  ["sentiment", "positive", ["happy", "satisfied", "positive sentiment"]],
  ["sentiment", "neutral", ["neutral sentiment"]],
  ["outcome", "resolved", ["solved"]],
  ["outcome", "escalated", ["escalations"]],
  ["outcome", "abandoned", ["gave up"]],
  ["handed_over", true, ["handed over", "handover", "handovers", "transferred to an agent"]],
];

/** Values that are named only together with their field: "unknown" alone says nothing of outcome or sentiment. */
const NEEDS_FIELD = new Set(["unknown", "api", "true", "false"]);
const BARE_FIELDS = new Set(["channel", "outcome", "sentiment"]);
const SHORTEST_BARE_VALUE = 3;

export function vocabularyOf(known: {
  readonly dimensions: readonly Dimension[];
  readonly workspace: Pick<Workspace, "sources" | "languages" | "attributes">;
  readonly topics: readonly { readonly id: number; readonly name: string }[];
  readonly audiences: readonly Pick<Audience, "id" | "name">[];
}): Vocabulary {
  const terms: Term[] = [];
  const labels = new Map(known.dimensions.map(({ id, label }) => [id, label]));
  const add = (field: string, value: FilterValue, name: string, isBare: boolean) => {
    const words = toWords(name).filter((word) => word !== "");
    if (words.length === 0) return;
    terms.push({ words: [...toWords(fieldName(field, labels)), ...words], field, value });
    if (isBare) terms.push({ words, field, value });
  };

  for (const { id, values } of known.dimensions)
    for (const { value, label } of values ?? [])
      add(id, value, label, BARE_FIELDS.has(id) && !NEEDS_FIELD.has(value));
  for (const [field, value, names] of OTHER_NAMES)
    for (const name of names) if (labels.has(field)) add(field, value, name, true);
  for (const { name } of known.workspace.sources) add("source", name, name, true);
  for (const { language } of known.workspace.languages) {
    add("language", language, language, false);
    add("language", language, languageName(language), true);
  }
  for (const { id, name } of known.topics) add("topic", id, name, toWords(name).length > 1);
  const shared = sharedValues(known.workspace.attributes);
  for (const { name, values } of known.workspace.attributes)
    for (const { value } of values)
      add(
        `attribute.${name}`,
        value,
        value,
        value.length >= SHORTEST_BARE_VALUE &&
          !NEEDS_FIELD.has(value) &&
          !shared.has(value) &&
          !/^\d+$/.test(value),
      );
  return { terms, audiences: known.audiences.map(({ id, name }) => ({ id, words: toWords(name) })) };
}

/** What people call a field: sentiment, not "sentiment of the conversation". */
function fieldName(field: string, labels: ReadonlyMap<string, string>): string {
  if (field === "sentiment") return "sentiment";
  return labels.get(field) ?? field.replace(/^attribute\./, "");
}

function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Values of more than one attribute do not say by themselves which is meant. */
function sharedValues(attributes: Workspace["attributes"]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { values } of attributes)
    for (const { value } of values) (seen.has(value) ? shared : seen).add(value);
  return shared;
}
