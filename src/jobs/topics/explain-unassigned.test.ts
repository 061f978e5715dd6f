import { describe, expect, it } from "vitest";
import { explainSmallTalk, explainUnassigned } from "./explain-unassigned.ts";
import { isRefiningDue } from "./is-refining-due.ts";
import { reasonToRun } from "./propose-topics.ts";

describe("explainSmallTalk", () => {
  it.each([
    ["refund", "too-short"],
    ["Hello.", "small-talk"],
    ["thanks a lot", "small-talk"],
    ["12345", "small-talk"],
  ])("%s is %s", (text, reason) => {
    expect(explainSmallTalk(text)).toBe(reason);
  });
});

describe("explainUnassigned", () => {
  const topics = [{ id: 7, centroid: Float32Array.of(1, 0), cohesion: 0.95 }];
  const near = [Math.cos(0.4), Math.sin(0.4)] as const;
  const explain = (text: string, [x, y]: readonly [number, number], opens: boolean, language = "en") =>
    explainUnassigned({
      texts: [text, ...Array.from({ length: 20 }, () => "where is my parcel")],
      languages: [language, ...Array.from({ length: 20 }, () => "en")],
      vectors: Float32Array.of(x, y, ...Array.from({ length: 20 }, () => [1, 0]).flat()),
      dimension: 2,
      topics,
      opens: Array.from({ length: 21 }, () => opens),
    })[0];

  it("tells what is like no topic from what lies near one", () => {
    expect(explain("my parcel was eaten", [0, 1], true)).toEqual({ reason: "new", nearTopicId: 0 });
    expect(explain("my parcel is late", near, true)).toEqual({ reason: "between-topics", nearTopicId: 7 });
  });

  it("says what is said in passing, too short, or in another language", () => {
    expect(explain("my parcel is late", near, false)?.reason).toBe("in-passing");
    expect(explain("it", near, true)?.reason).toBe("too-short");
    expect(explain("wo ist mein paket", near, true, "de")?.reason).toBe("other-language");
  });
});

describe("what makes a run due", () => {
  const at = new Date(1000);
  it.each([
    ["before the first", undefined, 100, undefined, false],
    ["nothing new", { texts: 100, at }, 100, new Date(500), false],
    ["an edit since", { texts: 100, at }, 100, new Date(2000), true],
    ["a hundredth more texts", { texts: 100, at }, 101, undefined, true],
    ["fewer texts", { texts: 100, at }, 90, undefined, false],
  ])("at night: %s", (_, lastRun, texts, lastEdit, expected) => {
    expect(isRefiningDue({ lastRun, texts, lastEdit })).toBe(expected);
  });

  it("proposes one when surely more belongs to no topic than before", () => {
    const before = { unassigned: 50, outOf: 1000 };
    expect(reasonToRun(before, { unassigned: 60, outOf: 200 })).toBe(
      "Since the last run 30.0 % of what customers say belongs to no topic (60 of 200), before it 5.0 %",
    );
    expect(reasonToRun(before, { unassigned: 12, outOf: 200 })).toBeUndefined();
    expect(reasonToRun(before, { unassigned: 20, outOf: 40 })).toBeUndefined();
  });
});
