// Entries of the log as the contract gives them.
import { namedTopics } from "../../core/curation.ts";
import { isEdit, type LogEntry } from "../../core/curation-log.ts";
import { describeEdit } from "../../core/curation-words.ts";
import type { EditOutcome } from "../../jobs/topics/curate/curator.ts";
import type { CuratedTree } from "../../records/topic-curations.ts";

export function describeEntries({ tree, log, entries }: CuratedTree) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const active = new Set(log.active.map(({ id }) => id));
  const wordsOf = (entry: LogEntry | undefined): string =>
    entry === undefined ? "" : describeEdit(entry.edit, tree, (id) => wordsOf(byId.get(id)));
  return (entry: LogEntry) => {
    const about = "entry" in entry.edit ? byId.get(entry.edit.entry) : undefined;
    const spoken = about ?? entry;
    return {
      id: entry.id,
      at: entry.at.toISOString(),
      actor: entry.actor,
      kind: entry.edit.kind,
      words: wordsOf(entry),
      topics: isEdit(spoken) ? [...new Set(namedTopics(spoken.edit))] : [],
      active: isEdit(entry) ? active.has(entry.id) : null,
      about: about?.id ?? null,
    };
  };
}

export function describeOutcome({ entry, changed, utterances, after }: EditOutcome) {
  const describe = describeEntries(after);
  return { entry: describe(entry), changed, utterances, ...describeSteps(after) };
}

export function describeSteps(curated: CuratedTree) {
  const { nextUndo, nextRedo } = curated.log;
  const describe = describeEntries(curated);
  return {
    undo: nextUndo === undefined ? null : describe(nextUndo),
    redo: nextRedo === undefined ? null : describe(nextRedo),
  };
}
