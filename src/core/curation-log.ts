// The log of edits: entries are only ever added. Taking back and doing again are entries too, so that who did what stays.
import type { Curation } from "./curation.ts";

export type LoggedEdit = Curation | { readonly kind: "undo" | "redo"; readonly entry: number };

export type LogEntry = {
  readonly id: number;
  readonly at: Date;
  readonly actor: string;
  readonly edit: LoggedEdit;
};

export type EditEntry = LogEntry & { readonly edit: Curation };

export type LogState = {
  /** Edits that hold, in the order in which they were made. */
  readonly active: readonly EditEntry[];
  /** Edits that were taken back, in the order in which they were made. */
  readonly undone: readonly EditEntry[];
  /** What taking back takes back next. */
  readonly nextUndo: EditEntry | undefined;
  /** What doing again does again next; none after a new edit. */
  readonly nextRedo: EditEntry | undefined;
};

/** Where a log stands. `entries` in the order of their ids. */
export function readLog(entries: readonly LogEntry[]): LogState {
  const edits = new Map<number, EditEntry>();
  const done = new Set<number>();
  let undone: number[] = [];
  for (const entry of entries) {
    if (isUndo(entry)) {
      if (done.delete(entry.edit.entry)) undone.push(entry.edit.entry);
    } else if (isRedo(entry)) {
      if (edits.has(entry.edit.entry)) done.add(entry.edit.entry);
      undone = undone.filter((id) => id !== entry.edit.entry);
    } else if (isEdit(entry)) {
      edits.set(entry.id, entry);
      done.add(entry.id);
      undone = [];
    }
  }
  const active = [...edits.values()].filter((entry) => done.has(entry.id));
  const takenBack = [...edits.values()].filter((entry) => !done.has(entry.id));
  const last = undone.at(-1);
  return {
    active,
    undone: takenBack,
    nextUndo: active.at(-1),
    nextRedo: last === undefined ? undefined : edits.get(last),
  };
}

type StepBack = LogEntry & { readonly edit: { readonly entry: number } };

function isUndo(entry: LogEntry): entry is StepBack {
  return entry.edit.kind === "undo";
}

function isRedo(entry: LogEntry): entry is StepBack {
  return entry.edit.kind === "redo";
}

export function isEdit(entry: LogEntry): entry is EditEntry {
  return entry.edit.kind !== "undo" && entry.edit.kind !== "redo";
}
