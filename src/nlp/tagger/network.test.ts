import { expect, it } from "vitest";
import { Network } from "./network.ts";
import { shippedTaggerModel } from "./tagger-model.ts";
import { NO_WORD, WordTable } from "./word-table.ts";

it("gives the numbers of the formula: tags from the rectified sum of the window's words", () => {
  const model = shippedTaggerModel();
  const { tags, hidden, reach, width, window, bias, out, outBias } = model;
  const words = new WordTable(model);
  const table = ["Leticia", "lives", "in", "Springfield", "."].map((word) => words.row(word, false));
  const window7 = [NO_WORD, NO_WORD, ...table].slice(0, 2 * reach + 1);
  for (const row of table) words.compute(row);
  const bases = Int32Array.from(window7, (row, place) => row * words.stride + place * hidden);
  const emissions = new Float32Array(2 * tags.length);
  new Network(model).read(words.parts, bases, emissions, tags.length);

  const layer = Array.from(bias, (value, unit) =>
    Math.max(0, value + bases.reduce((sum, base) => sum + (words.parts[base + unit] ?? 0), 0)),
  );
  const expected = Array.from(outBias, (value, tag) =>
    layer.reduce((sum, active, unit) => sum + active * (out[tag * hidden + unit] ?? 0), value),
  );
  for (const [tag, value] of expected.entries()) expect(emissions[tags.length + tag]).toBeCloseTo(value, 3);
  expect([...emissions.subarray(0, tags.length)]).toEqual(tags.map(() => 0));
  expect(window).toHaveLength((2 * reach + 1) * width * hidden);
});
