// A filter in words, as the filter bar and answers say it. Pure.
import { attributeName, type Field, findField } from "./fields.ts";
import type { Condition, Filter, FilterValue } from "./filter.ts";

/** Names for values that are ids: topics by id, audiences by id. */
export type FilterNames = {
  readonly topics?: ReadonlyMap<number, string>;
  readonly audiences?: ReadonlyMap<string, string>;
};

/** `channel is voice or web, and none has topic "refund"`. An empty filter is `everything`. */
export function describeFilter(filter: Filter, names: FilterNames = {}): string {
  switch (filter.op) {
    case "and":
      return filter.filters.length === 0 ? "everything" : list(filter.filters, names, ", and ");
    case "or":
      return list(filter.filters, names, ", or ");
    case "not":
      return `not (${describeFilter(filter.filter, names)})`;
    case "same":
      return `one utterance has ${filter.filters.map((part) => describeFilter(part, names)).join(" and ")}`;
    case "audience":
      return `audience ${quote(names.audiences?.get(filter.id) ?? filter.id)}`;
    default:
      return describeCondition(filter, names);
  }
}

function list(filters: readonly Filter[], names: FilterNames, separator: string): string {
  return filters
    .map((filter) => {
      const words = describeFilter(filter, names);
      return filters.length > 1 && (filter.op === "and" || filter.op === "or") ? `(${words})` : words;
    })
    .join(separator);
}

function describeCondition(condition: Condition, names: FilterNames): string {
  const field = findField(condition.field);
  const label = attributeName(field.id) ?? field.label.toLowerCase();
  switch (condition.op) {
    case "contains":
      return `${label} has the words ${quote(condition.text)}`;
    case "exists":
      return `${label} is known`;
    case "range":
      return describeRange(label, condition.from, condition.to);
    case "in":
      return `${label} is ${condition.values.map((value) => nameValue(value, field, names)).join(" or ")}`;
  }
}

function describeRange(label: string, from: FilterValue | undefined, to: FilterValue | undefined): string {
  if (from !== undefined && to !== undefined) return `${label} is from ${from} to below ${to}`;
  if (from !== undefined) return `${label} is at least ${from}`;
  return to === undefined ? `${label} is anything` : `${label} is below ${to}`;
}

function nameValue(value: FilterValue, field: Field, names: FilterNames): string {
  if (field.type === "boolean") return value === true || value === "true" ? "yes" : "no";
  if (field.type === "topic") {
    return Number(value) === 0 ? "none" : quote(names.topics?.get(Number(value)) ?? String(value));
  }
  const label = field.values?.find((entry) => entry.value === value)?.label.toLowerCase();
  if (label !== undefined) return label;
  return value === "" ? "empty" : String(value);
}

function quote(text: string): string {
  return `“${text}”`;
}
