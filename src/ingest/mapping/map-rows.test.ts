import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../../test/support/read-bytes.ts";

const noise = (index: number) => Buffer.from(`${index * 7919} ${index ** 3}`).toString("base64");
const own = Array.from({ length: 200 }, (_, index) =>
  JSON.stringify({
    chat: `c-${index >> 1}`,
    when: `2026-03-05T14:00:00Z`,
    who: "customer",
    body: `hi ${noise(index)}`,
  }),
).join("\n");
const cutOff = (text: string) => {
  const packed = gzipSync(text);
  return packed.subarray(0, packed.length >> 1);
};

describe("a file that breaks off before there are enough rows for a guess", () => {
  it("gives the rows that came, and then its failure", async () => {
    const read = await readBytes(cutOff(own));
    expect(read.messages.length).toBeGreaterThan(20);
    expect(read.records).toBe(read.messages.length + read.rejects.length);
    expect(read.failures).toMatchObject([{ code: "INPUT_UNREADABLE" }]);
  });

  it("fails for breaking off, not for what cannot be guessed from the rest", async () => {
    const numbers = own.replace(/"chat".*/g, '"a":1}');
    const read = await readBytes(cutOff(numbers.repeat(3)), { format: "jsonl" });
    expect(read.messages).toEqual([]);
    expect(read.failures).toMatchObject([{ code: "INPUT_UNREADABLE" }]);
  });
});
