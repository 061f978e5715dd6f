import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findForeign, isLoopback, type OriginRequest } from "./origin.ts";

const local = { onlyLoopback: true, host: "127.0.0.1", publicUrl: "" };
const request = (change: Partial<OriginRequest>): OriginRequest => ({
  method: "POST",
  path: "/v1/query",
  host: "localhost:7080",
  origin: undefined,
  fetchSite: undefined,
  fetchMode: undefined,
  ...change,
});

describe("on this machine alone", () => {
  test.each<[string, Partial<OriginRequest>]>([
    ["a program without browser headers", {}],
    ["the workbench by name", { origin: "http://localhost:7080", fetchSite: "same-origin" }],
    ["the workbench by number", { host: "127.0.0.1:7080", origin: "http://127.0.0.1:7080" }],
    ["the workbench by IPv6", { host: "[::1]:7080", origin: "http://[::1]:7080" }],
    ["an address typed by hand", { method: "GET", fetchSite: "none", fetchMode: "navigate" }],
    [
      "a link followed to a page",
      { method: "GET", path: "/topics", fetchSite: "cross-site", fetchMode: "navigate" },
    ],
  ])("lets %s pass", (_, change) => expect(findForeign(request(change), local)).toBeUndefined());

  test.each<[string, Partial<OriginRequest>]>([
    ["a name that a foreign DNS server points here", { host: "evil.example:7080" }],
    ["a name that only looks like this machine", { host: "localhost.evil.example" }],
    ["an address of the network", { host: "192.168.1.5:7080" }],
    ["a page of another site", { origin: "https://evil.example" }],
    ["a page of another port of this machine", { origin: "http://localhost:3000" }],
    ["a page without an origin of its own", { origin: "null" }],
    ["a request that another site made", { fetchSite: "cross-site" }],
    ["a request that a sister site made", { fetchSite: "same-site" }],
    ["a link followed to the API", { method: "GET", fetchSite: "cross-site", fetchMode: "navigate" }],
    ["a form sent to a page", { path: "/topics", fetchSite: "cross-site", fetchMode: "navigate" }],
    ["no host", { host: undefined }],
    ["a host with a path", { host: "localhost/x" }],
    ["a host with a user", { host: "localhost@evil.example" }],
  ])("refuses %s", (_, change) => expect(findForeign(request(change), local)).toBeTypeOf("string"));

  test("answers no host but its own, whatever the header says", () => {
    fc.assert(
      fc.property(fc.string(), (host) => {
        const known = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d*)?$/i;
        fc.pre(!known.test(host) && !isOddLoopback(host));
        expect(findForeign(request({ host }), local)).toBeTypeOf("string");
      }),
    );
  });
});

/** Spellings that the URL standard reads as a loopback address, such as `127.1` or `0x7f000001`. */
function isOddLoopback(host: string): boolean {
  try {
    return isLoopback(new URL(`http://${host}`).hostname);
  } catch {
    return false;
  }
}

describe("behind a public address", () => {
  const open = { onlyLoopback: false, host: "0.0.0.0", publicUrl: "https://parlance.example.org" };
  test("takes its own pages and no others", () => {
    const host = "10.0.0.1:7080";
    expect(findForeign(request({ host, origin: "https://parlance.example.org" }), open)).toBeUndefined();
    expect(findForeign(request({ host, origin: "https://evil.example" }), open)).toBe("https://evil.example");
    expect(findForeign(request({ host }), open)).toBeUndefined();
  });
});

test.each([
  ["localhost", true],
  ["127.0.0.2", true],
  ["::1", true],
  ["[::1]", true],
  ["0.0.0.0", false],
  ["::", false],
  ["127.0.0.1.evil.example", false],
  ["10.0.0.1", false],
])("%s is of this machine: %s", (host, expected) => expect(isLoopback(host)).toBe(expected));
