import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { formatBytes, formatCount, formatDuration, startProgress } from "./progress.ts";

function collector(): { stderr: Writable; text: () => string } {
  let text = "";
  const stderr = new Writable({
    write(chunk, _, done) {
      text += String(chunk);
      done();
    },
  });
  return { stderr, text: () => text };
}

describe("progress away from a terminal", () => {
  it("writes a plain line every five seconds and nothing in between", () => {
    const { stderr, text } = collector();
    let time = 0;
    const progress = startProgress("reading", { stderr }, { now: () => time });
    for (time = 1_000; time <= 11_000; time += 1_000) progress.update(time, 20_000, "x");
    progress.stop();
    expect(text()).toBe("reading: 5,000 (25%)  x\nreading: 10,000 (50%)  x\n");
  });

  it("leaves the share out when the total is unknown", () => {
    const { stderr, text } = collector();
    let time = 0;
    const progress = startProgress("reading", { stderr }, { now: () => time, formatAmount: formatBytes });
    time = 6_000;
    progress.update(2_500_000, undefined, "");
    expect(text()).toBe("reading: 2.5 MB  \n");
  });
});

describe("amounts", () => {
  it.each([
    [formatCount(1234567), "1,234,567"],
    [formatBytes(999), "999 bytes"],
    [formatBytes(1_500_000_000), "1.5 GB"],
    [formatDuration(45_200), "45 s"],
    [formatDuration(185_000), "3 min 5 s"],
    [formatDuration(7_800_000), "2 h 10 min"],
  ])("%s", (actual, expected) => {
    expect(actual).toBe(expected);
  });
});
