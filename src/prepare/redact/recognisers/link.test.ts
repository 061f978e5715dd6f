import { describe, expect, it } from "vitest";
import { markFound } from "../../../../test/support/mark-found.ts";
import { link } from "./link.ts";

const unmarked = (text: string): string => text.replace(/[«»]/g, "");

describe("links with something personal or secret in them", () => {
  it.each([
    "see «https://a.io/reset?token=abc123» now",
    "«https://user:pw@host.com/x»",
    "«postgres://admin:secret@db.local:5432/app»",
    "«http://a.io/?email=ann%40x.com&b=1».",
    "(«https://a.io/u/ann@x.com»)",
    "«https://s3.aws.com/f?X-Amz-Signature=9f8e»",
    "«www.a.io/login?session_id=77»",
    "«https://a.io/#access_token=zzz»",
    "«https://a.io/i/8f3k2l9d0s7a6q5w4e3r»",
  ])("finds %s", (text) => {
    expect(markFound(link, unmarked(text))).toBe(text);
  });

  it.each([
    "https://example.com/help/how-to-return-an-item-2024",
    "www.example.com/orders?page=2&sort=date",
    "http://example.com",
    "https://example.com/a?utm_source=mail_out&q=phone+case",
    "ratio 3://4",
    "://",
  ])("leaves %s", (text) => {
    expect(markFound(link, text)).toBe(text);
  });
});
