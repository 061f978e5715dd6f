// An edit of the topic tree in words, as the log shows it. Pure.
import type { LoggedEdit } from "./curation-log.ts";
import type { TopicTree } from "./topic-tree.ts";

/** `entryWords` gives the words of the entry that an undo or redo is about. */
export function describeEdit(
  edit: LoggedEdit,
  tree: Pick<TopicTree, "nameOf">,
  entryWords: (entry: number) => string,
): string {
  const name = (id: number): string => `“${tree.nameOf(id)}”`;
  const names = (ids: readonly number[]): string => list(ids.map(name));
  switch (edit.kind) {
    case "rename":
      return edit.name === null
        ? `Gave ${name(edit.topic)} the name that was found`
        : `Renamed a topic to “${edit.name}”`;
    case "merge":
      return `Merged ${names(edit.topics)} into ${name(edit.into)}`;
    case "move":
      return `Moved ${names(edit.topics)} under ${edit.newGroup === undefined ? "" : "the new group "}${name(edit.parent)}`;
    case "split":
      return `Split ${list(edit.parts.map((part) => `“${part.name}”`))} off ${name(edit.topic)}`;
    case "apart":
      return `Keep ${names(edit.topics)} apart`;
    case "assign": {
      const count = `${edit.texts.length} ${edit.texts.length === 1 ? "wording" : "wordings"}`;
      return edit.topic === 0 ? `Took ${count} out of topics` : `Put ${count} into ${name(edit.topic)}`;
    }
    case "hide":
      return `Hid ${name(edit.topic)}`;
    case "show":
      return `Showed ${name(edit.topic)} again`;
    case "create":
      return `Made the ${edit.level} “${edit.name}”`;
    case "undo":
      return `Took back: ${entryWords(edit.entry)}`;
    case "redo":
      return `Did again: ${entryWords(edit.entry)}`;
  }
}

function list(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
