// What the network says of one token: the hidden layer over its window, then a number for each tag. Most of the tagger's time
// is spent here, so both sums are WebAssembly that takes four numbers at a time (`kernel/kernel.wat`); this file says what lies
// where in its memory.
import { readFileSync } from "node:fs";
import type { TaggerModel } from "./tagger-model.ts";

/** Words whose parts are held: 1.8 kB each, 11 MB in all. */
export const MOST_WORDS = 6000;

const FLOAT = 4;
/** The kernel's sizes: places in a window, tags (those that a model lacks weigh nothing), columns of the matrix taken at a time. */
const PLACES = 7;
const TAGS = 20;
const COLUMNS = 16;
const PAGE = 65_536;

type Kernel = {
  read(
    ...addresses: readonly [
      word0: number,
      word1: number,
      word2: number,
      word3: number,
      word4: number,
      word5: number,
      word6: number,
      bias: number,
      biasEnd: number,
      out: number,
      outBias: number,
      sums: number,
    ]
  ): void;
  multiply(
    vector: number,
    vectorEnd: number,
    matrix: number,
    rowBytes: number,
    parts: number,
    partsEnd: number,
  ): void;
};

let compiled: WebAssembly.Module | undefined;

function startKernel(memory: WebAssembly.Memory): Kernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("./kernel/kernel.wasm", import.meta.url)));
  // WebAssembly's types know nothing of what a module exports.
  return new WebAssembly.Instance(compiled, { env: { memory } }).exports as Kernel;
}

export class Network {
  /** The row of what lies outside of the text: its parts are nought. */
  static readonly NO_WORD = MOST_WORDS;
  /** A word's vector: filled by the caller before `spread`. */
  readonly vector: Float32Array;
  readonly #kernel: Kernel;
  readonly #sums: Float32Array;
  readonly #hidden: number;
  readonly #at: {
    readonly vector: number;
    readonly window: number;
    readonly bias: number;
    readonly out: number;
    readonly outBias: number;
    readonly sums: number;
    readonly parts: number;
  };

  /** Throws RangeError for a model of a shape that the kernel does not know. */
  constructor({ tags, hidden, reach, width, window, bias, out, outBias }: TaggerModel) {
    if (hidden % COLUMNS !== 0 || 2 * reach + 1 !== PLACES || tags.length > TAGS) {
      throw new RangeError(
        `no kernel for ${hidden} hidden units, a reach of ${reach} and ${tags.length} tags`,
      );
    }
    let floats = 0;
    const place = (length: number): number => {
      const from = floats * FLOAT;
      floats += Math.ceil(length / COLUMNS) * COLUMNS;
      return from;
    };
    this.#hidden = hidden;
    this.#at = {
      vector: place(width),
      window: place(window.length),
      bias: place(hidden),
      out: place(hidden * TAGS),
      outBias: place(TAGS),
      sums: place(TAGS),
      parts: place((MOST_WORDS + 1) * PLACES * hidden),
    };
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * FLOAT) / PAGE) });
    this.#kernel = startKernel(memory);
    const view = (at: number, length: number): Float32Array => new Float32Array(memory.buffer, at, length);
    this.vector = view(this.#at.vector, width);
    this.#sums = view(this.#at.sums, tags.length);
    view(this.#at.window, window.length).set(window);
    view(this.#at.bias, hidden).set(bias);
    view(this.#at.outBias, tags.length).set(outBias);
    const byUnit = view(this.#at.out, hidden * TAGS);
    for (let tag = 0; tag < tags.length; tag += 1)
      for (let unit = 0; unit < hidden; unit += 1) byUnit[unit * TAGS + tag] = out[tag * hidden + unit] ?? 0;
  }

  /** Makes of `vector` what the hidden layer gets from the word at each place of a window, and keeps it under `row`. */
  spread(row: number): void {
    const { vector, window, parts } = this.#at;
    const units = this.#hidden * FLOAT;
    const width = this.vector.length;
    for (let place = 0; place < PLACES; place += 1) {
      const to = parts + (row * PLACES + place) * units;
      this.#kernel.multiply(
        vector,
        vector + width * FLOAT,
        window + place * width * units,
        units,
        to,
        to + units,
      );
    }
  }

  /** Reads a window, the rows of its words from the leftmost on, and writes a number for each tag to `emissions` from `to`. */
  read(rows: Int32Array, emissions: Float32Array, to: number): void {
    const { bias, out, outBias, sums, parts } = this.#at;
    const units = this.#hidden * FLOAT;
    const word = (place: number): number =>
      parts + ((rows[place] ?? Network.NO_WORD) * PLACES + place) * units;
    this.#kernel.read(
      word(0),
      word(1),
      word(2),
      word(3),
      word(4),
      word(5),
      word(6),
      bias,
      bias + units,
      out,
      outBias,
      sums,
    );
    emissions.set(this.#sums, to);
  }
}
