import { describe, expect, it } from "vitest";
import { changeWords, type LineageChange, notable } from "./change-words.ts";

const topic = (name: string, texts = 10) => ({ id: name.length, name, texts });
const change = (
  kind: LineageChange["kind"],
  from: readonly string[],
  to: readonly string[],
  common = 5,
): LineageChange => ({
  kind,
  level: "topic",
  from: from.map((name) => topic(name)),
  to: to.map((name) => topic(name)),
  common,
});

describe("changeWords", () => {
  it.each([
    [change("born", [], ["Late refund"]), "“Late refund” is new, with 10 wordings"],
    [change("died", ["Fax"], []), "“Fax” is gone"],
    [change("merged", ["A", "B", "C"], ["D"]), "“A”, “B” and “C” became “D”"],
    [change("split", ["A"], ["B", "C"]), "“A” fell into “B” and “C”"],
    [change("continued", ["A"], ["A"], 9), "“A” went on, with 90\u202f% of its wordings"],
  ])("says what happened", (what, words) => {
    expect(changeWords(what)).toBe(words);
  });
});

describe("notable", () => {
  it("puts merges and splits first and only counts what went on", () => {
    const all = [
      change("continued", ["A"], ["A"]),
      change("died", ["B"], []),
      change("merged", ["C", "D"], ["C"]),
      change("continued", ["E"], ["E"]),
    ];
    expect(notable(all).shown.map(({ kind }) => kind)).toEqual(["merged", "died"]);
    expect(notable(all).continued).toBe(2);
  });
  it("tells the parts of one topic together, the largest first", () => {
    const part = (name: string, texts: number) => ({
      ...change("split", ["A"], []),
      to: [topic(name, texts)],
    });
    const [only, ...more] = notable([part("first", 3), part("second", 9)]).shown;
    expect(more).toEqual([]);
    expect(only?.to.map(({ name }) => name)).toEqual(["second", "first"]);
  });
});
