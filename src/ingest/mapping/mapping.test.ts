import { describe, expect, it } from "vitest";
import { compileColumn, type SourceRow } from "./column.ts";
import { parseMapping } from "./mapping.ts";
import { valueReader } from "./value-words.ts";

describe("parseMapping", () => {
  it("fills in what a mapping file leaves out", () => {
    expect(parseMapping({ version: 1, shape: "message-per-row", fields: { text: "t" } })).toEqual({
      version: 1,
      shape: "message-per-row",
      fields: { text: "t" },
      attributes: [],
      roles: {},
      channels: {},
      outcomes: {},
    });
  });

  it.each([
    [{}, /version/],
    [{ version: 1, shape: "message-per-row", fields: {} }, /fields\.text/],
    [{ version: 1, shape: "turns-in-conversation", fields: { text: "t" } }, /turns/],
    [{ version: 1, shape: "message-per-row", fields: { text: "t", txet: "x" } }, /fields/],
    [{ version: 1, shape: "message-per-row", fields: { text: "t" }, roles: { a: "boss" } }, /roles\.a/],
    [{ version: 1, shape: "message-per-row", fields: { text: "t" }, timeZone: "Mars" }, /timeZone/],
  ])("says what is wrong with %j", (mapping, problem) => {
    expect(() => parseMapping(mapping)).toThrow(problem);
  });
});

describe("compileColumn", () => {
  const row = (value: unknown, key?: string): SourceRow => ({
    value,
    raw: () => "",
    position: 0,
    ...(key === undefined ? {} : { key }),
  });
  const read = (column: string, value: unknown, key?: string) =>
    compileColumn(column)(value, row(value, key));

  it.each([
    ["a", { a: 1 }, 1],
    ["a.b", { a: { b: 2 } }, 2],
    ["a.b", { "a.b": 3, a: { b: 2 } }, 3],
    [".", "text", "text"],
    ["a", null, undefined],
    ["toString", {}, undefined],
    ["a.constructor", { a: {} }, undefined],
  ])("%s of %j", (column, value, expected) => {
    expect(read(column, value)).toBe(expected);
  });

  it("knows a row by its name", () => {
    expect(read("$key", {}, "SNG1")).toBe("SNG1");
    expect(read("$key", { $key: "SNG2" })).toBe("SNG2");
  });
});

it("reads a value by the mapping first, then by the known words, then by the rest", () => {
  const read = valueReader(
    { Visitor: "agent", "*": "system" } as const,
    new Map([
      ["visitor", "customer"],
      ["bot", "bot"],
    ] as const) as ReadonlyMap<string, "agent" | "customer" | "bot" | "system">,
  );
  expect([read(" VISITOR "), read("Bot"), read("who?")]).toEqual(["agent", "bot", "system"]);
});
