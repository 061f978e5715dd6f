import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { parquetReadObjects } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { describe, expect, test } from "vitest";
import type { ExportFormat } from "../../contract/export.ts";
import { encodeExport } from "./encode-export.ts";
import type { ExportColumn, ExportRow } from "./export-columns.ts";

const columns: readonly ExportColumn[] = [
  { name: "id", type: "text" },
  { name: "n", type: "integer" },
  { name: "x", type: "number" },
  { name: "flag", type: "boolean" },
  { name: "at", type: "time" },
  { name: "list", type: "json" },
];
const row = (id: string): ExportRow => ({
  id,
  n: 3,
  x: -0.5,
  flag: false,
  at: "2026-03-01T12:00:00.000Z",
  list: [{ a: "ü" }],
  more: "not exported",
});

async function encode(rows: readonly ExportRow[], format: ExportFormat, blockSize = 3): Promise<Buffer> {
  async function* blocks() {
    for (let start = 0; start < rows.length; start += blockSize) yield rows.slice(start, start + blockSize);
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of encodeExport(blocks(), columns, format)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function readParquet(file: Buffer) {
  const bytes = new Uint8Array(file).buffer;
  return parquetReadObjects({ file: bytes, compressors });
}

const anyText = fc.string({ unit: "grapheme" });

describe("encodeExport", () => {
  test("JSON Lines has every column in order, and null for what is not known", async () => {
    const text = (await encode([row("a"), { id: "b" }], "jsonl")).toString();
    const [first, second] = text.trimEnd().split("\n");
    expect(Object.keys(JSON.parse(first ?? ""))).toEqual(columns.map((column) => column.name));
    expect(JSON.parse(second ?? "")).toEqual({ id: "b", n: null, x: null, flag: null, at: null, list: null });
  });

  test("CSV reads back as it was, whatever the text holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { maxLength: 8 }), async (ids) => {
        const csv = await encode(ids.map(row), "csv");
        const read = parse(csv, { columns: true, record_delimiter: "\r\n" }) as Record<string, string>[];
        expect(read.map((record) => record["id"])).toEqual(ids);
      }),
      { numRuns: 50 },
    );
  });

  test("Parquet reads back with its types, whatever the text holds", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 8 }), async (ids) => {
        const read = await readParquet(await encode(ids.map(row), "parquet"));
        expect(read.map((record) => record["id"])).toEqual(ids);
        expect(read[0]).toMatchObject({
          n: 3n,
          x: -0.5,
          flag: false,
          at: new Date("2026-03-01T12:00:00.000Z"),
        });
      }),
      { numRuns: 20 },
    );
  });

  test("Parquet goes over several row groups and keeps what is not known", async () => {
    const rows = Array.from({ length: 25_000 }, (_, index) =>
      index % 2 === 0 ? row(String(index)) : { id: String(index) },
    );
    const read = await readParquet(await encode(rows, "parquet", 700));
    expect(read).toHaveLength(25_000);
    expect(read[24_999]).toMatchObject({ id: "24999" });
    expect(read[24_999]?.["n"] ?? null).toBeNull();
    expect(read[12_344]?.["n"]).toBe(3n);
  });

  test("an empty export is a whole file", async () => {
    expect((await encode([], "jsonl")).length).toBe(0);
    expect((await encode([], "csv")).toString()).toBe("id,n,x,flag,at,list\r\n");
    expect(await readParquet(await encode([], "parquet"))).toEqual([]);
  });
});
