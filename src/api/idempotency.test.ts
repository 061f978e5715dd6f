import { describe, expect, test } from "vitest";
import { createIdempotentAnswers } from "./idempotency.ts";

describe("answers by key", () => {
  test("are given again for a day, then worked out anew", async () => {
    let now = 0;
    let count = 0;
    const answers = createIdempotentAnswers<number>(() => now);
    const work = async () => ++count;
    expect(await answers.once("k", work)).toBe(1);
    expect(await answers.once("k", work)).toBe(1);
    expect(await answers.once("other", work)).toBe(2);
    expect(await answers.once(undefined, work)).toBe(3);
    now = 86_400_000;
    expect(await answers.once("k", work)).toBe(4);
  });

  test("are refused while the first is still worked out, and a failure leaves the key free", async () => {
    const answers = createIdempotentAnswers<number>(() => 0);
    const { promise, reject } = Promise.withResolvers<number>();
    const first = answers.once("k", () => promise);
    await expect(answers.once("k", async () => 2)).rejects.toMatchObject({ code: "CONFLICT" });
    reject(new Error("no"));
    await expect(first).rejects.toThrow("no");
    expect(await answers.once("k", async () => 3)).toBe(3);
  });
});
