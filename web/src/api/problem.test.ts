import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../../src/contract/client.ts";
import { describeError, isSignedOut, isWorthRetrying } from "./problem.ts";

function problem(status: number): ApiProblem {
  return new ApiProblem({
    type: "about:blank",
    title: "The query took longer than 30000 ms and was stopped.",
    status,
    code: "QUERY_TIMEOUT",
    detail: "Narrow the time range.",
    requestId: "r-1",
  });
}

describe("an error in words", () => {
  it("says what the server said, and how to find it in the log", () => {
    expect(describeError(problem(503))).toEqual({
      title: "The query took longer than 30000 ms and was stopped.",
      advice: "Narrow the time range.",
      requestId: "r-1",
    });
  });

  it("tells a server that is gone from a fault of the page", () => {
    expect(describeError(new TypeError("Failed to fetch")).title).toContain("cannot be reached");
    expect(describeError(new TypeError("x is undefined")).title).toContain("could not show");
    expect(describeError("?").advice).toContain("untouched");
  });

  it("asks again only where that can help", () => {
    expect([400, 401, 404].map((status) => isWorthRetrying(problem(status)))).toEqual([false, false, false]);
    expect([429, 503].map((status) => isWorthRetrying(problem(status)))).toEqual([true, true]);
    expect(isWorthRetrying(new TypeError("Failed to fetch"))).toBe(true);
    expect(isSignedOut(problem(401))).toBe(true);
  });
});
