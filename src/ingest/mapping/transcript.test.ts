import { describe, expect, it } from "vitest";
import { transcriptSplitter } from "./transcript.ts";

const split = transcriptSplitter(undefined, "customer");

describe("transcriptSplitter", () => {
  it.each([
    [
      "Customer: hi\nAgent: hello",
      [
        ["customer", "hi"],
        ["agent", "hello"],
      ],
    ],
    [
      "[10:31] Agent Kim: hello\n[10:32] Visitor: hi",
      [
        ["agent", "hello"],
        ["customer", "hi"],
      ],
    ],
    [
      "Customer: hi Agent: hello",
      [
        ["customer", "hi"],
        ["agent", "hello"],
      ],
    ],
    [
      "Customer: I told the agent: no\nBot: sorry",
      [
        ["customer", "I told the agent: no"],
        ["bot", "sorry"],
      ],
    ],
    [
      "USER: one<br>two<br>ASSISTANT: three",
      [
        ["customer", "one\ntwo"],
        ["bot", "three"],
      ],
    ],
    [
      "Customer: first\nsecond line\nAgent (Kim): ok",
      [
        ["customer", "first\nsecond line"],
        ["agent", "ok"],
      ],
    ],
    ["just a review: fine", [["customer", "just a review: fine"]]],
    ["", []],
  ])("splits %j", (text, expected) => {
    expect(split(text).map(({ role, text: said }) => [role, said])).toEqual(expected);
  });

  it("takes only the speakers that a mapping names", () => {
    const own = transcriptSplitter({ "mrs. (a+b)": "agent", k: "customer" }, "customer");
    expect(own("K: hallo\nMrs. (a+b): tag\nAgent: nobody")).toEqual([
      { role: "customer", text: "hallo" },
      { role: "agent", text: "tag\nAgent: nobody" },
    ]);
  });
});
