// A filter in words, part by part, for chips and their hints. Pure: names of fields and values are arguments.
import type { Condition, Filter, FilterValue } from "../../../../src/query/filter.ts";
import { formatCount } from "../../ui/format.ts";

export type FilterNames = {
  /** "Topic" for `topic`, "Plan" for `attribute.plan`. */
  field(field: string): string;
  value(field: string, value: FilterValue): string;
  audience(id: string): string;
};

const SHOWN_VALUES = 2;

function valuesInWords(
  condition: Extract<Condition, { op: "in" }>,
  names: FilterNames,
  shown: number,
): string {
  const words = condition.values.slice(0, shown).map((value) => names.value(condition.field, value));
  const more = condition.values.length - words.length;
  return more > 0 ? `${words.join(", ")} or ${formatCount(more)} more` : joinOr(words);
}

function joinOr(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function rangeInWords(condition: Extract<Condition, { op: "range" }>, names: FilterNames): string {
  const word = (value: FilterValue) => names.value(condition.field, value);
  if (condition.from === undefined) return condition.to === undefined ? "any" : `below ${word(condition.to)}`;
  return condition.to === undefined
    ? `from ${word(condition.from)}`
    : `${word(condition.from)} to below ${word(condition.to)}`;
}

/** One line, such as `Topic: Refund status` or `not Channel: voice`. `shown`: how many values are named before "or n more". */
export function filterWords(filter: Filter, names: FilterNames, shown = SHOWN_VALUES): string {
  switch (filter.op) {
    case "in":
      return `${names.field(filter.field)}: ${valuesInWords(filter, names, shown)}`;
    case "range":
      return `${names.field(filter.field)}: ${rangeInWords(filter, names)}`;
    case "contains":
      return `${names.field(filter.field)} has “${filter.text}”`;
    case "exists":
      return `${names.field(filter.field)} is known`;
    case "not":
      return `not ${filterWords(filter.filter, names, shown)}`;
    case "and":
      return filter.filters.map((part) => filterWords(part, names, shown)).join(" and ") || "everything";
    case "or":
      return filter.filters.map((part) => filterWords(part, names, shown)).join(" or ");
    case "same":
      return `one utterance with ${filter.filters.map((part) => filterWords(part, names, shown)).join(" and ")}`;
    case "audience":
      return `Audience: ${names.audience(filter.id)}`;
    default:
      return filter satisfies never;
  }
}

/** What a filter finer than a conversation means, for the hint of its chip. */
export function filterMeaning(filter: Filter, isFiner: (field: string) => boolean): string {
  if (filter.op === "not" && isFinerFilter(filter.filter, isFiner))
    return "Conversations in which no utterance is like this";
  if (filter.op === "same") return "Conversations with at least one utterance that meets all of these";
  if (isFinerFilter(filter, isFiner)) return "Conversations with at least one utterance like this";
  return "Conversations like this";
}

function isFinerFilter(filter: Filter, isFiner: (field: string) => boolean): boolean {
  return "field" in filter && isFiner(filter.field);
}
