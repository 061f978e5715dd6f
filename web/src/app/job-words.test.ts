import { describe, expect, it } from "vitest";
import { jobWords, progressOf } from "./job-words.ts";

const job = (progress: { done: number; total: number | null; unit: string } | null) => ({
  label: "Labelling",
  progress,
});

describe("a running job in words", () => {
  it("says how far it is, and of what", () => {
    expect(jobWords(job({ done: 1200, total: 40_000, unit: "utterances" }))).toBe(
      "Labelling: 1,200 of 40,000 utterances",
    );
    expect(jobWords(job({ done: 1200, total: null, unit: "messages" }))).toBe("Labelling: 1,200 messages");
    expect(jobWords(job(null))).toBe("Labelling");
  });

  it("claims no share where the end is not known", () => {
    expect(progressOf(job({ done: 1, total: 4, unit: "x" }))).toBe(0.25);
    expect(progressOf(job({ done: 5, total: 4, unit: "x" }))).toBe(1);
    expect(progressOf(job({ done: 1, total: 0, unit: "x" }))).toBeUndefined();
    expect(progressOf(job({ done: 1, total: null, unit: "x" }))).toBeUndefined();
    expect(progressOf(job(null))).toBeUndefined();
  });
});
