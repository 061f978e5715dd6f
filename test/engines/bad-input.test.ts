import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { runHere } from "../support/in-process.ts";
import { writeZip } from "../support/write-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-bad-input-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (id: number, fields: Record<string, unknown> = {}) =>
  JSON.stringify({
    conversationId: `c-${id >> 1}`,
    id: `m-${id}`,
    sentAt: `2026-03-05T14:${String(id % 60).padStart(2, "0")}:00Z`,
    role: "customer",
    text: `where is parcel number ${id}`,
    ...fields,
  });
const rows = (count: number) => Array.from({ length: count }, (_, id) => row(id));
const TABLE =
  "conversation_id,sent_at,speaker,text\nc-1,2026-03-05 14:30,customer,Olá não está\nc-1,2026-03-05 14:31,agent,já vai\n";
const manyRows = Buffer.from(rows(4_000).join("\n"));
const gzipped = gzipSync(manyRows);
const zipped = writeZip([{ name: "log.jsonl", data: manyRows }]);

type Counts = readonly [read: number, stored: number, updated: number, duplicate: number, setAside: number];
type Case = {
  readonly what: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly code: 0 | 1 | 3;
  /** Undefined where it depends on how much of a packed file can be unpacked. */
  readonly counts?: Counts;
  readonly says: RegExp;
};

const CASES: readonly Case[] = [
  {
    what: "reads UTF-16 with its mark",
    name: "utf-16.csv",
    content: Buffer.from(`\ufeff${TABLE}`, "utf16le"),
    code: 0,
    counts: [2, 2, 0, 0, 0],
    says: /utf-16\.csv: csv/,
  },
  {
    what: "reads Latin-1 and says that it took it for that",
    name: "latin-1.csv",
    content: Buffer.from(TABLE, "latin1"),
    code: 0,
    counts: [2, 2, 0, 0, 0],
    says: /Note: .*(?:Latin-1|windows-1252)/i,
  },
  {
    what: "reads UTF-8 with a mark and mixed line ends",
    name: "bom.jsonl",
    content: `\ufeff${row(0)}\r\n${row(1)}\n\r\n${row(2)}\r${row(3)}`,
    code: 0,
    counts: [4, 4, 0, 0, 0],
    says: /bom\.jsonl: jsonl/,
  },
  {
    what: "counts messages with one id as one and its repeats",
    name: "twice.jsonl",
    content: [...rows(4), row(2), row(3, { text: "a newer text" })].join("\n"),
    code: 0,
    counts: [6, 4, 0, 2, 0],
    says: /2 new conversations/,
  },
  {
    what: "takes messages out of order",
    name: "order.jsonl",
    content: rows(6).reverse().join("\n"),
    code: 0,
    counts: [6, 6, 0, 0, 0],
    says: /3 new conversations/,
  },
  {
    what: "keeps a message of the future and notes it",
    name: "future.jsonl",
    content: [row(0), row(1, { sentAt: "2199-01-01T00:00:00Z" })].join("\n"),
    code: 0,
    counts: [2, 2, 0, 0, 0],
    says: /Note: .*ahead of this machine's clock/,
  },
  {
    what: "takes times without a zone in the set one and notes it",
    name: "zone.jsonl",
    content: row(0, { sentAt: "2026-03-05 14:30:00" }),
    code: 0,
    counts: [1, 1, 0, 0, 0],
    says: /Note: .*zone/i,
  },
  {
    what: "sets an empty conversation aside",
    name: "empty-conversation.jsonl",
    content: `{"id":"c-1","messages":[]}\n{"id":"c-2","messages":[${JSON.stringify({ sentAt: "2026-03-05T14:30:00Z", role: "customer", text: "hello" })}]}`,
    code: 3,
    counts: [2, 1, 0, 0, 1],
    says: /empty-conversation\.jsonl line 1.*at least one message/,
  },
  {
    what: "sets a message of 10 MB aside and reads on",
    name: "huge.jsonl",
    content: [row(0), row(1, { text: "long ".repeat(2_000_000) }), row(2)].join("\n"),
    code: 3,
    counts: [3, 2, 0, 0, 1],
    says: /huge\.jsonl line 2, text: expected a text of at most 1,000,000 characters/,
  },
  {
    what: "sets bad rows aside by line and field",
    name: "rows.jsonl",
    content: [row(0), "{cut off", row(2, { sentAt: "yesterday" }), row(3, { text: "" }), row(4)].join("\n"),
    code: 3,
    counts: [5, 2, 0, 0, 3],
    says: /rows\.jsonl line 3, \S+: expected a time/,
  },
  {
    what: "stores what a cut-off .gz still gives",
    name: "cut.jsonl.gz",
    content: gzipped.subarray(0, gzipped.length >> 1),
    code: 1,
    says: /cut\.jsonl\.gz.* cannot be read: .*(?:cut off|ends too early|end)/,
  },
  {
    what: "does not open a cut-off .zip",
    name: "cut.zip",
    content: zipped.subarray(0, zipped.length >> 1),
    code: 1,
    counts: [0, 0, 0, 0, 0],
    says: /cut\.zip cannot be read: it is no whole zip archive/,
  },
  {
    what: "stops at a zip bomb and keeps what came before",
    name: "bomb.zip",
    content: writeZip([
      { name: "bomb.jsonl", data: `${rows(200).join("\n")}\n${" ".repeat(80 * 1024 * 1024)}` },
    ]),
    code: 1,
    says: /bomb\.zip!\/bomb\.jsonl was not opened: it unpacks to more than/,
  },
  {
    what: "does not open an archive with a path that leads out of it",
    name: "out.zip",
    content: writeZip([
      { name: "good.jsonl", data: row(0) },
      { name: "../../evil.jsonl", data: row(1) },
    ]),
    code: 1,
    counts: [0, 0, 0, 0, 0],
    says: /out\.zip was not opened: a member's path leads out/,
  },
  {
    what: "does not guess at a file of random bytes",
    name: "noise.bin",
    content: Uint8Array.from({ length: 4_000 }, (_, index) => (index * index * 31 + 7) % 256),
    code: 1,
    counts: [0, 0, 0, 0, 0],
    says: /The format of .*noise\.bin was not recognised/,
  },
  {
    what: "passes over an empty file",
    name: "empty.jsonl",
    content: "",
    code: 0,
    counts: [0, 0, 0, 0, 0],
    says: /empty\.jsonl: passed over, it is empty/,
  },
];

const COUNTS =
  /^([\d,]+) read = ([\d,]+) stored \+ ([\d,]+) updated \+ ([\d,]+) duplicate \+ ([\d,]+) set aside$/m;

function countsOf(stdout: string): Counts {
  const [read = -1, stored = -1, updated = -1, duplicate = -1, setAside = -1] = (COUNTS.exec(stdout) ?? [])
    .slice(1)
    .map((count) => Number(count.replaceAll(",", "")));
  return [read, stored, updated, duplicate, setAside];
}

describe("parlance import of bad input", () => {
  it.each(CASES)("$what ($name)", async ({ name, content, code, counts, says }) => {
    writeFileSync(join(folder, name), content);
    const run = await runHere(
      ["import", name, "--source", name, "--data-dir", join(folder, "data"), "--workers", "1"],
      { cwd: folder },
    );
    rmSync(join(folder, name));
    expect(run.stderr).toMatch(says);
    expect(run.stderr).not.toContain("    at ");
    const [read, ...parts] = countsOf(run.stdout);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(read);
    if (counts) expect([read, ...parts]).toEqual(counts);
    else expect(parts[0]).toBeGreaterThan(100);
    expect(run.code).toBe(code);
  });

  it("goes on to the next file after one that cannot be read", async () => {
    writeFileSync(join(folder, "a.zip"), zipped.subarray(0, 200));
    writeFileSync(join(folder, "b.jsonl"), rows(4).join("\n"));
    const run = await runHere(
      [
        "import",
        "a.zip",
        "b.jsonl",
        "--source",
        "both",
        "--data-dir",
        join(folder, "data"),
        "--workers",
        "1",
      ],
      { cwd: folder },
    );
    expect(run.code).toBe(3);
    expect(run.stderr).toMatch(/a\.zip cannot be read/);
    expect(countsOf(run.stdout)).toEqual([4, 4, 0, 0, 0]);
  });
});
