import { describe, expect, it } from "vitest";
import type { QueryResponse } from "../../../src/contract/query.ts";
import type { TopicList } from "../../../src/contract/topics.ts";
import { isPastWhole, measuresWithWholePast, topicsWithWholePast } from "./whole-past.ts";

const comparedWith = {
  from: "2026-02-28T23:00:00.000Z",
  to: "2026-03-31T22:00:00.000Z",
  timeZone: "Europe/Berlin",
};

describe("the stretch before", () => {
  it("is compared when conversations were there from its first day on", () => {
    expect(isPastWhole({ comparedWith }, "2026-03-01")).toBe(true);
    expect(isPastWhole({ comparedWith }, "2026-03-02")).toBe(false);
    expect(isPastWhole({ comparedWith }, null)).toBe(false);
    expect(isPastWhole({ comparedWith: null }, null)).toBe(true);
  });

  it("is left out of an answer where the data begins within it", () => {
    const measured = { m: { value: 1, n: 1, low: null, high: null } };
    const row = { dimensions: {}, measures: measured, previous: measured };
    const answer = {
      comparedWith,
      rows: [row],
      total: { measures: measured, previous: measured },
    } as unknown as QueryResponse;
    expect(measuresWithWholePast(answer, "2026-01-01")).toBe(answer);
    const cut = measuresWithWholePast(answer, "2026-03-15");
    expect([cut.rows[0]?.previous, cut.total.previous]).toEqual([null, null]);
    const topics = {
      comparedWith,
      topics: [{ id: 1, previous: { conversations: 3 } }],
    } as unknown as TopicList;
    expect(topicsWithWholePast(topics, "2026-03-15").topics[0]?.previous).toBeNull();
    expect(topicsWithWholePast(topics, "2026-01-15")).toBe(topics);
  });
});
