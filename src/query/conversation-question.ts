// The customers of a group of messages are known only by their conversations. Where everything that a question groups and filters by
// belongs to the conversation, the conversations alone tell which groups are large, without a join over every message.
import type { QuerySpec } from "./compile-query.ts";
import { findField } from "./fields.ts";
import type { Filter } from "./filter.ts";
import { findMeasure } from "./measures.ts";

/**
 * The question for conversations whose `group_size` is no more than that of the same group in `spec`: a conversation that
 * started in the window has a message in it. Undefined where a group or filter is finer than a conversation, or where
 * `spec` asks for conversations anyway.
 */
export function asConversationQuestion(spec: QuerySpec, groups: readonly string[]): QuerySpec | undefined {
  const isFine = spec.measures.some((id) => findMeasure(id).entity !== "conversation");
  if (!isFine || ![...groups, ...fieldsOf(spec.filter)].every(isOfConversation)) return undefined;
  return { ...spec, measures: ["conversations"], dimensions: groups, order: [], limit: 100_000 };
}

function isOfConversation(id: string): boolean {
  const { grain, columns } = findField(id);
  return grain === "conversation" && columns.conversation?.shape === "scalar";
}

function fieldsOf(filter: Filter): readonly string[] {
  switch (filter.op) {
    case "and":
    case "or":
    case "same":
      return filter.filters.flatMap(fieldsOf);
    case "not":
      return fieldsOf(filter.filter);
    case "audience":
      return [];
    default:
      return [filter.field];
  }
}
