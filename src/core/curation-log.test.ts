import { describe, expect, it } from "vitest";
import { type LogEntry, type LoggedEdit, readLog } from "./curation-log.ts";
import { describeEdit } from "./curation-words.ts";

const log = (...edits: LoggedEdit[]): LogEntry[] =>
  edits.map((edit, at) => ({ id: at + 1, at: new Date(at), actor: "local", edit }));
const hide = (topic: number): LoggedEdit => ({ kind: "hide", topic });
const undo = (entry: number): LoggedEdit => ({ kind: "undo", entry });
const redo = (entry: number): LoggedEdit => ({ kind: "redo", entry });
const state = (...edits: LoggedEdit[]) => {
  const { active, undone, nextUndo, nextRedo } = readLog(log(...edits));
  return [active.map(({ id }) => id), undone.map(({ id }) => id), nextUndo?.id, nextRedo?.id];
};

describe("readLog", () => {
  it.each([
    ["edits hold in their order", [hide(1), hide(2)], [[1, 2], [], 2, undefined]],
    ["what was taken back can be done again", [hide(1), hide(2), undo(2)], [[1], [2], 1, 2]],
    [
      "steps back are done again the last first",
      [hide(1), hide(2), undo(2), undo(1)],
      [[], [2, 1].sort(), undefined, 1],
    ],
    ["done again", [hide(1), hide(2), undo(2), redo(2)], [[1, 2], [], 2, undefined]],
    ["a new edit ends doing again", [hide(1), undo(1), hide(2)], [[3], [1], 3, undefined]],
    ["an older edit can be taken back", [hide(1), hide(2), undo(1)], [[2], [1], 2, 1]],
    [
      "an old one can be done again by its id",
      [hide(1), undo(1), hide(2), redo(1)],
      [[1, 3], [], 3, undefined],
    ],
    ["taking back twice is once", [hide(1), undo(1), undo(1)], [[], [1], undefined, 1]],
  ])("%s", (_, edits, expected) => {
    expect(state(...edits)).toEqual(expected);
  });
});

describe("describeEdit", () => {
  const tree = { nameOf: (id: number) => `T${id}` };
  const words = (edit: LoggedEdit) => describeEdit(edit, tree, (entry) => `entry ${entry}`);

  it.each<[LoggedEdit, string]>([
    [{ kind: "rename", topic: 1, name: "Late" }, "Renamed a topic to “Late”"],
    [{ kind: "rename", topic: 1, name: null }, "Gave “T1” the name that was found"],
    [{ kind: "merge", into: 1, topics: [2, 3, 4] }, "Merged “T2”, “T3” and “T4” into “T1”"],
    [{ kind: "move", parent: 9, topics: [2] }, "Moved “T2” under “T9”"],
    [{ kind: "move", parent: 9, topics: [2], newGroup: "G" }, "Moved “T2” under the new group “T9”"],
    [{ kind: "assign", topic: 0, texts: ["1"], was: [1], utterances: [] }, "Took 1 wording out of topics"],
    [
      { kind: "assign", topic: 2, texts: ["1", "2"], was: [1, 1], utterances: [] },
      "Put 2 wordings into “T2”",
    ],
    [{ kind: "create", id: 5, level: "topic", name: "New", parent: null, texts: [] }, "Made the topic “New”"],
    [{ kind: "undo", entry: 3 }, "Took back: entry 3"],
  ])("says %j", (edit, expected) => {
    expect(words(edit)).toBe(expected);
  });
});
