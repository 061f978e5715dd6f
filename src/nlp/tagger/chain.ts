// The linear chain over a stretch of tokens: the best sequence of tags (Viterbi), given what the network says of each token.
import type { TaggerModel } from "./tagger-model.ts";

/** Buffers that grow with the longest stretch seen and are used again. */
export class Chain {
  readonly #tagCount: number;
  readonly #moves: Float32Array;
  /** By tag: the tags that may come before it. */
  readonly #origins: readonly Uint8Array[];
  /** By token, tag. Filled by the caller before `decode`. */
  emissions: Float32Array;
  /** By token: the best tag. */
  best: Uint8Array;
  #back: Uint8Array;
  #score: Float32Array;
  #next: Float32Array;

  constructor({ tags, moves }: TaggerModel) {
    this.#tagCount = tags.length;
    this.#moves = moves;
    this.#origins = tags.map((_, to) =>
      Uint8Array.from(tags.keys()).filter((from) => (moves[from * tags.length + to] ?? 0) > -1e3),
    );
    this.emissions = new Float32Array(64 * tags.length);
    this.best = new Uint8Array(64);
    this.#back = new Uint8Array(64 * tags.length);
    this.#score = new Float32Array(tags.length);
    this.#next = new Float32Array(tags.length);
  }

  /** Makes room for so many tokens. */
  reserve(length: number): void {
    if (length <= this.best.length) return;
    const size = 2 * length;
    this.emissions = new Float32Array(size * this.#tagCount);
    this.best = new Uint8Array(size);
    this.#back = new Uint8Array(size * this.#tagCount);
  }

  move(from: number, to: number): number {
    return this.#moves[from * this.#tagCount + to] ?? 0;
  }

  emission(token: number, tag: number): number {
    return this.emissions[token * this.#tagCount + tag] ?? 0;
  }

  /**
   * Fills `best` for the first `length` tokens. `isStart`: nothing stands before them, else a token tagged O does; and
   * `isEnd`: nothing follows, else an O does.
   */
  decode(length: number, isStart: boolean, isEnd: boolean): void {
    const size = this.#tagCount;
    const { emissions } = this;
    const moves = this.#moves;
    const before = isStart ? size : 0;
    for (let tag = 0; tag < size; tag += 1) this.#score[tag] = this.move(before, tag) + (emissions[tag] ?? 0);
    for (let token = 1; token < length; token += 1) {
      const score = this.#score;
      const next = this.#next;
      const row = token * size;
      for (let to = 0; to < size; to += 1) {
        let most = Number.NEGATIVE_INFINITY;
        let from = 0;
        const origins = this.#origins[to];
        if (origins === undefined) continue;
        for (let index = 0; index < origins.length; index += 1) {
          const origin = origins[index] ?? 0;
          const value = (score[origin] ?? 0) + (moves[origin * size + to] ?? 0);
          if (value > most) {
            most = value;
            from = origin;
          }
        }
        next[to] = most + (emissions[row + to] ?? 0);
        this.#back[row + to] = from;
      }
      this.#score = next;
      this.#next = score;
    }
    let tag = 0;
    let most = Number.NEGATIVE_INFINITY;
    for (let last = 0; last < size; last += 1) {
      const value = (this.#score[last] ?? 0) + (isEnd ? 0 : this.move(last, 0));
      if (value > most) {
        most = value;
        tag = last;
      }
    }
    for (let token = length - 1; token >= 0; token -= 1) {
      this.best[token] = tag;
      tag = this.#back[token * size + tag] ?? 0;
    }
  }
}
