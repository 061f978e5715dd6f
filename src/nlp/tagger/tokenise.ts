// Cuts a text into words with the apostrophes inside them, runs of digits, single signs, and runs of line breaks.
import { DIGIT, kindOf, LETTER, LINE, SPACE } from "./char-kinds.ts";

/** Tokens as columns, reused from text to text. `glued` is 1 where no space stands before the token. */
export class TokenColumns {
  count = 0;
  start = new Int32Array(256);
  end = new Int32Array(256);
  glued = new Uint8Array(256);
  kind = new Uint8Array(256);

  add(start: number, end: number, kind: number, isGlued: boolean): void {
    if (this.count === this.start.length) this.#grow();
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.kind[this.count] = kind;
    this.glued[this.count] = isGlued ? 1 : 0;
    this.count += 1;
  }

  #grow(): void {
    const size = this.start.length * 2;
    const larger = <T extends Int32Array | Uint8Array>(next: T, old: T): T => {
      next.set(old);
      return next;
    };
    this.start = larger(new Int32Array(size), this.start);
    this.end = larger(new Int32Array(size), this.end);
    this.glued = larger(new Uint8Array(size), this.glued);
    this.kind = larger(new Uint8Array(size), this.kind);
  }
}

/** Fills `tokens` with the tokens of `text`, in order. Linear in the text's length. */
export function tokenise(text: string, tokens: TokenColumns): void {
  tokens.count = 0;
  let position = 0;
  let isGlued = false;
  while (position < text.length) {
    const start = position;
    const code = text.charCodeAt(position);
    const kind = kindOf(code);
    position += 1;
    if (kind === SPACE) {
      isGlued = false;
      continue;
    }
    if (kind === LETTER) position = endOfWord(text, position);
    else if (kind === DIGIT) while (kindAt(text, position) === DIGIT) position += 1;
    else if (kind === LINE) {
      for (let next = kindAt(text, position); next === LINE || next === SPACE; next = kindAt(text, position))
        position += 1;
    } else if (isGlued && isApostrophe(code) && isPossessive(text, position)) position += 1;
    else if (isHighSurrogate(code) && position < text.length) position += 1;
    tokens.add(start, position, kind, isGlued);
    isGlued = kind !== LINE;
  }
}

function endOfWord(text: string, from: number): number {
  let position = from;
  for (;;) {
    const kind = kindAt(text, position);
    if (kind === LETTER) position += 1;
    else if (isApostrophe(text.charCodeAt(position)) && kindAt(text, position + 1) === LETTER) {
      const isS = (text.charCodeAt(position + 1) | 32) === 115;
      if (isS && kindAt(text, position + 2) !== LETTER) return position;
      position += 2;
    } else return position;
  }
}

/** Whether "s" alone follows: the 's of "Ann's" is a token of its own. */
function isPossessive(text: string, position: number): boolean {
  const next = kindAt(text, position + 1);
  return (text.charCodeAt(position) | 32) === 115 && next !== LETTER && next !== DIGIT;
}

function kindAt(text: string, position: number): number {
  return position < text.length ? kindOf(text.charCodeAt(position)) : -1;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
