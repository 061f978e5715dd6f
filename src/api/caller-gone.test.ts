import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { describe, expect, it } from "vitest";
import { AppError } from "../core/errors.ts";
import { isCallerGone } from "./caller-gone.ts";

describe("isCallerGone", () => {
  it("knows a stream that was closed early, also as the cause of another error", async () => {
    const stream = new PassThrough();
    const ended = finished(stream).catch((error: unknown) => error);
    stream.destroy();
    const early = await ended;
    expect(isCallerGone(early)).toBe(true);
    expect(isCallerGone(new AppError("INTERNAL", {}, { cause: early }))).toBe(true);
  });

  it("takes no other error for it", () => {
    expect(isCallerGone(new Error("disk full"))).toBe(false);
    const reset = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" });
    expect(isCallerGone(new AppError("INTERNAL", {}, { cause: reset }))).toBe(false);
    expect(isCallerGone(undefined)).toBe(false);
  });
});
