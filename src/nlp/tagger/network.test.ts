import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { assembleKernel } from "../../../scripts/assemble-kernel.ts";
import { Network } from "./network.ts";
import { shippedTaggerModel } from "./tagger-model.ts";

const { NO_WORD } = Network;
const model = shippedTaggerModel();
const { tags, hidden, reach, width, window, bias, out, outBias } = model;
const places = 2 * reach + 1;

/** Vectors that differ from word to word, with numbers of both signs. */
const vectorOf = (word: number) =>
  Array.from({ length: width }, (_, index) => Math.sin(word * 7 + index) / 3);

function partsOf(word: number): number[] {
  const vector = vectorOf(word);
  return Array.from({ length: places * hidden }, (_, unit) => {
    const from = Math.floor(unit / hidden) * width * hidden + (unit % hidden);
    return vector.reduce((sum, value, index) => sum + value * (window[from + index * hidden] ?? 0), 0);
  });
}

function networkOf(words: readonly number[]): Network {
  const network = new Network(model);
  for (const word of words) {
    network.vector.set(vectorOf(word));
    network.spread(word);
  }
  return network;
}

const NOWHERE = Array.from({ length: places }, () => NO_WORD);

/** What the network says of a window by the formula: tags from the rectified sum of its words' parts. */
function saidOf(rows: readonly number[]): number[] {
  const layer = Array.from(bias, (value, unit) => {
    const parts = rows.map((row, place) =>
      row === NO_WORD ? 0 : (partsOf(row)[place * hidden + unit] ?? 0),
    );
    return Math.max(
      0,
      parts.reduce((sum, part) => sum + part, value),
    );
  });
  return Array.from(outBias, (value, tag) =>
    layer.reduce((sum, active, unit) => sum + active * (out[tag * hidden + unit] ?? 0), value),
  );
}

const WINDOWS: readonly (readonly [what: string, rows: readonly number[]])[] = [
  ["a whole window", [4, 3, 2, 0, 1, 2, 3]],
  ["a window that begins before the text", [NO_WORD, NO_WORD, NO_WORD, 1, 2, 3, 4]],
  ["no word at all", NOWHERE],
  ...NOWHERE.map((_, at) => [`a word at place ${at} alone`, NOWHERE.with(at, 3)] as const),
];

it.each(WINDOWS)("gives the numbers of the formula for %s", (_, rows) => {
  const emissions = new Float32Array(2 * tags.length);
  networkOf([0, 1, 2, 3, 4]).read(Int32Array.from(rows), emissions, tags.length);
  for (const [tag, value] of saidOf(rows).entries())
    expect(emissions[tags.length + tag]).toBeCloseTo(value, 3);
  expect([...emissions.subarray(0, tags.length)]).toEqual(tags.map(() => 0));
});

it("refuses a model of another shape", () => {
  expect(() => new Network({ ...model, hidden: 60 })).toThrow(RangeError);
  expect(() => new Network({ ...model, reach: 2 })).toThrow(RangeError);
});

it("runs what its source says", async () => {
  const shipped = await readFile(new URL("./kernel/kernel.wasm", import.meta.url));
  expect(Buffer.from(await assembleKernel()).equals(shipped), "run `node scripts/assemble-kernel.ts`").toBe(
    true,
  );
});
