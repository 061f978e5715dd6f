import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBytes, readPaths } from "../../../test/support/read-bytes.ts";
import { writeZip } from "../../../test/support/write-zip.ts";

const line = (id: string) =>
  `{"conversationId":"${id}","sentAt":"2026-03-05T14:30:00Z","role":"customer","text":"hello from ${id}"}\n`;
const ids = (read: Awaited<ReturnType<typeof readPaths>>) =>
  read.conversations.map(({ externalId }) => externalId);

let folder = "";
const put = (name: string, data: Uint8Array | string) => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
  return name;
};
const read = (paths: readonly string[], options = {}) => readPaths(paths, { cwd: folder, ...options });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "parlance-open-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("packed files", () => {
  it.each([
    ["gzip", "a.jsonl.gz", gzipSync(line("a"))],
    ["gzip of two members", "two.gz", Buffer.concat([gzipSync(line("a")), gzipSync(line("b"))])],
    ["Zstandard", "a.jsonl.zst", zstdCompressSync(line("a"))],
    ["gzip without the ending", "a.jsonl", gzipSync(line("a"))],
  ])("opens %s", async (_, name, bytes) => {
    const result = await read([put(`packed/${name}`, bytes)]);
    expect(result.failures).toEqual([]);
    expect(ids(result)[0]).toBe("a");
  });

  it("opens a zip, its packed members too, and leaves hidden files out", async () => {
    const zip = writeZip([
      { name: "in/b.jsonl", data: line("b") },
      { name: "in/a.jsonl.gz", data: gzipSync(line("a")) },
      { name: "__MACOSX/in/._b.jsonl", data: "junk" },
      { name: ".hidden.jsonl", data: line("hidden") },
      { name: "in/", data: "" },
      { name: "in/README", data: "nothing to see here" },
    ]);
    const result = await read([put("all.zip", zip)]);
    expect(ids(result)).toEqual(["a", "b"]);
    expect(result.conversations[1]?.place.file).toBe("all.zip!/in/b.jsonl");
    expect(result.passedOver).toEqual(["all.zip!/in/README"]);
  });

  it("opens a zip inside a zip, but nothing deeper", async () => {
    const inner = writeZip([{ name: "a.jsonl", data: line("a") }]);
    const middle = writeZip([
      { name: "inner.zip", data: inner },
      { name: "b.jsonl", data: line("b") },
    ]);
    expect(ids(await read([put("middle.zip", middle)]))).toEqual(["b", "a"]);
    const outer = await read([put("outer.zip", writeZip([{ name: "middle.zip", data: middle }]))]);
    expect(ids(outer)).toEqual(["b"]);
    expect(outer.failures.map(({ code }) => code)).toEqual(["INPUT_ARCHIVE_UNSAFE"]);
  });

  it.each(["../up.jsonl", "/etc/x.jsonl", "a/../../up.jsonl", "C:/x.jsonl", "a\\..\\..\\up.jsonl"])(
    "refuses an archive with a member called %s as a whole",
    async (name) => {
      const zip = writeZip([
        { name: "a.jsonl", data: line("a") },
        { name, data: line("evil") },
      ]);
      const result = await read([put("evil.zip", zip)]);
      expect(ids(result)).toEqual([]);
      expect(result.failures.map(({ code }) => code)).toEqual(["INPUT_ARCHIVE_UNSAFE"]);
    },
  );

  it("stops a bomb at the limits, and keeps what came before", async () => {
    const rows = Buffer.from(line("a").repeat(2000));
    const limits = { maxUnpackedBytes: 100_000 };
    const packed = await read([put("bomb.jsonl.gz", gzipSync(rows))], { limits });
    expect(packed.failures[0]?.code).toBe("INPUT_ARCHIVE_UNSAFE");
    expect(packed.messages.length).toBeGreaterThan(100);
    const zipped = await read([put("bomb.zip", writeZip([{ name: "a.jsonl", data: rows }]))], { limits });
    expect(zipped.failures[0]?.code).toBe("INPUT_ARCHIVE_UNSAFE");
  });

  it("stops a bomb by its ratio", async () => {
    const zeros = gzipSync(Buffer.alloc(70 * 1024 * 1024, 0x20));
    const result = await read([put("zeros.jsonl.gz", zeros)], { format: "jsonl" });
    expect(result.failures[0]?.message).toContain("200 times");
  });

  it.each([
    ["gzip", "cut.jsonl.gz", gzipSync],
    ["Zstandard", "cut.jsonl.zst", zstdCompressSync],
  ])("reads a truncated %s up to the cut and then says so", async (_, name, pack) => {
    const rows = Array.from({ length: 5000 }, (__, index) => line(`c${(index * 7919) % 5000}`)).join("");
    const whole = pack(Buffer.from(rows));
    const result = await read([put(name, whole.subarray(0, Math.floor(whole.length * 0.8)))]);
    expect(result.failures.map(({ code }) => code)).toEqual(["INPUT_UNREADABLE"]);
    expect(result.messages.length).toBeGreaterThan(1000);
    expect(result.rejects.length).toBeLessThanOrEqual(1);
  });

  it("says that a truncated zip is cut off", async () => {
    const whole = writeZip([{ name: "a.jsonl", data: line("a") }]);
    const result = await read([put("cut.zip", whole.subarray(0, whole.length - 30))]);
    expect(result.failures[0]?.message).toContain("cut off");
  });

  it("says that a damaged archive is damaged, and reads the next file", async () => {
    const damaged = Buffer.from(gzipSync(line("a").repeat(50)));
    damaged.fill(0xff, 20, 40);
    const result = await read([put("damaged.gz", damaged), put("good.jsonl", line("good"))]);
    expect(result.failures[0]?.code).toBe("INPUT_UNREADABLE");
    expect(ids(result)).toContain("good");
  });

  it("opens a zip that comes by standard input", async () => {
    const result = await readBytes(writeZip([{ name: "a.jsonl", data: line("a") }]));
    expect(ids(result)).toEqual(["a"]);
    expect(result.conversations[0]?.place.file).toBe("-!/a.jsonl");
  });
});

describe("paths", () => {
  it("reads a folder in order, without hidden files, and passes over what is not known", async () => {
    for (const name of ["b", "a", ".hidden", "sub/c"]) put(`folder/${name}.jsonl`, line(name));
    put("folder/LICENSE", "Permission is hereby granted.");
    put("folder/empty.csv", "");
    const result = await read(["folder"]);
    expect(ids(result)).toEqual(["a", "b", "sub/c"]);
    expect(result.passedOver).toEqual(["folder/LICENSE", "folder/empty.csv"]);
    expect(result.failures).toEqual([]);
  });

  it("matches patterns", async () => {
    for (const name of ["1", "2"]) put(`glob/part-${name}.jsonl`, line(name));
    put("glob/other.jsonl", line("other"));
    expect(ids(await read(["glob/part-*.jsonl"]))).toEqual(["1", "2"]);
  });

  it("reads a file whose name looks like a pattern", async () => {
    expect(ids(await read([put("odd/[a].jsonl", line("odd"))]))).toEqual(["odd"]);
  });

  it.each(["missing.jsonl", "missing-*.jsonl"])(
    "says that nothing matches %s, and reads the rest",
    async (path) => {
      const result = await read([path, put("rest.jsonl", line("rest"))]);
      expect(result.failures.map(({ code }) => code)).toEqual(["INPUT_NOT_FOUND"]);
      expect(ids(result)).toEqual(["rest"]);
    },
  );

  it("fails a named file of no known format, and reads the rest", async () => {
    const result = await read([put("prose.bin", "no format at all"), put("rest.jsonl", line("rest"))]);
    expect(result.failures.map(({ code }) => code)).toEqual(["FORMAT_UNKNOWN"]);
    expect(ids(result)).toEqual(["rest"]);
  });
});
