// What the readers of JSON documents of one vendor share: documents singly, in a list or line by line; their names; the
// detection by members; and ids that are not ids.
import { basename } from "node:path";
import type { SourceMessage } from "../../core/source-conversation.ts";
import type { ItemSink, RecordAt } from "../item-sink.ts";
import { type JsonObject, objectOf } from "../json/members.ts";
import { parsePartialJson } from "../json/partial-json.ts";
import { looksLikeJsonLines, readJsonRows } from "../json/read-json-rows.ts";
import type { SourceRow } from "../mapping/column.ts";
import { recordOf } from "../mapping/mapping-context.ts";
import type { FormatInput, Head } from "./format.ts";

export type SourceDocument = {
  readonly value: JsonObject;
  readonly record: RecordAt;
  readonly row: SourceRow;
  readonly path: string;
};

/** The documents of an input in batches. What is no JSON object is set aside. `list` names a member that holds many. */
export async function* readDocuments(
  input: FormatInput,
  sink: ItemSink,
  list?: string,
): AsyncGenerator<SourceDocument[], void, undefined> {
  const first = firstValue(input.head);
  const pattern = Array.isArray(first)
    ? ["*"]
    : list !== undefined && Array.isArray(objectOf(first)?.[list])
      ? [list, "*"]
      : [];
  for await (const rows of readJsonRows(input, sink, pattern)) {
    const documents: SourceDocument[] = [];
    for (const row of rows) {
      const record = recordOf(input.name, row);
      const value = objectOf(row.value);
      if (value === undefined) sink.reject("not-an-object", record);
      else documents.push({ value, record, row, path: row.path ?? "" });
    }
    yield documents;
  }
}

/** The first whole or cut-off JSON value of a head: for JSON Lines that of the first line which is one. */
export function firstValue(head: Head): unknown {
  const first = head.text.trimStart().charAt(0);
  if (first !== "{" && first !== "[") return undefined;
  if (!looksLikeJsonLines(head)) return parsePartialJson(head.text);
  for (const line of head.text.split(/\r\n|\n|\r/).slice(0, 20)) {
    const value = objectOf(parsePartialJson(line));
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first object of a head, looking into a top list. */
export function firstObject(head: Head): JsonObject | undefined {
  const value = firstValue(head);
  return objectOf(Array.isArray(value) ? value[0] : value);
}

/** An id for a document that has none: its file's name, numbered from the second on. */
export function documentId(file: string, position: number): string {
  const name = basename(file.split("!/").at(-1) ?? file).replace(
    /(\.(json|jsonl|ndjson|vcon|txt|gz|zst))+$/i,
    "",
  );
  return position === 0 ? name : `${name}#${position + 1}`;
}

/** An id that several messages of a conversation bear is a placeholder, not an id; it is taken off. */
export function withoutRepeatedIds(messages: readonly SourceMessage[]): readonly SourceMessage[] {
  const counts = new Map<string, number>();
  for (const { externalId } of messages) {
    if (externalId !== undefined) counts.set(externalId, (counts.get(externalId) ?? 0) + 1);
  }
  return messages.map((message) => {
    if (message.externalId === undefined || counts.get(message.externalId) === 1) return message;
    const { externalId: _, ...rest } = message;
    return rest;
  });
}
