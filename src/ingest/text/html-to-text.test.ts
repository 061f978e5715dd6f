import { expect, it } from "vitest";
import { htmlToText } from "./html-to-text.ts";

it.each([
  ["<p>hey there</p>", "hey there"],
  ["<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"],
  ["Tom &amp; Jerry &#39;s &#x1F642; &nbsp;&unknown;", "Tom & Jerry 's 🙂  &unknown;"],
  ['<a href="https://example.com">our shop</a><img src="x">', "our shop"],
  ["<ul><li>a</li><li>b</li></ul>", "- a\n- b"],
  ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
  ["<script>alert(1)</script>safe", "safe"],
  ["&#1114112; &#xD800;", "&#1114112; &#xD800;"],
])("shows %s as its reader saw it", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});
