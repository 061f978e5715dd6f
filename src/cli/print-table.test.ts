import { expect, it } from "vitest";
import { printTable } from "./print-table.ts";

it("lines columns up and ends lines where their words end", () => {
  const rows = [
    ["read", ""],
    ["administer", "yes"],
  ];
  expect(printTable(["may", "now"], rows)).toBe("may         now\nread\nadminister  yes\n");
});
