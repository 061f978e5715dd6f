// Guesses a mapping from a sample of rows: names first, then whether the values bear the name out. The guess is always
// shown with its reasons and can be saved and corrected; nothing else in Parlance guesses about columns.
import { judgeDayOrder } from "../time/day-order.ts";
import { canonicalMappingOf } from "./canonical.ts";
import { FIELD_NAMES, nameScore, PERSONAL_NAME, plainName } from "./field-names.ts";
import { chooseRoles, roleColumnScore } from "./guess-roles.ts";
import { findTurns } from "./guess-turns.ts";
import { CONVERSATION_FIELDS, type MappedField, type Mapping, MESSAGE_FIELDS } from "./mapping.ts";
import { type SampleColumn, sampleColumns } from "./sample-columns.ts";
import { transcriptSplitter } from "./transcript.ts";
import { CHANNELS_BY_WORD, OUTCOMES_BY_WORD } from "./value-words.ts";

export type MappingGuess = {
  readonly mapping: Mapping;
  /** Why each part was chosen, in words for people; by field, and `shape`, `turns`, `attributes`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** From 0 to 1; under 0.5 a person should look before importing. */
  readonly confidence: number;
};

const MAX_ATTRIBUTES = 30;

/**
 * `given` are the first records, up to a few hundred; `hasKeys` says that they are members of an object, so that `$key`
 * can be the conversation's id. Undefined when no column holds text.
 */
export function guessMapping(given: readonly unknown[], hasKeys = false): MappingGuess | undefined {
  const rows = withoutRepeats(given);
  const canonical = canonicalMappingOf(rows);
  if (canonical !== undefined) {
    return { mapping: canonical, reasons: { shape: "The rows have Parlance's own form." }, confidence: 1 };
  }
  const turns = findTurns(rows);
  return turns === undefined ? guessFlat(rows, hasKeys) : guessNested(rows, turns, hasKeys);
}

/** A row that stands there twice says nothing new, and would make ids look as if they were none. */
function withoutRepeats(rows: readonly unknown[]): readonly unknown[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row, bigAsText), row])).values()];
}

function bigAsText(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

function guessNested(
  rows: readonly unknown[],
  turns: { column: string; turns: unknown[]; isOfTexts: boolean },
  hasKeys: boolean,
): MappingGuess | undefined {
  const reasons: Record<string, string> = {
    shape: `Each row holds a list of turns in ${turns.column}.`,
    turns: `${turns.column} is a list whose elements hold text.`,
  };
  const outer = sampleColumns(rows, turns.column);
  const inner = turns.isOfTexts ? [] : sampleColumns(turns.turns);
  const conversation = assign(CONVERSATION_FIELDS, outer, rows.length, reasons, "conversation");
  const message = assign(MESSAGE_FIELDS, inner, turns.turns.length, reasons, "turn");
  if (turns.isOfTexts) message.set("text", ".");
  if (!message.has("text")) return undefined;
  if (!conversation.has("conversationId") && hasKeys) {
    conversation.set("conversationId", "$key");
    reasons["conversationId"] = "The conversations are members of an object; its names are their ids.";
  }
  const used = new Set(conversation.values());
  return finish("turns-in-conversation", new Map([...conversation, ...message]), {
    reasons,
    turns: turns.column,
    roleColumn: inner.find(({ name }) => name === message.get("role")),
    timeColumn:
      inner.find(({ name }) => name === message.get("time")) ??
      outer.find(({ name }) => name === conversation.get("startedAt")),
    attributes: outer.filter(({ name }) => !used.has(name)),
    isTurns: true,
  });
}

function guessFlat(rows: readonly unknown[], hasKeys: boolean): MappingGuess | undefined {
  const columns = sampleColumns(rows);
  const reasons: Record<string, string> = {};
  const fields = assign(
    [...MESSAGE_FIELDS, ...CONVERSATION_FIELDS.filter((field) => field !== "startedAt")],
    columns,
    rows.length,
    reasons,
    "row",
  );
  const textColumn = columns.find(({ name }) => name === fields.get("text"));
  if (textColumn === undefined) return undefined;
  const split = transcriptSplitter(undefined, "customer");
  const transcripts =
    textColumn.values.filter((value) => split(value).length >= 2).length / textColumn.values.length;
  const roleColumn = columns.find(({ name }) => name === fields.get("role"));
  const used = new Set(fields.values());
  const rest = columns.filter(({ name }) => !used.has(name));
  const timeColumn = columns.find(({ name }) => name === fields.get("time"));
  if (transcripts >= 0.6 && roleColumn === undefined) {
    reasons["shape"] = `The texts in ${textColumn.name} hold several speakers (“Customer:”, “Agent:”).`;
    if (!fields.has("conversationId")) moveField(fields, "messageId", "conversationId", reasons);
    moveField(fields, "participantId", "customerId", reasons);
    return finish("conversation-per-row", fields, {
      reasons,
      roleColumn,
      timeColumn,
      attributes: rest,
      isTurns: false,
    });
  }
  reasons["shape"] = fields.has("conversationId")
    ? `Each row is one message; ${fields.get("conversationId")} says which belong together.`
    : "Each row is one message, and a conversation of its own.";
  if (!fields.has("conversationId") && hasKeys) fields.set("conversationId", "$key");
  const isLone = !fields.has("conversationId");
  if (isLone) {
    moveField(fields, "messageId", "conversationId", reasons);
    fields.delete("position");
  }
  const attributes = isLone
    ? rest
    : rest.filter((column) => isConstantIn(rows, fields.get("conversationId") ?? "", column.name));
  return finish("message-per-row", fields, { reasons, roleColumn, timeColumn, attributes, isTurns: false });
}

function moveField(
  fields: Map<MappedField, string>,
  from: MappedField,
  to: MappedField,
  reasons: Record<string, string>,
): void {
  const column = fields.get(from);
  if (column === undefined || fields.has(to)) return;
  fields.delete(from);
  fields.set(to, column);
  reasons[to] = reasons[from] ?? "";
  delete reasons[from];
}

type Finish = {
  readonly reasons: Record<string, string>;
  readonly turns?: string;
  readonly roleColumn: SampleColumn | undefined;
  readonly timeColumn: SampleColumn | undefined;
  readonly attributes: readonly SampleColumn[];
  readonly isTurns: boolean;
};

function finish(shape: Mapping["shape"], fields: Map<MappedField, string>, parts: Finish): MappingGuess {
  const { reasons, timeColumn, roleColumn } = parts;
  const roles = chooseRoles(roleColumn, parts.isTurns, reasons, shape === "conversation-per-row");
  const order = timeColumn === undefined ? undefined : judgeDayOrder(timeColumn.values);
  const attributes = parts.attributes.filter(isAttribute).slice(0, MAX_ATTRIBUTES);
  const leftOut = parts.attributes.filter(({ name }) => PERSONAL_NAME.test(plainSegments(name)));
  if (leftOut.length > 0) {
    reasons["attributes"] =
      `Left out because they look personal: ${leftOut.map(({ name }) => name).join(", ")}. Add them by hand if wanted.`;
  }
  if (timeColumn === undefined && !fields.has("startedAt"))
    reasons["time"] = "No column holds a time; one is made up from the position.";
  const confidence =
    0.4 +
    (fields.has("time") ? 0.2 : 0) +
    (roleColumn !== undefined || shape === "conversation-per-row" ? 0.2 : 0) +
    (fields.has("conversationId") ? 0.2 : 0);
  const mapping: Mapping = {
    version: 1,
    shape,
    ...(parts.turns === undefined ? {} : { turns: parts.turns }),
    fields: Object.fromEntries(fields) as Mapping["fields"],
    attributes: attributes.map((column) => ({
      column: column.name,
      name: column.name,
      type: attributeType(column),
    })),
    roles: roles.roles,
    ...(roles.inTurn === undefined ? {} : { rolesInTurn: roles.inTurn }),
    channels: {},
    outcomes: {},
    ...(order === undefined || !order.matters || !order.isCertain ? {} : { dayFirst: order.dayFirst }),
  };
  return { mapping, reasons, confidence: Math.round(confidence * 100) / 100 };
}

/** Gives each field the column that suits it best; a column serves once, the surest pair first. */
function assign(
  wanted: readonly MappedField[],
  columns: readonly SampleColumn[],
  rows: number,
  reasons: Record<string, string>,
  what: "conversation" | "turn" | "row",
): Map<MappedField, string> {
  const pairs: { field: MappedField; column: SampleColumn; score: number }[] = [];
  for (const field of wanted) {
    for (const column of columns) {
      if (column.isList) continue;
      const score = scoreOf(field, column, rows, what);
      if (score > 0.25) pairs.push({ field, column, score: score - column.name.split(".").length * 0.01 });
    }
  }
  pairs.sort((a, b) => b.score - a.score);
  const fields = new Map<MappedField, string>();
  const taken = new Set<string>();
  for (const { field, column, score } of pairs) {
    if (fields.has(field) || taken.has(column.name)) continue;
    fields.set(field, column.name);
    taken.add(column.name);
    reasons[field] =
      `${column.name}: ${score >= 0.6 ? "its name says so and its values fit" : "its values fit"}.`;
  }
  return fields;
}

function scoreOf(
  field: MappedField,
  column: SampleColumn,
  rows: number,
  what: "conversation" | "turn" | "row",
): number {
  const named = nameScore(FIELD_NAMES[field], column.name);
  const unique = column.distinct === column.values.length;
  switch (field) {
    case "text":
      return column.times > 0.8 || column.numbers > 0.9 || column.booleans > 0.9
        ? 0
        : named >= 0.6
          ? named + Math.min(0.3, column.meanWords / 40)
          : column.meanWords >= 4
            ? Math.max(named, 0.3 + Math.min(0.2, column.meanWords / 100))
            : 0;
    case "time":
    case "startedAt":
      if (column.times < (named >= 0.9 ? 0.2 : named >= 0.6 ? 0.4 : 0.8)) return 0;
      return named > 0 ? named + 0.2 : column.numbers > 0.5 ? 0 : 0.4;
    case "role":
      return roleColumnScore(column, named);
    case "conversationId":
      if (column.meanWords > 1.5 || (column.times > 0.8 && column.numbers < 1)) return 0;
      if (what === "conversation")
        return named >= 0.6
          ? named
          : ["id", "uuid", "key"].includes(plainName(column.name)) && unique
            ? 0.8
            : named >= 0.45 && unique
              ? named
              : 0;
      return named >= 0.6 && column.filled > 0.5 ? named + (unique && rows > 10 ? -0.15 : 0.1) : 0;
    case "messageId":
      // What is named a message's id is one: a repeat is the message again, perhaps mended.
      return named >= 0.6 &&
        (unique || /^m(essage|sg)id$/.test(plainName(column.name))) &&
        column.filled > 0.5 &&
        column.meanWords < 1.5
        ? named
        : 0;
    case "position":
      return named >= 0.6 && column.numbers > 0.95 && column.filled > 0.95 && column.times < 0.5 ? named : 0;
    case "channel":
      return named >= 0.6 ? named * knownShare(column, CHANNELS_BY_WORD) : 0;
    case "outcome":
      return named >= 0.6 && column.distinct <= 20 ? named * knownShare(column, OUTCOMES_BY_WORD) : 0;
    case "language":
      return named >= 0.6 &&
        column.values.every((value) => /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,2}$/i.test(value))
        ? named
        : 0;
    case "durationMs":
      return named >= 0.6 && column.numbers > 0.95 ? named : 0;
    default:
      return named >= 0.6 && column.meanWords < 6 ? named : 0;
  }
}

function knownShare(column: SampleColumn, words: ReadonlyMap<string, unknown>): number {
  const known =
    column.values.filter((value) => words.has(value.trim().toLowerCase())).length /
    Math.max(1, column.values.length);
  return known >= 0.5 ? 1 : 0;
}

function isAttribute(column: SampleColumn): boolean {
  return (
    column.meanLength <= 200 &&
    column.values.length > 0 &&
    column.name.split(".").length <= 2 &&
    !PERSONAL_NAME.test(plainSegments(column.name))
  );
}

function plainSegments(name: string): string {
  return name.split(".").at(-1) ?? name;
}

function attributeType(column: SampleColumn): "text" | "number" | "boolean" | "time" {
  if (column.isList) return "text";
  if (column.booleans === 1) return "boolean";
  if (column.times === 1 && column.numbers < 1) return "time";
  const looksLikeId = /id$/i.test(column.name) || column.values.some((value) => /^0\d/.test(value));
  return column.numbers === 1 && !looksLikeId ? "number" : "text";
}

function isConstantIn(rows: readonly unknown[], idColumn: string, name: string): boolean {
  const seen = new Map<unknown, unknown>();
  let repeats = 0;
  for (const row of rows) {
    const record = row as Record<string, unknown>;
    const id = record[idColumn];
    const value = record[name];
    if (id === undefined || value === undefined || value === "") continue;
    if (!seen.has(id)) seen.set(id, value);
    else if (seen.get(id) === value) repeats += 1;
    else return false;
  }
  return repeats > 0;
}
