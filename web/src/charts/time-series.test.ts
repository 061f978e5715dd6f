import { describe, expect, it } from "vitest";
import type { QueryResponse } from "../../../src/contract/query.ts";
import { prepareTimeSeries, timeSeriesTable } from "./time-series.ts";

type Row = readonly [time: string, key: string | null, value: number | null, n?: number];

function answer(type: string, rows: readonly Row[], by?: string): QueryResponse {
  const grain = "conversation";
  return {
    columns: [
      ...(by === undefined
        ? []
        : [
            {
              id: by,
              role: "dimension",
              label: by,
              type: "text",
              unit: null,
              grain,
              labels: { web: "Web" },
              overlapping: false,
            },
          ]),
      {
        id: "m",
        role: "measure",
        label: "Measure",
        type,
        unit: "x",
        grain,
        labels: null,
        overlapping: false,
      },
    ],
    rows: rows.map(([time, key, value, n = 1]) => ({
      dimensions: by === undefined ? { time } : { time, [by]: key },
      measures: { m: { value, n, low: type === "count" ? null : 0.1, high: type === "count" ? null : 0.9 } },
      previous: null,
    })),
    total: { measures: {}, previous: null },
    truncated: false,
    withheld: 0,
    window: { from: "2026-03-02T00:00:00.000Z", to: "2026-03-23T00:00:00.000Z", timeZone: "UTC" },
    comparedWith: null,
    grain: "week",
    buckets: ["2026-03-02", "2026-03-09", "2026-03-16"],
    partial: { bucket: "2026-03-16", until: "2026-03-18T00:00:00.000Z" },
    filterWords: "",
  } as QueryResponse;
}

describe("numbers over time", () => {
  it("has a number for every bucket: a count that is missing is zero", () => {
    const data = prepareTimeSeries(
      answer("count", [
        ["2026-03-02", null, 4],
        ["2026-03-16", null, 6],
      ]),
      { measure: "m" },
    );
    expect(data?.series[0]?.points.map(({ value }) => value)).toEqual([4, 0, 6]);
    expect(data?.series[0]?.total).toBe(10);
    expect(data?.partial).toBe("2026-03-16");
  });

  it("leaves a gap where a mean has nothing to rest on", () => {
    const data = prepareTimeSeries(
      answer("mean", [
        ["2026-03-02", null, 0.4],
        ["2026-03-16", null, null, 0],
      ]),
      { measure: "m" },
    );
    expect(data?.series[0]?.points.map(({ value }) => value)).toEqual([0.4, null, null]);
  });

  it("keeps the fixed order of series, and sorts the others by size", () => {
    const rows: readonly Row[] = [
      ["2026-03-02", "b", 9],
      ["2026-03-02", "a", 2],
      ["2026-03-02", "web", 1],
    ];
    const data = prepareTimeSeries(answer("count", rows, "channel"), {
      measure: "m",
      by: "channel",
      order: ["web"],
    });
    expect(data?.series.map(({ key }) => key)).toEqual(["web", "b", "a"]);
    expect(data?.series.map(({ name }) => name)).toEqual(["Web", "b", "a"]);
  });

  it("is nothing when the answer has no time", () => {
    const timeless = { ...answer("count", []), buckets: null };
    expect(prepareTimeSeries(timeless, { measure: "m" })).toBeUndefined();
  });
});

describe("the same as a table", () => {
  it("marks the running bucket and shows intervals with their n", () => {
    const data = prepareTimeSeries(
      answer("share", [
        ["2026-03-02", null, 0.41234, 50],
        ["2026-03-16", null, 0.5, 9],
      ]),
      {
        measure: "m",
      },
    );
    expect(data && timeSeriesTable(data, "Share negative")).toEqual({
      columns: ["Week", "Share negative", "95 % from", "95 % to", "n"],
      rows: [
        ["2 Mar", 0.4123, 0.1, 0.9, 50],
        ["9 Mar", null, null, null, 0],
        ["16 Mar (running)", 0.5, 0.1, 0.9, 9],
      ],
    });
  });
});
