import { describe, expect, it } from "vitest";
import { extractSlots } from "./extract-slots.ts";
import { mineShapes, shapesOfExamples } from "./learn-shapes.ts";

const ids = (text: string, options = {}) =>
  extractSlots(text, options)
    .filter(({ type }) => type.endsWith("_ID"))
    .map(({ type, value }) => `${type} ${value}`);

describe("ids", () => {
  it.each([
    ["my order number is AB-12345", "ORDER_ID AB-12345"],
    ["order #998877 is late", "ORDER_ID 998877"],
    ["where is order 4411", "ORDER_ID 4411"],
    ["account no. 00441234", "ACCOUNT_ID 00441234"],
    ["ref: xk9-2231", "REFERENCE_ID XK9-2231"],
    ["invoice INV-2024-001 for $30", "REFERENCE_ID INV-2024-001"],
    ["it says RX123456785DE", "TRACKING_ID RX123456785DE"],
    ["UPS 1Z999AA10123456784", "TRACKING_ID 1Z999AA10123456784"],
    ["about #88123", "REFERENCE_ID 88123"],
  ])("finds that of %j", (text, expected) => {
    expect(ids(text)).toEqual([expected]);
  });

  it.each([
    "I placed an order 3 days ago",
    "order 20 items",
    "case 12/03/2026",
    "my account is empty",
    "ticket 5",
    "order online",
  ])("finds none in %j", (text) => {
    expect(ids(text)).toEqual([]);
  });
});

describe("shapes", () => {
  const texts = ["order ABC-123456", "my order number is XYZ-223456", "Order: QQQ-323456", "order 2026"];

  it("are mined from what stands after words for ids, and found without the word", () => {
    const shapes = mineShapes(texts);
    expect(shapes).toEqual([{ type: "ORDER_ID", shape: "AAA-999999" }]);
    expect(ids("kly-887766 never came", { shapes })).toEqual(["ORDER_ID KLY-887766"]);
  });

  it("need three different ids", () => {
    expect(mineShapes([...texts.slice(0, 2), ...texts.slice(0, 2)])).toEqual([]);
  });

  it("are read off examples", () => {
    expect(shapesOfExamples("TRACKING_ID", ["TR12 34", "XX99 11"])).toEqual([
      { type: "TRACKING_ID", shape: "AA99 99" },
    ]);
  });
});
