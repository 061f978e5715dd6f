import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../core/errors.ts";
import { cutExcerpt } from "./excerpts.ts";
import { decodeCursor, encodeCursor } from "./search-cursor.ts";

describe("cutExcerpt", () => {
  test("shows short texts whole and marks the words, upper and lower case alike", () => {
    expect(cutExcerpt("Where is my Parcel?", "my parcel")).toEqual({
      excerpt: "Where is my Parcel?",
      start: 9,
      end: 18,
    });
  });

  test("cuts long texts at spaces and says that it did", () => {
    const text = `${"before ".repeat(40)}needle ${"after ".repeat(40)}`;
    const cut = cutExcerpt(text, "needle");
    expect(cut?.excerpt).toMatch(/^… before .* needle .* after …$/);
    expect(cut?.excerpt.slice(cut.start, cut.end)).toBe("needle");
    expect(cut?.excerpt.length).toBeLessThan(180);
  });

  test("finds nothing where the words are not, and takes signs as they are", () => {
    expect(cutExcerpt("abc", "a.c")).toBeUndefined();
    expect(cutExcerpt("costs (100%)", "(100%)")?.start).toBe(6);
  });

  test("always points at the words, wherever they stand", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 }), (before, after) => {
        const cut = cutExcerpt(`${before}Zq9${after}`, "zq9");
        expect(cut?.excerpt.slice(cut.start, cut.end).toLowerCase()).toBe("zq9");
      }),
    );
  });
});

describe("cursors", () => {
  const sort = { by: "started", direction: "desc" };
  const place = { ...sort, key: 1_772_366_400_123, id: "6f0c6f1e-0000-8000-8000-000000000001" };

  test("come back as they went", () => expect(decodeCursor(encodeCursor(place), sort)).toEqual(place));

  test("are refused for another sort", () => {
    expect(() => decodeCursor(encodeCursor(place), { ...sort, direction: "asc" })).toThrow(AppError);
  });

  test("are refused, and never crash, when made by hand", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, sort)).toThrow(AppError);
      }),
    );
  });
});
