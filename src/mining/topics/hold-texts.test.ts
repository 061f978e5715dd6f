import { describe, expect, it } from "vitest";
import { holdTexts } from "./hold-texts.ts";
import { unitRows } from "./rows.ts";

/** Two topics around 0° and 90°, ten texts each, and one text at an angle. */
function textsWithOneAt(degrees: number) {
  const angles = [...Array.from({ length: 10 }, () => 0), ...Array.from({ length: 10 }, () => 90), degrees];
  const values = angles.flatMap((angle) => [
    Math.cos((angle * Math.PI) / 180),
    Math.sin((angle * Math.PI) / 180),
  ]);
  return unitRows(Float32Array.from(values), 2);
}

const previous = {
  topics: [
    { id: 5, name: "a", centroid: Float32Array.of(1, 0) },
    { id: 9, name: "b", centroid: Float32Array.of(0, 1) },
  ],
  assignment: [...Array.from({ length: 10 }, () => 5), ...Array.from({ length: 10 }, () => 9), 5],
};
const groups = Int32Array.from([
  ...Array.from({ length: 10 }, () => 0),
  ...Array.from({ length: 11 }, () => 1),
]);

describe("holdTexts", () => {
  it("keeps a text between two topics where it was", () => {
    expect(holdTexts(textsWithOneAt(46), groups, previous, 0).at(-1)).toBe(0);
  });

  it("lets go of a text that clearly belongs elsewhere", () => {
    expect(holdTexts(textsWithOneAt(80), groups, previous, 0).at(-1)).toBe(1);
  });

  it("changes nothing without an earlier run, and for texts that take no part", () => {
    const rows = textsWithOneAt(46);
    expect(holdTexts(rows, groups, { topics: [] }, 0)).toBe(groups);
    const out = groups.slice();
    out[20] = -1;
    expect(holdTexts(rows, out, previous, 0).at(-1)).toBe(-1);
  });
});
