import { describe, expect, test } from "vitest";
import { AppError } from "../core/errors.ts";
import { errorForLog } from "./error-for-log.ts";

describe("errorForLog", () => {
  test("keeps kind, code and place, and leaves out what a foreign error says", () => {
    const parse = (text: string): unknown => JSON.parse(text);
    let caught: unknown;
    try {
      parse("my name is Ada");
    } catch (error) {
      caught = new AppError("ENGINE_QUERY_FAILED", { engine: "chDB", tag: "t" }, { cause: error });
    }
    const logged = errorForLog(caught);
    expect(logged).toMatchObject({
      name: "AppError",
      code: "ENGINE_QUERY_FAILED",
      cause: { name: "SyntaxError" },
    });
    expect(logged.message).toContain("chDB");
    expect(logged.cause?.frames.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toContain("Ada");
  });

  test("takes anything that can be thrown, and a chain without end", () => {
    expect(errorForLog("text")).toEqual({ name: "string", frames: [] });
    const round = new Error("a");
    round.cause = round;
    expect(JSON.stringify(errorForLog(round))).not.toContain('"a"');
  });
});
