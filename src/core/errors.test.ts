import { describe, expect, it } from "vitest";
import { AppError, ERROR_CATALOGUE } from "./errors.ts";

describe("the error catalogue", () => {
  it.each(Object.entries(ERROR_CATALOGUE))(
    "%s has a status, a message and advice that are whole sentences",
    (_, entry) => {
      expect(entry.status).toBeGreaterThanOrEqual(400);
      expect(entry.message).toMatch(/^[A-Z{].*\.$/);
      expect(entry.advice).toMatch(/^[A-Z`].*\.$/);
    },
  );

  it("fills the message from the details and leaves an unknown name to be seen", () => {
    const error = new AppError("NOT_FOUND", { kind: "topic" });
    expect(error.message).toBe("There is no topic {id} here.");
    expect(error.status).toBe(404);
  });

  it("keeps the cause", () => {
    const cause = new Error("disk full");
    expect(new AppError("INTERNAL", {}, { cause }).cause).toBe(cause);
  });
});
