// Pure: gathers rows as lines of UTF-8 in one growing buffer and remembers where each group of rows starts.
import type { EncodedRows } from "./encoded-batch.ts";

export class RowWriter {
  #bytes: Buffer<ArrayBuffer>;
  #length = 0;
  readonly #starts: number[] = [0];

  constructor(sizeHintBytes = 1 << 20) {
    this.#bytes = Buffer.from(new ArrayBuffer(sizeHintBytes));
  }

  /** Adds text; a UTF-16 unit takes three bytes at most. */
  write(text: string): void {
    const needed = this.#length + text.length * 3;
    if (needed > this.#bytes.length) this.#grow(needed);
    this.#length += this.#bytes.write(text, this.#length);
  }

  endGroup(): void {
    this.#starts.push(this.#length);
  }

  finish(): EncodedRows {
    const whole = this.#bytes.buffer.slice(0, this.#length);
    return { bytes: new Uint8Array(whole), starts: Uint32Array.from(this.#starts) };
  }

  #grow(needed: number): void {
    const larger = Buffer.from(new ArrayBuffer(Math.max(needed, this.#bytes.length * 2)));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
