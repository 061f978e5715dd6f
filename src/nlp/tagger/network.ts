// What the network says of one token: the hidden layer over its window, then a number for each tag. Most of the tagger's time is
// spent here, so four units are taken at a time: independent sums that the processor can work on side by side.
import type { TaggerModel } from "./tagger-model.ts";

const BLOCK = 4;

export class Network {
  readonly #tagCount: number;
  readonly #blocks: number;
  readonly #bias: Float64Array;
  readonly #outBias: Float64Array;
  /** By block of units, tag, unit of the block. */
  readonly #out: Float64Array;
  readonly #sums: Float64Array;

  /** Throws RangeError if the hidden layer is no multiple of four units. */
  constructor({ tags, hidden, bias, out, outBias }: TaggerModel) {
    if (hidden % BLOCK !== 0) throw new RangeError(`${hidden} hidden units are no multiple of ${BLOCK}`);
    this.#tagCount = tags.length;
    this.#blocks = hidden / BLOCK;
    this.#bias = Float64Array.from(bias);
    this.#outBias = Float64Array.from(outBias);
    this.#out = new Float64Array(out.length);
    for (let tag = 0; tag < tags.length; tag += 1)
      for (let unit = 0; unit < hidden; unit += 1) {
        const block = Math.floor(unit / BLOCK);
        this.#out[(block * tags.length + tag) * BLOCK + (unit % BLOCK)] = out[tag * hidden + unit] ?? 0;
      }
    this.#sums = new Float64Array(tags.length);
  }

  /**
   * Reads a window and writes a number for each tag to `emissions` from `to`. `bases`: for each place of the window where in
   * `parts` that word's share of the hidden layer begins.
   */
  read(parts: Float32Array, bases: Int32Array, emissions: Float32Array, to: number): void {
    const bias = this.#bias;
    const out = this.#out;
    const sums = this.#sums;
    const tagCount = this.#tagCount;
    sums.set(this.#outBias);
    for (let block = 0; block < this.#blocks; block += 1) {
      const unit = block * BLOCK;
      let a = bias[unit] ?? 0;
      let b = bias[unit + 1] ?? 0;
      let c = bias[unit + 2] ?? 0;
      let d = bias[unit + 3] ?? 0;
      for (let place = 0; place < bases.length; place += 1) {
        const from = (bases[place] ?? 0) + unit;
        a += parts[from] ?? 0;
        b += parts[from + 1] ?? 0;
        c += parts[from + 2] ?? 0;
        d += parts[from + 3] ?? 0;
      }
      a = Math.max(a, 0);
      b = Math.max(b, 0);
      c = Math.max(c, 0);
      d = Math.max(d, 0);
      if (a + b + c + d === 0) continue;
      let weight = block * tagCount * BLOCK;
      for (let tag = 0; tag < tagCount; tag += 1) {
        sums[tag] =
          (sums[tag] ?? 0) +
          (a * (out[weight] ?? 0) + b * (out[weight + 1] ?? 0)) +
          (c * (out[weight + 2] ?? 0) + d * (out[weight + 3] ?? 0));
        weight += BLOCK;
      }
    }
    emissions.set(sums, to);
  }
}
