import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { ipAddress } from "./ip-address.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("IP addresses", () => {
  it.each([
    "my ip is «192.168.0.12»",
    "from «8.8.8.8», port 53",
    "«2001:db8::8a2e:370:7334» fails",
    "at [«fe80::1ff:fe23:4567:890a»]",
    "server version 2 at ip «10.2.3.4»",
    "login from «192.0.2.101» failed",
    "the app from «192.0.2.101»",
    "«::ffff:192.0.2.128»",
  ])("finds %s", (text) => {
    expect(markFound(ipAddress, unmarked(text))).toBe(text);
  });

  it.each([
    "version 10.2.3.4",
    "v1.2.3.4",
    "firmware is 1.0.0.12",
    "update to 10.2.3.4",
    "upgraded from 10.2.3.4",
    "Android 10.2.3.4",
    "300.1.1.1",
    "1.2.3.4.5",
    "at 12:30:45",
    "10:30-11:45",
    "ratio 1::2",
    "std::vector",
    "3.14.15",
  ])("leaves %s", (text) => {
    expect(markFound(ipAddress, text)).toBe(text);
  });
});
