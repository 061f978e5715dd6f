import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inChunks, readBytes, type WhatWasRead } from "../../test/support/read-bytes.ts";
import { FORMATS } from "./formats/registry.ts";
import { readInputs } from "./read-inputs.ts";

type Row = { id?: string; text?: string; sentAt?: unknown; role?: string; conversationId?: string };
const row = (given: Row = {}) =>
  JSON.stringify({
    conversationId: "c-1",
    sentAt: "2026-03-05T14:30:00Z",
    role: "customer",
    text: "hello",
    ...given,
  });
const lines = (...rows: string[]) => rows.join("\n");

const accounted = ({ messages, rejects, skipped, records }: WhatWasRead) =>
  expect(messages.length + rejects.length + skipped).toBe(records);

describe("bad input", () => {
  it("sets a bad row aside with its place and reads the good ones", async () => {
    const read = await readBytes(
      lines(row(), "{broken", row({ sentAt: "never" }), row({ role: "martian" }), row()),
    );
    expect(read.messages.length).toBe(2);
    expect(read.rejects.map(({ reason, place, field }) => [reason, place.line, field])).toEqual([
      ["bad-json", 2, undefined],
      ["bad-time", 3, "sentAt"],
      ["unknown-role", 4, "role"],
    ]);
    accounted(read);
  });

  it("never shows the text of a record in a reject", async () => {
    const read = await readBytes(
      lines(row(), row({ sentAt: "4111 1111 1111 1111", text: "SECRET" }), "{SECRET"),
    );
    expect(JSON.stringify(read.rejects)).not.toMatch(/SECRET|4111/);
  });

  it("keeps messages with the same id, for the store to find", async () => {
    const read = await readBytes(lines(row({ id: "m-1" }), row({ id: "m-1" })));
    expect(read.messages.map(({ externalId }) => externalId)).toEqual(["m-1", "m-1"]);
  });

  it("keeps messages that are out of order in the source's order", async () => {
    const read = await readBytes(lines(row({ sentAt: 1772721005 }), row({ sentAt: 1772721001 })));
    expect(read.messages.map(({ sentAt }) => sentAt.slice(17, 19))).toEqual(["05", "01"]);
  });

  it("keeps a time from the future and warns once", async () => {
    const future = row({ sentAt: "2026-06-03T00:00:00Z" });
    const read = await readBytes(lines(future, future, row({ sentAt: "2026-06-01T12:00:00Z" })));
    expect(read.messages.length).toBe(3);
    expect(read.warnings.map(({ reason }) => reason)).toEqual(["clock-in-future"]);
  });

  it("takes times without a zone in the set zone and warns once", async () => {
    const local = row({ sentAt: "2026-03-05T14:30:00" });
    const read = await readBytes(lines(local, local), { timeZone: "Asia/Tokyo" });
    expect(read.messages[0]?.sentAt).toBe("2026-03-05T05:30:00.000Z");
    expect(read.warnings.map(({ reason }) => reason)).toEqual(["zone-missing"]);
  });

  it("sets an empty conversation aside", async () => {
    const read = await readBytes('{"id":"c-1","messages":[]}\n{"id":"c-2","messages":[]}');
    expect(read.rejects.map(({ reason }) => reason)).toEqual(["no-messages", "no-messages"]);
  });

  it("reads a text of a million characters and sets a longer one aside", async () => {
    const read = await readBytes(
      lines(row({ text: "x".repeat(1_000_000) }), row({ text: "x".repeat(10_000_000) }), row()),
    );
    expect(read.messages.map(({ text }) => text.length)).toEqual([1_000_000, 5]);
    expect(read.rejects.map(({ reason }) => reason)).toEqual(["text-too-long"]);
  });

  it("sets a line over the limit aside without holding it", async () => {
    const read = await readBytes(lines(row(), row({ text: "x".repeat(5000) }), row()), {
      limits: { maxLineChars: 1000 },
    });
    expect(read.messages.length).toBe(2);
    expect(read.rejects.map(({ reason, place }) => [reason, place.line])).toEqual([["line-too-long", 2]]);
  });

  it.each(["utf-8 with mark", "utf-16le", "utf-16be", "latin1"])("reads %s", async (encoding) => {
    const text = lines(row({ text: "Grüße" }), row());
    const wide = Buffer.from(`\ufeff${text}`, "utf16le");
    const bytes =
      encoding === "utf-16le"
        ? wide
        : encoding === "utf-16be"
          ? wide.swap16()
          : encoding === "latin1"
            ? Buffer.from(text, "latin1")
            : Buffer.from(`\ufeff${text}`);
    const read = await readBytes(bytes);
    expect(read.messages[0]?.text).toBe("Grüße");
    expect(read.warnings.map(({ reason }) => reason)).toEqual(encoding === "latin1" ? ["not-utf-8"] : []);
  });

  it("reads mixed line ends", async () => {
    const read = await readBytes(`${row()}\r\n${row()}\n${row()}\r${row()}`);
    expect(read.messages.length).toBe(4);
  });

  it("gives the same times to a source without any on every run", async () => {
    const rows = lines(
      ...["a", "a", "b", "a"].map((id) =>
        JSON.stringify({ conversation_id: id, role: "user", text: "hello there" }),
      ),
    );
    const read = await readBytes(rows);
    const shown = read.conversations.map(({ externalId, messages }) => [
      externalId,
      messages.map(({ sentAt }) => sentAt.slice(0, 19)),
    ]);
    expect(shown).toEqual([
      ["b", ["2026-05-01T00:00:00"]],
      ["a", ["2026-05-01T00:00:00", "2026-05-01T00:00:01", "2026-05-01T00:00:02"]],
    ]);
    expect(read.warnings.map(({ reason }) => reason)).toEqual(["times-assumed"]);
  });
});

describe("readInputs", () => {
  it("reports progress with bytes and records", async () => {
    const reports: number[] = [];
    await readBytes(
      lines(...Array.from({ length: 3000 }, (_, index) => row({ conversationId: `c-${index}` }))),
      {
        onProgress: ({ records, bytesRead }) => {
          expect(bytesRead).toBeGreaterThan(0);
          reports.push(records);
        },
      },
    );
    expect(reports.length).toBeGreaterThan(3);
    expect(reports.at(-1)).toBe(3000);
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const bytes = Buffer.from(lines(...Array.from({ length: 20_000 }, () => row())));
    await expect(async () => {
      const items = readInputs(["-"], {
        stdin: inChunks(bytes, 1000),
        signal: controller.signal,
        onProgress: () => {},
        grouping: { maxOpenMessages: 1 },
      });
      for await (const item of items) if (item.kind === "conversation") controller.abort();
    }).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("refuses a format and a zone that do not exist", async () => {
    await expect(readBytes("x", { format: "word" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });
    await expect(readBytes("x", { timeZone: "Mars" })).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });

  it.each(FORMATS.map(({ id }) => id))(
    "survives any bytes in %s: no crash, bounded output, all accounted",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ maxLength: 2000 }),
          fc.integer({ min: 1, max: 500 }),
          async (bytes, chunk) => {
            const read = await readBytes(bytes, { format }, chunk);
            expect(read.items.length).toBeLessThanOrEqual(bytes.length + 10);
            accounted(read);
            for (const { code } of read.failures)
              expect(["INPUT_UNREADABLE", "MAPPING_INVALID", "INPUT_ARCHIVE_UNSAFE"]).toContain(code);
            for (const { cause } of read.failures)
              expect(cause instanceof TypeError || cause instanceof RangeError ? format : "parquet").toBe(
                "parquet",
              );
          },
        ),
        { numRuns: 60 },
      );
    },
  );

  it.each(FORMATS.filter(({ id }) => id !== "parquet").map(({ id, example }) => [id, example] as const))(
    "survives its own example of %s cut, doubled and bent",
    async (format, example) => {
      const bent = fc.tuple(
        fc.nat(example.length),
        fc.nat(example.length),
        fc.constantFrom("", "\n", '"', "}", "[", ",", "\ud800", "é", "null"),
      );
      await fc.assert(
        fc.asyncProperty(bent, async ([from, to, put]) => {
          const read = await readBytes(example.slice(0, from) + put + example.slice(to), { format });
          accounted(read);
          expect(read.failures.filter(({ cause }) => cause instanceof TypeError)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});
