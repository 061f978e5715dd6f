import { describe, expect, it } from "vitest";
import { joinBesidesPlaceholders, replacePlaceholders } from "./placeholders.ts";
import { dotRows, unitRows } from "./rows.ts";

describe("replacePlaceholders", () => {
  it("takes tags of ours, of other tools and fields of templates", () => {
    const text = "i am [PERSON:k3x7q2], [email] <NAME> for {{Order Number}} and {city}";
    expect(replacePlaceholders(text, "·")).toBe("i am ·, · · for · and ·");
  });

  it("leaves brackets that hold a sentence", () => {
    const text = "broken [it says here that the parcel was handed to somebody else] again";
    expect(replacePlaceholders(text, "·")).toBe(text);
  });
});

describe("joinBesidesPlaceholders", () => {
  const rows = unitRows(Float32Array.of(1, 0, 0, 1, 1, 0, 0.6, 0.8), 2);

  it("makes one point of texts that differ in the tag alone", () => {
    const joined = joinBesidesPlaceholders(rows, ["talk to [PERSON:abcdef]", "Talk to [HANDLE]", "a", "b"]);
    expect(dotRows(joined, 0, joined, 1)).toBeCloseTo(1, 6);
    expect(dotRows(joined, 0, joined, 0)).toBeCloseTo(1, 6);
    expect([...joined.values.subarray(4)]).toEqual([...rows.values.subarray(4)]);
    expect([...rows.values.subarray(0, 4)]).toEqual([1, 0, 0, 1]);
  });

  it("leaves texts alone that differ in a word, or hold no tag", () => {
    expect(joinBesidesPlaceholders(rows, ["talk to [EMAIL]", "write to [EMAIL]", "same", "same"])).toBe(rows);
  });
});
