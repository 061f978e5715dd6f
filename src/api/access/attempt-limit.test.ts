import { describe, expect, it } from "vitest";
import { createAttemptLimit } from "./attempt-limit.ts";

describe("createAttemptLimit", () => {
  it("lets so many through in a minute, says when to come again, and does then", () => {
    let now = 1_000_000;
    const check = createAttemptLimit(() => now, 3);
    for (let attempt = 0; attempt < 3; attempt += 1) check();
    now += 20_000;
    expect(check).toThrow(
      expect.objectContaining({ code: "TOO_MANY_REQUESTS", details: { retryAfterSeconds: 40 } }),
    );
    now += 40_000;
    expect(check).not.toThrow();
  });

  it("does not count what it refused", () => {
    let now = 0;
    const check = createAttemptLimit(() => now, 1);
    check();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      now += 10_000;
      expect(check).toThrow();
    }
    now += 10_000;
    expect(check).not.toThrow();
  });
});
