import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLineSplitter, type Line } from "./split-lines.ts";

function split(pieces: readonly string[], maxLineChars = 1000): Line[] {
  const splitter = createLineSplitter(maxLineChars);
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
}

describe("createLineSplitter", () => {
  it("ends lines at LF, CRLF and CR, mixed in one file", () => {
    expect(split(["a\r\nb\nc\rd"])).toEqual([
      { number: 1, text: "a" },
      { number: 2, text: "b" },
      { number: 3, text: "c" },
      { number: 4, text: "d" },
    ]);
  });

  it("counts a CRLF that is cut between two pieces once", () => {
    expect(split(["a\r", "\nb"]).map(({ text }) => text)).toEqual(["a", "b"]);
  });

  it("keeps an empty line after a CRLF that is cut", () => {
    expect(split(["a\r", "\n", "\n", "b"]).map(({ text }) => text)).toEqual(["a", "", "b"]);
  });

  it("keeps of a line over the limit its number, its beginning and the checksum of all of it", () => {
    const long = "x".repeat(5000);
    const lines = split(["short\n", long.slice(0, 3000), long.slice(3000), "\nnext"], 1000);
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(lines[1]?.text.length).toBe(200);
    expect(lines[1]?.overlongChecksum).toBe(createHash("sha256").update(long).digest("hex"));
    expect(lines[2]).toEqual({ number: 3, text: "next" });
  });

  it("gives the same lines however the text is cut", () => {
    const texts = fc.array(fc.constantFrom("a", "bc", "\n", "\r\n", "\r", "d e"), { maxLength: 30 });
    fc.assert(
      fc.property(texts, fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1 }), (parts, cuts) => {
        const text = parts.join("");
        const pieces: string[] = [];
        for (let at = 0, turn = 0; at < text.length; turn++) {
          const length = cuts[turn % cuts.length] ?? 1;
          pieces.push(text.slice(at, at + length));
          at += length;
        }
        const expected = text.split(/\r\n|\n|\r/);
        if (expected.at(-1) === "") expected.pop();
        expect(split(pieces).map((line) => line.text)).toEqual(expected);
      }),
    );
  });
});
