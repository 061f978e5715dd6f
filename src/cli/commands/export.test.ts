import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { UsageError } from "../command.ts";
import { readWanted } from "./export.ts";

const here = { cwd: tmpdir() };

describe("parlance export", () => {
  test("writes JSON Lines of everything unless told otherwise", async () => {
    expect(await readWanted(["topics"], {}, here)).toEqual({
      kind: "topics",
      format: "jsonl",
      time: "all",
      filter: { op: "and", filters: [] },
    });
  });

  test.each([
    [{ output: "a.csv" }, "csv"],
    [{ output: "a.parquet" }, "parquet"],
    [{ output: "a.txt" }, "jsonl"],
    [{ output: "a.csv", format: "jsonl" }, "jsonl"],
  ])("takes the format from %j", async (options, format) => {
    expect((await readWanted(["messages"], options, here)).format).toBe(format);
  });

  test("reads a filter from a file", async () => {
    const folder = await mkdtemp(join(tmpdir(), "parlance-export-"));
    const filter = { op: "exists", field: "topic" };
    await writeFile(join(folder, "f.json"), JSON.stringify(filter));
    expect((await readWanted(["messages"], { filter: "@f.json" }, { cwd: folder })).filter).toEqual(filter);
    await rm(folder, { recursive: true });
  });

  test.each([
    [[], {}],
    [["people"], {}],
    [["topics", "messages"], {}],
    [["topics"], { format: "xlsx" }],
    [["topics"], { time: "yesterday" }],
  ])("refuses %j %j as a wrong call", async (positionals, options) => {
    await expect(readWanted(positionals, options, here)).rejects.toBeInstanceOf(UsageError);
  });

  test.each(["{", '{"op":"xor"}'])("refuses %s as a filter", async (filter) => {
    await expect(readWanted(["topics"], { filter }, here)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  });

  test("says which filter file is missing", async () => {
    const missing = readWanted(["topics"], { filter: "@none.json" }, here);
    await expect(missing).rejects.toMatchObject({ code: "INPUT_NOT_FOUND" });
  });
});
