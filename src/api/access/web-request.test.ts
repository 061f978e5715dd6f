import { describe, expect, it } from "vitest";
import { CLIENT_ADDRESS_HEADER, toWebHeaders } from "./web-request.ts";

describe("the headers of a request, for better-auth", () => {
  it("give the address of the connection, whatever a caller claims: attempts to sign in are counted by it", () => {
    const request = {
      ip: "192.0.2.7",
      headers: { cookie: "a=1", "content-length": "12", [CLIENT_ADDRESS_HEADER]: "10.0.0.1" },
    };
    expect(Object.fromEntries(toWebHeaders(request))).toEqual({
      cookie: "a=1",
      [CLIENT_ADDRESS_HEADER]: "192.0.2.7",
    });
  });
});
