import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actionPhrases } from "./action-phrases.ts";
import { isStopWord } from "./stop-words.ts";

describe("actionPhrases", () => {
  it.each([
    ["can i speak to a real human agent please", "speak to agent"],
    ["how do i cancel the order that i placed", "cancel order"],
    ["I'd like to reset my online banking password.", "reset password"],
    ["please turn off the kitchen lights", "turn off lights"],
    ["i cannot log in to my account", "cannot log in to account"],
    ["i did not receive my refund", "did not receive refund"],
    ["I didn't receive my refund", "did not receive refund"],
    ["my order has not yet been shipped", "order not shipped"],
    ["the parcel never arrived", "parcel never arrived"],
    ["i want to book a train ticket", "book train ticket"],
    ["someone stole my card", "stole card"],
  ])("finds in %j that people %s", (text, phrase) => {
    expect([...actionPhrases(text)]).toContain(phrase);
  });

  it.each([
    "where is my order",
    "the charge on my card",
    "nobody came to me",
    "my book about cooking",
    "cancel. order",
    "cancel [ORDER] now",
    "",
  ])("finds no action with an object in %j", (text) => {
    expect([...actionPhrases(text)]).toEqual([]);
  });

  it("never closes with a stop word but a particle, whatever is said", () => {
    const word = fc.constantFrom(
      ..."i to my the cancel order not log in up refund please speak with agent get card about was it turn off".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (said) => {
        for (const phrase of actionPhrases(said.join(" "))) {
          const last = phrase.split(" ").at(-1) ?? "";
          expect(isStopWord(last) && !/^(?:in|up|off)$/.test(last)).toBe(last === "get");
        }
      }),
    );
  });
});
