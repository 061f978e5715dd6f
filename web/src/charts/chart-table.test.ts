import { describe, expect, it } from "vitest";
import { fileName, toCsv } from "./chart-table.ts";

describe("a chart as CSV", () => {
  it("quotes what must be quoted and leaves gaps empty", () => {
    const table = {
      columns: ["Week", "Topic, name"],
      rows: [
        ["2 Mar", 12.5],
        ['say "hi"', null],
      ],
    };
    expect(toCsv(table)).toBe('Week,"Topic, name"\r\n2 Mar,12.5\r\n"say ""hi""",\r\n');
  });

  it("does not let a topic's name run as a formula", () => {
    expect(toCsv({ columns: ["a"], rows: [["=1+1"], [-2]] })).toBe("a\r\n'=1+1\r\n-2\r\n");
  });

  it("names the file after the title", () => {
    expect(fileName("Volume by channel, weekly", "csv")).toBe("volume-by-channel-weekly.csv");
    expect(fileName("…", "png")).toBe("chart.png");
  });
});
