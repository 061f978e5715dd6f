import { describe, expect, it } from "vitest";
import { chooseRows, parseRowsPath } from "./choose-rows.ts";

const turn = { role: "user", text: "where is my order please" };
const row = { conversation_id: "c-1", role: "user", text: "where is my order please" };

describe("chooseRows", () => {
  it.each([
    ["a list", [row], ["*"]],
    ["a single conversation", { id: "c-1", messages: [turn, turn] }, []],
    ["a list inside", { meta: { n: 1 }, data: { items: [row, row] } }, ["data", "items", "*"]],
    ["a list under one name", { conversations: [{ id: "c", messages: [turn] }] }, ["conversations", "*"]],
    ["members that are conversations", { a: { log: [turn] }, b: { log: [turn] } }, ["*"]],
    ["nothing that fits", { a: 1 }, []],
  ])("finds the rows of %s", (_, document, pattern) => {
    expect(chooseRows(document).pattern).toEqual(pattern);
  });
});

it("reads a path of rows from a mapping", () => {
  expect(parseRowsPath("")).toEqual([]);
  expect(parseRowsPath("data.items.*")).toEqual(["data", "items", "*"]);
});
