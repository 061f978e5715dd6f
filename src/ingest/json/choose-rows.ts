// Finds where the rows of a JSON document lie: the document itself, the elements of its top list, the members of its top
// object, or the elements of a list inside.
import { guessMapping } from "../mapping/guess-mapping.ts";
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
    const score =
      guess.confidence + (guess.mapping.shape === "turns-in-conversation" ? 0.3 : isTurns ? -0.2 : 0);
    if (best === undefined || score > best.score) best = { choice, score };
  }
  return (
    best?.choice ?? { pattern: [], rows: [document], hasKeys: false, reason: "The document is one record." }
  );
}

function candidates(document: Readonly<Record<string, unknown>>): RowsChoice[] {
  const choices: RowsChoice[] = [
    { pattern: [], rows: [document], hasKeys: false, reason: "The document is one conversation." },
  ];
  const members = Object.values(document);
  const objects = members.filter(isObject);
  if (members.length > 0 && objects.length === members.length) {
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** `data.items.*` as a pattern; the empty text is the document itself. */
export function parseRowsPath(rows: string): RecordPattern {
  return rows === "" ? [] : rows.split(".");
}
