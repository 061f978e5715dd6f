import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gather, inChunks } from "../../../test/support/read-bytes.ts";
import { decodeHead, decodeText } from "./decode-text.ts";

async function decode(
  bytes: Uint8Array,
  chunk = 7,
): Promise<{ text: string; fallbackAt: number | undefined }> {
  let fallbackAt: number | undefined;
  const texts = await gather(
    decodeText(inChunks(bytes, chunk), {
      onFallback: (line) => {
        fallbackAt = line;
      },
    }),
  );
  return { text: texts.join(""), fallbackAt };
}

const TEXT = "first line\nżółć, Grüße 🙂\r\nlast";

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
    [
      "UTF-16 LE with a byte order mark",
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, "utf16le")]),
    ],
    [
      "UTF-16 BE with a byte order mark",
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TEXT, "utf16le").swap16()]),
    ],
    ["UTF-16 LE without a mark", Buffer.from("plain words, no mark at all", "utf16le")],
  ])("reads %s whatever the chunks", async (_, bytes) => {
    const whole = await decode(bytes, 10_000);
    expect(whole).toEqual(await decode(bytes, 1));
    expect(whole.text).toMatch(/^(first line|plain words)/);
    expect(whole.fallbackAt).toBeUndefined();
  });

  it("takes only the lines that are not UTF-8 as Windows-1252 and names the first", async () => {
    const bytes = Buffer.concat([
      Buffer.from("żółć\n"),
      Buffer.from([0x47, 0x72, 0xfc, 0xdf, 0x65, 0x20, 0x80, 0x0a]),
      Buffer.from("ąę\n"),
    ]);
    expect(await decode(bytes)).toEqual({ text: "żółć\nGrüße €\nąę\n", fallbackAt: 2 });
  });

  it("does not cut characters in a line that is longer than a block", async () => {
    const text = "🙂".repeat(400_000);
    expect((await decode(Buffer.from(text), 65_537)).text).toBe(text);
  });

  it("gives back any text that was encoded as UTF-8", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: "binary", maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        async (given, chunk) => {
          const text = given.toWellFormed().replace(/^\ufeff/, "");
          fc.pre(!text.includes("\0"));
          expect((await decode(Buffer.from(text), chunk)).text).toBe(text);
        },
      ),
    );
  });

  it("decodes any bytes without failing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 50 }),
        async (bytes, chunk) => {
          expect(typeof (await decode(bytes, chunk)).text).toBe("string");
        },
      ),
    );
  });
});

describe("decodeHead", () => {
  it("leaves out a character that is cut off", () => {
    expect(decodeHead(Buffer.from("a🙂").subarray(0, 3))).toBe("a");
  });
});
