import { describe, expect, it } from "vitest";
import { chooseStretch, chosenRows, moveTo, nothingChosen, stepOf, toggle } from "./selection.ts";

const keyOf = (row: string) => row;

describe("a selection", () => {
  it("takes rows in and out one by one, and gives them in the order of the screen", () => {
    let selection = toggle(nothingChosen<string>(), "c", 2, "c");
    selection = toggle(selection, "a", 0, "a");
    expect(chosenRows(selection)).toEqual(["a", "c"]);
    expect(chosenRows(toggle(selection, "c", 2, "c"))).toEqual(["a"]);
  });
  it("chooses a stretch from where it began, however often it is drawn anew", () => {
    const began = moveTo(nothingChosen<string>(), 1);
    const down = chooseStretch(began, ["b", "c", "d"], 1, 3, keyOf);
    expect(chosenRows(down)).toEqual(["b", "c", "d"]);
    expect(down.anchor).toBe(1);
    const up = chooseStretch(down, ["a", "b"], 0, 0, keyOf);
    expect(chosenRows(up)).toEqual(["a", "b"]);
    expect(up.anchor).toBe(1);
  });
  it("goes elsewhere without letting go of what is chosen", () => {
    const selection = moveTo(toggle(nothingChosen<string>(), "a", 0, "a"), 5);
    expect(selection.current).toBe(5);
    expect(chosenRows(selection)).toEqual(["a"]);
  });
});

describe("stepOf", () => {
  it.each([
    ["j", -1, 0],
    ["ArrowDown", 3, 4],
    ["ArrowDown", 9, 9],
    ["k", -1, 0],
    ["ArrowUp", 3, 2],
    ["PageDown", 2, 6],
    ["PageDown", 8, 9],
    ["PageUp", 2, 0],
    ["Home", 7, 0],
    ["End", -1, 9],
  ])("%s at %d leads to %d of ten rows", (key, current, next) => {
    expect(stepOf(key, current, 10, 4)).toBe(next);
  });
  it("leads nowhere for other keys or without rows", () => {
    expect(stepOf("a", 0, 10, 4)).toBeUndefined();
    expect(stepOf("j", -1, 0, 4)).toBeUndefined();
  });
});
