// Finds where the rows of a JSON document lie: the document itself, the elements of its top list, the members of its top
// object, or the elements of a list inside.
import { compileColumn } from "../mapping/column.ts";
import { guessMapping } from "../mapping/guess-mapping.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { RecordPattern } from "./split-json.ts";

export type RowsChoice = {
  readonly pattern: RecordPattern;
  readonly rows: readonly unknown[];
  /** The rows are members of an object, named by their keys. */
  readonly hasKeys: boolean;
  readonly reason: string;
};

/** `document` is the parsed beginning of the document (see `partial-json.ts`). */
export function chooseRows(document: unknown): RowsChoice {
  if (Array.isArray(document)) {
    return { pattern: ["*"], rows: document, hasKeys: false, reason: "The document is a list." };
  }
  const choices = isObject(document) ? candidates(document) : [];
  let best: { readonly choice: RowsChoice; readonly score: number } | undefined;
  for (const choice of choices) {
    const guess = guessMapping(choice.rows.slice(0, 50), choice.hasKeys);
    if (guess === undefined) continue;
    // A list of turns is also a list of rows; it is one only if the rows say which conversation they belong to.
    const isTurns =
      guess.mapping.shape === "message-per-row" && guess.mapping.fields.conversationId === undefined;
    const hasTurns = guess.mapping.shape === "turns-in-conversation";
    const bonus = hasTurns
      ? turnsNameConversations(choice, guess.mapping.turns)
        ? -0.5
        : 0.3
      : isTurns
        ? -0.2
        : 0;
    const score = guess.confidence + bonus;
    if (best === undefined || score > best.score) best = { choice, score };
  }
  return (
    best?.choice ?? { pattern: [], rows: [document], hasKeys: false, reason: "The document is one record." }
  );
}

/** Elements that say which conversation they belong to are rows of their own, not turns of what holds them. */
function turnsNameConversations({ rows }: RowsChoice, turns: string | undefined): boolean {
  const read = compileColumn(turns ?? "");
  const first = rows.find(isObject);
  const elements =
    first === undefined ? undefined : read(first, { value: first, raw: () => "", position: 0 });
  const guess = Array.isArray(elements) ? guessMapping(elements.slice(0, 50)) : undefined;
  return (
    guess?.mapping.shape === "message-per-row" &&
    guess.mapping.fields.conversationId !== undefined &&
    guess.mapping.fields.position === undefined &&
    !isLoneId(guess.mapping)
  );
}

/** Without repeats, a guess takes the id of the row itself for a conversation's. */
function isLoneId(mapping: Mapping): boolean {
  return (
    mapping.fields.messageId === undefined && /^(id|uuid|sid)$/i.test(mapping.fields.conversationId ?? "")
  );
}

function candidates(document: Readonly<Record<string, unknown>>): RowsChoice[] {
  const choices: RowsChoice[] = [
    { pattern: [], rows: [document], hasKeys: false, reason: "The document is one conversation." },
  ];
  const members = Object.values(document);
  const objects = members.filter(isObject);
  if (members.length > 0 && objects.length === members.length && areAlike(objects)) {
    choices.push({
      pattern: ["*"],
      rows: objects,
      hasKeys: true,
      reason: "The document is an object whose members are the records.",
    });
  }
  for (const [name, member] of Object.entries(document)) {
    const inner = isObject(member) ? Object.entries(member) : [];
    for (const [path, list] of [[[name], member], ...inner.map(([key, value]) => [[name, key], value])] as [
      string[],
      unknown,
    ][]) {
      if (!Array.isArray(list) || !list.some(isObject)) continue;
      choices.push({
        pattern: [...path, "*"],
        rows: list,
        hasKeys: false,
        reason: `The records are the elements of ${path.join(".")}.`,
      });
    }
  }
  return choices;
}

/** Members of a collection have names in common; the parts of an envelope have not. */
function areAlike(objects: readonly Readonly<Record<string, unknown>>[]): boolean {
  const names = Object.keys(objects[0] ?? {});
  const shared = names.filter(
    (name) => objects.filter((object) => Object.hasOwn(object, name)).length >= objects.length * 0.8,
  );
  return names.length > 0 && shared.length >= names.length / 2;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** `data.items.*` as a pattern; the empty text is the document itself. */
export function parseRowsPath(rows: string): RecordPattern {
  return rows === "" ? [] : rows.split(".");
}
