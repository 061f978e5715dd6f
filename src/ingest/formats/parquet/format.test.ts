import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../../../test/support/read-bytes.ts";
import { plainValue } from "./plain-value.ts";

const FILE = readFileSync(
  join(import.meta.dirname, "../../../../test/fixtures/parquet/message-per-row/in.parquet"),
);

describe("the Parquet reader", () => {
  it("reads a file that comes out of a packed stream, up to a limit", async () => {
    expect((await readBytes(gzipSync(FILE))).messages.length).toBe(2);
    const limited = await readBytes(gzipSync(FILE), { limits: { maxBufferedBytes: 100 } });
    expect(limited.failures[0]?.message).toContain("held in memory");
  });

  it("reads several row groups", async () => {
    const rows = 25_000;
    const buffer = parquetWriteBuffer({
      columnData: [
        {
          name: "conversation_id",
          data: Array.from({ length: rows }, (_, index) => `c-${index >> 3}`),
          type: "STRING",
        },
        { name: "role", data: Array.from({ length: rows }, () => "user"), type: "STRING" },
        {
          name: "text",
          data: Array.from({ length: rows }, (_, index) => `hello there ${index}`),
          type: "STRING",
        },
      ],
      rowGroupSize: 4000,
    });
    const read = await readBytes(new Uint8Array(buffer));
    expect(read.messages.length).toBe(rows);
    expect(read.messages.at(-1)?.place.path).toBe("row 25000");
  });

  it("gives up a file that sends the decoder round in circles", async () => {
    const bytes = Buffer.from(FILE);
    bytes[11] = 0;
    const read = await readBytes(bytes, { format: "parquet", limits: { maxDecodeMs: 300 } });
    expect(read.failures.map(({ code }) => code)).toEqual(["INPUT_UNREADABLE"]);
  });

  it("survives a file in which bytes were changed", async () => {
    const changes = fc.array(fc.tuple(fc.nat(FILE.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(changes, async (list) => {
        const bytes = Buffer.from(FILE);
        for (const [at, value] of list) bytes[at] = value;
        const read = await readBytes(bytes, { format: "parquet", limits: { maxDecodeMs: 300 } });
        expect(read.messages.length + read.rejects.length).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 6 },
    );
  });
});

it("makes plain values of Parquet's", () => {
  const value = {
    a: 1n,
    b: 2n ** 60n,
    c: new Date(0),
    d: [1n, null],
    e: null,
    f: new TextEncoder().encode("x"),
    g: Number.NaN,
  };
  expect(plainValue(value)).toEqual({
    a: 1,
    b: "1152921504606846976",
    c: "1970-01-01T00:00:00.000Z",
    d: [1, null],
    f: "x",
  });
});
