import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOf, carryOver, formatView, parseView, topLevel, type ViewState } from "./view-state.ts";

const refund = { op: "in", field: "topic", values: [7] } as const;
const web = { op: "in", field: "channel", values: ["web"] } as const;

describe("view state in the URL", () => {
  it("comes back from the URL as it went in", () => {
    const state: ViewState = {
      time: "last 4 weeks",
      compare: "none",
      filter: { op: "and", filters: [web, { op: "not", filter: refund }] },
      drawer: { title: "Refund & exchange, 100 %?", filter: refund, conversation: "c-1" },
      tables: ["volume"],
    };
    expect(parseView(formatView(state))).toEqual(state);
  });

  it("leaves the URL bare when nothing is set", () => {
    expect(formatView({})).toBe("");
    expect(parseView("")).toEqual({});
  });

  it("drops what it does not understand and keeps the rest", () => {
    const search = formatView({
      time: "the other day",
      compare: "none",
      filter: { op: "maybe" },
      colour: "blue",
    });
    expect(parseView(search)).toEqual({ compare: "none" });
  });

  it("never throws, whatever the query string", () => {
    fc.assert(
      fc.property(fc.string(), (text) => typeof parseView(`?view=${encodeURIComponent(text)}`) === "object"),
    );
    fc.assert(fc.property(fc.string(), (text) => typeof parseView(text) === "object"));
  });

  it("carries the window and the filter to another page, and leaves the page's own state behind", () => {
    const state: ViewState = {
      time: "all",
      filter: web,
      open: "c-1",
      search: { text: "late", mode: "exact" },
    };
    expect(carryOver(state)).toEqual({ time: "all", filter: web });
  });
});

describe("filters side by side", () => {
  it("joins filters flat", () => {
    expect(allOf({ op: "and", filters: [web] }, refund)).toEqual({ op: "and", filters: [web, refund] });
    expect(allOf(undefined, refund)).toEqual(refund);
    expect(allOf(undefined, { op: "and", filters: [] })).toBeUndefined();
  });

  it("shows a lone condition as one part", () => {
    expect(topLevel(refund)).toEqual([refund]);
    expect(topLevel(undefined)).toEqual([]);
  });
});
