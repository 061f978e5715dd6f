import { describe, expect, it } from "vitest";
import { CHANNELS } from "../../../src/core/domain.ts";
import { NEUTRAL_SENTIMENT } from "../../../src/query/fields.ts";
import { DARK, LIGHT } from "../ui/palette.ts";
import { channelColour, sentimentBand, sentimentColour, topicColour } from "./colours.ts";
import { condense, sparklinePath } from "./sparkline-path.ts";

describe("colours of things", () => {
  it("differ for every channel, in both themes", () => {
    for (const palette of [LIGHT, DARK]) {
      expect(new Set(CHANNELS.map((channel) => channelColour(channel, palette))).size).toBe(CHANNELS.length);
    }
  });

  it("stay with a topic whatever else is shown", () => {
    expect(topicColour(7, LIGHT)).toBe(LIGHT.categorical[7]);
    expect(topicColour(undefined, LIGHT)).toBe(LIGHT.faint);
    expect(channelColour("pigeon", LIGHT)).toBe(LIGHT.faint);
  });

  it("band sentiment as the query layer does", () => {
    expect([-NEUTRAL_SENTIMENT, NEUTRAL_SENTIMENT].map(sentimentBand)).toEqual(["neutral", "neutral"]);
    expect([-0.26, 0.26, null].map(sentimentBand)).toEqual(["negative", "positive", "unknown"]);
    expect(sentimentColour("negative", LIGHT)).not.toBe(sentimentColour("positive", LIGHT));
  });
});

describe("a sparkline", () => {
  it("adds up days to weeks when there are many", () => {
    const days = Array.from({ length: 70 }, () => 1);
    expect(condense(days, false)).toEqual({
      values: Array.from({ length: 10 }, () => 7),
      isLastPartial: false,
    });
    expect(condense([...days, 1], false)).toMatchObject({ isLastPartial: true });
    expect(condense([1, 2], true)).toEqual({ values: [1, 2], isLastPartial: true });
  });

  it("runs from zero to the highest count", () => {
    expect(sparklinePath([0, 10], 46, 26, false).whole).toBe("M3 23L43 3");
  });

  it("draws the way to the running bucket apart", () => {
    const path = sparklinePath([5, 10, 2], 46, 26, true);
    expect(path.whole).toBe("M3 13L23 3");
    expect(path.running).toBe("M23 3L43 19");
  });

  it("holds for no and for one value", () => {
    expect(sparklinePath([], 46, 26, false)).toEqual({ whole: "", running: "", end: undefined });
    expect(sparklinePath([0], 46, 26, true).end).toEqual([3, 23]);
  });
});
