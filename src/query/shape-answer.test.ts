import { describe, expect, test } from "vitest";
import { compileQuery, type QuerySpec } from "./compile-query.ts";
import { everything } from "./filter.ts";
import { findMeasure } from "./measures.ts";
import {
  addsUp,
  type EngineRow,
  mergeTables,
  pairWithPrevious,
  readMeasure,
  type ShapeSpec,
  sumRows,
} from "./shape-answer.ts";

const spec = (measures: readonly string[], dimensions: readonly string[], smallestGroup = 1): ShapeSpec => ({
  measures: measures.map(findMeasure),
  dimensions,
  grain: "day",
  timeZone: "UTC",
  smallestGroup,
});
function merge(shape: ShapeSpec, rowsOfTables: readonly (readonly EngineRow[])[]) {
  const query: QuerySpec = {
    workspace: "main",
    measures: shape.measures.map((measure) => measure.id),
    dimensions: shape.dimensions,
    filter: everything,
    grain: "day",
    calendar: { timeZone: "UTC", weekStart: 1 },
    order: [],
    limit: 10,
    smallestGroup: shape.smallestGroup,
  };
  return mergeTables(
    compileQuery(query).map((statement, place) => ({ statement, rows: rowsOfTables[place] ?? [] })),
    shape,
  );
}

describe("readMeasure", () => {
  test("gives a share its n and interval", () => {
    const value = readMeasure({ m0: 0.25, m0_n: "4" }, findMeasure("resolved_rate"), 0);
    expect(value).toMatchObject({ value: 0.25, n: 4 });
    expect(value.low).toBeLessThan(0.25);
    expect(value.high).toBeGreaterThan(0.25);
  });

  test("knows nothing where no row has a value, and counts nought", () => {
    const none = { value: null, n: 0, low: null, high: null };
    expect(readMeasure({ m0: null, m0_n: 0 }, findMeasure("mean_sentiment"), 0)).toEqual(none);
    expect(readMeasure(undefined, findMeasure("median_duration"), 0)).toEqual(none);
    expect(readMeasure(undefined, findMeasure("messages"), 0).value).toBe(0);
  });
});

describe("mergeTables", () => {
  test("brings rows of several tables together by their dimensions", () => {
    const { rows } = merge(spec(["conversations", "messages"], ["channel"]), [
      [{ d0: "web", m0: "5" }],
      [
        { d0: "voice", m1: "7" },
        { d0: "web", m1: "40" },
      ],
    ]);
    const short = rows.map((row) => [
      row.dimensions["channel"],
      row.measures["conversations"]?.value,
      row.measures["messages"]?.value,
    ]);
    expect(short).toEqual([
      ["web", 5, 40],
      ["voice", 0, 7],
    ]);
  });

  test("withholds groups below the smallest and says how many", () => {
    const shape = spec(["conversations"], ["channel"], 5);
    const { rows, withheld } = merge(shape, [
      [
        { d0: "web", m0: "5", group_size: "5" },
        { d0: "sms", m0: "4", group_size: "4" },
      ],
    ]);
    expect(rows.map((row) => row.dimensions["channel"])).toEqual(["web"]);
    expect(withheld).toBe(1);
  });
});

test("buckets of time correspond by their place in their stretch", () => {
  const shape = spec(["conversations"], ["time"]);
  const row = (time: string, value: string) => merge(shape, [[{ d0: time, m0: value }]]).rows;
  const paired = pairWithPrevious(
    [...row("2026-03-08", "5"), ...row("2026-03-09", "6")],
    row("2026-03-02", "3"),
    shape,
    { current: ["2026-03-08", "2026-03-09"], previous: ["2026-03-01", "2026-03-02"] },
  );
  expect(paired.map((entry) => entry.previous["conversations"]?.value)).toEqual([0, 3]);
});

test("only plain counts without overlap add up to the whole", () => {
  const counts = [findMeasure("conversations")];
  expect(addsUp(counts, false)).toBe(true);
  expect(addsUp(counts, true)).toBe(false);
  expect(addsUp([findMeasure("customers")], false)).toBe(false);
  expect(addsUp([findMeasure("mean_sentiment")], false)).toBe(false);
  const { rows } = merge(spec(["conversations"], ["channel"]), [
    [
      { d0: "web", m0: "5" },
      { d0: "sms", m0: "4" },
    ],
  ]);
  expect(sumRows(rows, counts)["conversations"]?.value).toBe(9);
});
