import { describe, expect, it } from "vitest";
import { SignInError, signInWords } from "./auth.ts";

describe("why somebody was not let in", () => {
  it("does not tell whether the address or the password was wrong", () => {
    expect(signInWords(new SignInError(401, "User not found"))).toBe(
      "The e-mail address or the password is not right.",
    );
  });

  it("says what to do when there were too many tries or the server failed", () => {
    expect(signInWords(new SignInError(429, ""))).toContain("Wait");
    expect(signInWords(new SignInError(500, ""))).toContain("500");
    expect(signInWords(new SignInError(400, "Invalid e-mail"))).toBe("Invalid e-mail");
  });
});
