// The part of the guess that finds the list of turns inside a conversation object.
import { FIELD_NAMES, nameScore, plainName, TURN_LIST_NAMES } from "./field-names.ts";
import { roleColumnScore } from "./guess-roles.ts";
import { sampleColumns } from "./sample-columns.ts";

export type TurnsGuess = {
  readonly column: string;
  /** A sample of turns, from several rows. */
  readonly turns: unknown[];
  readonly isOfTexts: boolean;
};

const SAMPLE_TURNS = 400;

/** The list that most looks like turns, or undefined when the rows hold none. Lists written as JSON text count too. */
export function findTurns(rows: readonly unknown[]): TurnsGuess | undefined {
  const lists = new Map<string, { rows: number; turns: unknown[] }>();
  for (const row of rows) collectLists(row, "", 1, lists);
  let best: { score: number; guess: TurnsGuess } | undefined;
  for (const [column, { rows: count, turns }] of lists) {
    if (count < rows.length * 0.5 || turns.length === 0) continue;
    const isOfTexts = turns.every((turn) => typeof turn === "string");
    const score = isOfTexts ? scoreTexts(column, turns as string[]) : scoreObjects(column, turns);
    if (score >= 0.6 && (best === undefined || score > best.score)) {
      best = { score, guess: { column, turns, isOfTexts } };
    }
  }
  return best?.guess;
}

function scoreObjects(column: string, turns: readonly unknown[]): number {
  const columns = sampleColumns(turns);
  const text = Math.max(
    0,
    ...columns
      .filter(({ times, numbers }) => times < 0.8 && numbers < 0.9)
      .map(({ name, meanWords }) =>
        name.includes(".") ? 0 : nameScore(FIELD_NAMES.text, name) * Math.min(1, meanWords / 2),
      ),
  );
  if (text < 0.5) return 0;
  const role = Math.max(
    0,
    ...columns.map((inner) => roleColumnScore(inner, nameScore(FIELD_NAMES.role, inner.name))),
  );
  return text * 0.5 + listName(column) * 0.4 + Math.min(1, role) * 0.3;
}

function scoreTexts(column: string, turns: readonly string[]): number {
  const words = turns.reduce((sum, turn) => sum + turn.trim().split(/\s+/).length, 0) / turns.length;
  return words >= 3 && listName(column) > 0 ? 0.4 + listName(column) * 0.3 : 0;
}

function listName(column: string): number {
  const index = TURN_LIST_NAMES.indexOf(plainName(column));
  return index < 0 ? 0 : 1 - index * 0.02;
}

function collectLists(
  value: unknown,
  prefix: string,
  depth: number,
  lists: Map<string, { rows: number; turns: unknown[] }>,
): void {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return;
  for (const [key, member] of Object.entries(value)) {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    const list = Array.isArray(member) ? member : parsedList(member);
    if (list !== undefined) {
      const known = lists.get(name) ?? { rows: 0, turns: [] };
      known.rows += 1;
      if (known.turns.length < SAMPLE_TURNS)
        known.turns.push(...list.slice(0, 60).filter((turn) => turn !== null));
      lists.set(name, known);
    } else if (depth < 2) collectLists(member, name, depth + 1, lists);
  }
}

function parsedList(member: unknown): unknown[] | undefined {
  if (typeof member !== "string" || !member.startsWith("[{")) return undefined;
  try {
    const parsed: unknown = JSON.parse(member);
    return Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined; // not a list after all
  }
}
