import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePartialJson } from "./partial-json.ts";

describe("parsePartialJson", () => {
  it.each([
    ['[{"a":1},{"a":2},{"a', [{ a: 1 }, { a: 2 }, {}]],
    ['{"meta":{"x":1},"items":[{"t":"on', { meta: { x: 1 }, items: [{}] }],
    ['{"a":1}{"a":2}', { a: 1 }],
    ['{"a":1},\n{"a":2}', { a: 1 }],
    ["", undefined],
    ["plain words", undefined],
    ['[{"a":1},{"b":oops},{"c":3}]', [{ a: 1 }, {}]],
  ])("sees in %s what is complete", (text, value) => {
    expect(parsePartialJson(text)).toEqual(value);
  });

  it("finds something in every beginning of a list of objects", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, share) => {
          const text = JSON.stringify(list);
          expect(
            Array.isArray(parsePartialJson(text.slice(0, Math.max(1, Math.floor(text.length * share))))),
          ).toBe(true);
        },
      ),
    );
  });
});
