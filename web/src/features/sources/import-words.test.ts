import { describe, expect, it } from "vitest";
import { accountWords, importShare, placeWords, progressWords } from "./import-words.ts";

const counts = { read: 100, stored: 90, duplicate: 0, updated: 0, setAside: 0, skipped: 0 };
const plain = (text: string) => text.replaceAll("\u202f", " ");

describe("an import in words", () => {
  it("accounts for every message that was read", () => {
    expect(accountWords({ ...counts, stored: 100 })).toBe("100 messages read: 100 stored");
    expect(accountWords({ ...counts, duplicate: 6, updated: 3, setAside: 1 })).toBe(
      "100 messages read: 90 stored, 3 updated, 6 already there, 1 set aside",
    );
  });

  it("says where a record stands", () => {
    expect(placeWords({ file: "a.csv", line: 12, path: null })).toBe("a.csv, line 12");
    expect(placeWords({ file: "a.json", line: null, path: "/3/text" })).toBe("a.json, /3/text");
    expect(placeWords({ file: "a.json", line: null, path: null })).toBe("a.json");
  });

  it("says the rate and the time left, when the size is known", () => {
    const record = {
      bytesRead: 3_000_000,
      bytesTotal: 12_000_000,
      counts: { ...counts, read: 72_800 },
      startedAt: "2026-03-01T10:00:00.000Z",
    };
    const now = new Date("2026-03-01T10:00:04Z");
    expect(plain(progressWords(record, now))).toBe(
      "18,200 messages a second · 3.0 MB of 12.0 MB · about 12 s left",
    );
    expect(plain(progressWords({ ...record, bytesTotal: null }, now))).toBe(
      "18,200 messages a second · 3.0 MB read",
    );
    expect(importShare({ bytesRead: 5, bytesTotal: null })).toBeUndefined();
    expect(importShare({ bytesRead: 15, bytesTotal: 10 })).toBe(1);
  });
});
