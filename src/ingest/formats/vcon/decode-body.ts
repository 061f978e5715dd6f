// The body of a vCon's dialog or analysis, by its stated encoding.
import { memberOf, textOf } from "../../json/members.ts";

/** `none`: as it is; `json`: parsed; `base64url`: decoded as UTF-8. What cannot be decoded stays as it is. */
export function decodeBody(holder: unknown): unknown {
  const body = memberOf(holder, "body");
  if (typeof body !== "string") return body;
  const encoding = textOf(memberOf(holder, "encoding"))?.toLowerCase();
  const text =
    encoding === "base64url" || encoding === "base64"
      ? Buffer.from(body, "base64url").toString("utf8")
      : body;
  const isJson = encoding === "json" || /json/i.test(textOf(memberOf(holder, "mediatype")) ?? "");
  if (!isJson && !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // it only looked like JSON
  }
}
