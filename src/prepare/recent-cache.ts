// Remembers results for texts that come again: bots' and agents' canned lines, "yes" and "thanks". Bounded, in memory only.

/** Values by text, the recently used ones: between `size` and twice as many. */
export class RecentCache<Value> {
  readonly #size: number;
  readonly #longest: number;
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  /** `longest`: texts of more UTF-16 code units are not kept; they hardly ever come again. */
  constructor(size: number, longest: number) {
    this.#size = size;
    this.#longest = longest;
  }

  get(text: string): Value | undefined {
    const young = this.#young.get(text);
    if (young !== undefined) return young;
    const old = this.#old.get(text);
    if (old !== undefined) this.set(text, old);
    return old;
  }

  set(text: string, value: Value): void {
    if (text.length > this.#longest) return;
    if (this.#young.size >= this.#size && !this.#young.has(text)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(text, value);
  }
}
