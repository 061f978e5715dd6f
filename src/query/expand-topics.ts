// Puts in the place of each topic that a filter names the ids that rows carry for it and for all that stands below it. Pure.
import type { TopicTree } from "../core/topic-tree.ts";
import { findField, LENS_TOPIC } from "./fields.ts";
import type { Condition, Filter, FilterValue } from "./filter.ts";

/**
 * 0 is "no topic", which hidden ones count as. Topics that only `others` knows, the trees of the other lenses, are looked for in
 * whole conversations. Topics that no tree knows stay and match nothing.
 */
export function expandTopics(filter: Filter, tree: TopicTree, others?: TopicTree): Filter {
  switch (filter.op) {
    case "and":
    case "or":
      return { op: filter.op, filters: filter.filters.map((part) => expandTopics(part, tree, others)) };
    case "not":
      return { op: "not", filter: expandTopics(filter.filter, tree, others) };
    case "same":
      return { op: "same", filters: filter.filters.map((part) => expandInUtterance(part, tree)) };
    case "in":
    case "exists":
      return expandCondition(filter, tree, others);
    default:
      return filter;
  }
}

const isTopic = (condition: Condition): boolean => findField(condition.field).type === "topic";
const isShown = (tree: TopicTree, id: number): boolean => tree.idAt("subtopic", id) !== 0;

function expandCondition(condition: Condition, tree: TopicTree, others: TopicTree | undefined): Filter {
  if (!isTopic(condition)) return condition;
  const { field } = condition;
  if (condition.op === "in" && others !== undefined) {
    const known = new Set(tree.storedIds);
    const elsewhere = (value: FilterValue) =>
      !known.has(Number(value)) && others.resolve(Number(value)) !== undefined;
    const [there, here] = [condition.values.filter(elsewhere), condition.values.filter((v) => !elsewhere(v))];
    if (there.length > 0) {
      const other: Filter = { op: "in", field: LENS_TOPIC, values: expandValues(there, others) };
      if (here.length === 0) return other;
      return { op: "or", filters: [expandCondition({ ...condition, values: here }, tree, undefined), other] };
    }
  }
  const shown = tree.storedIds.filter((id) => isShown(tree, id));
  if (condition.op === "exists") {
    return shown.length === tree.storedIds.length ? condition : { op: "in", field, values: shown };
  }
  if (condition.op !== "in") return condition;
  const named = expandValues(condition.values, tree);
  if (!condition.values.some((value) => Number(value) === 0)) return { op: "in", field, values: named };
  const none: Filter = { op: "not", filter: { op: "in", field, values: shown } };
  return named.length === 0 ? none : { op: "or", filters: [none, { op: "in", field, values: named }] };
}

/** Of one utterance no more than a condition can be said; its one topic may be 0. */
function expandInUtterance(condition: Condition, tree: TopicTree): Condition {
  if (!isTopic(condition)) return condition;
  const { field } = condition;
  const hidden = tree.storedIds.filter((id) => !isShown(tree, id));
  if (condition.op === "exists") {
    return hidden.length === 0
      ? condition
      : { op: "in", field, values: tree.storedIds.filter((id) => isShown(tree, id)) };
  }
  if (condition.op !== "in") return condition;
  const none = condition.values.some((value) => Number(value) === 0) ? [0, ...hidden] : [];
  return { op: "in", field, values: [...new Set([...none, ...expandValues(condition.values, tree)])] };
}

function expandValues(values: readonly (string | number | boolean)[], tree: TopicTree): number[] {
  const ids = values.filter((value) => typeof value !== "boolean" && Number(value) !== 0).map(Number);
  return [...new Set(ids.flatMap((id) => (tree.storedUnder(id).length > 0 ? tree.storedUnder(id) : [id])))];
}
