import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearsIntent } from "./bears-intent.ts";
import { distinctTexts } from "./distinct-texts.ts";
import { nameTopics } from "./name-topics.ts";
import { candidatePhrases, phraseSignature } from "./phrases.ts";
import { isStopWord } from "./stop-words.ts";

describe("candidatePhrases", () => {
  it.each([
    ["How do I reset my password?", "reset password"],
    ["the refund has not been received", "refund not received"],
    ["I can't top up", "top up"],
    ["Wo ist meine Bestellung", "bestellung"],
  ])("takes from %j the phrase %j", (text, phrase) => {
    expect([...candidatePhrases(text).keys()]).toContain(phrase);
  });

  it("never crosses a sentence end or a redaction tag, and has no tag in it", () => {
    const phrases = [...candidatePhrases("my parcel [PERSON:abcdef] arrived. broken box").keys()];
    expect(phrases.some((phrase) => /person|abcdef/.test(phrase))).toBe(false);
    expect(phrases).not.toContain("parcel arrived");
    expect(phrases).not.toContain("arrived broken");
  });

  it.each([
    "my handle [HANDLE] broke",
    "my handle [handle] broke",
    "my handle <NAME> broke",
    "my handle [name] broke",
    "my handle {{Order Number}} broke",
  ])("tells words from tags of any tool in %j", (text) => {
    expect([...candidatePhrases(text).keys()]).toEqual(["handle", "broke"]);
  });

  it("neither opens nor closes with a stop word, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (text) => {
        for (const phrase of candidatePhrases(text).keys()) {
          const words = phrase.split(" ");
          expect(isStopWord(words[0] ?? "")).toBe(false);
          expect(words.length).toBeLessThanOrEqual(4);
        }
      }),
    );
  });
});

describe("phraseSignature", () => {
  it("is one for phrases that differ in endings or order alone", () => {
    expect(phraseSignature("cancelled orders")).toBe(phraseSignature("order cancel"));
    expect(phraseSignature("change pin")).not.toBe(phraseSignature("change card"));
  });
});

describe("nameTopics", () => {
  const texts = [
    ...Array.from({ length: 12 }, (_, at) => `please reset my password ${"now ".repeat(at % 3)}`),
    ...Array.from({ length: 12 }, (_, at) => `my refund was not received ${"yet ".repeat(at % 3)}`),
    ...Array.from({ length: 12 }, (_, at) => `I want to reset the router ${"again ".repeat(at % 3)}`),
  ];
  const members = [0, 1, 2].map((topic) => Array.from({ length: 12 }, (_, at) => topic * 12 + at));

  it("says the action and its object in the users' words", () => {
    expect(nameTopics(texts, members).map((words) => words.name)).toEqual([
      "reset password",
      "refund not received",
      "reset router",
    ]);
  });

  const named = (...topics: readonly (readonly string[])[]) => {
    const all = topics.flat();
    let next = 0;
    const rows = topics.map((topic) => topic.map(() => next++));
    return nameTopics(all, rows).map(({ name }) => name);
  };
  const others = Array.from({ length: 30 }, (_, at) => `where is parcel number ${at} with my lamp`);

  it("says what is done to what when no wording is frequent but the action is", () => {
    const asking = [
      "speak to a human agent",
      "i want to speak to an agent",
      "let me speak with a live agent",
    ];
    const more = ["can i speak to somebody", "speak to a supervisor", "may i speak with a manager please"];
    expect(named([...asking, ...more, ...asking, ...more], others)[0]).toBe("speak to agent");
  });

  it("keeps the negation that most texts have", () => {
    const without = Array.from(
      { length: 10 },
      (_, at) => `i did not receive my refund ${"yet ".repeat(at % 2)}`,
    );
    expect(named([...without, "receive a refund"], others)[0]).toBe("did not receive refund");
  });

  it("takes no half of what people say", () => {
    const fee = [
      "early termination fee",
      "is there an early termination fee",
      "the early termination fees please",
    ];
    expect(named([...fee, ...fee], others)[0]).toBe("early termination fee");
  });

  it("tells turning on from turning off", () => {
    const on = Array.from({ length: 8 }, (_, at) => `turn on the lights ${"now ".repeat(at % 2)}`);
    const off = Array.from({ length: 8 }, (_, at) => `turn off the lights ${"now ".repeat(at % 2)}`);
    expect(named(on, off)).toEqual(["turn on lights", "turn off lights"]);
  });

  it("gives no two topics the same name, even when their texts are the same", () => {
    const same = Array.from({ length: 20 }, () => "where is my parcel");
    const names = nameTopics(same, [
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8, 9],
      [10, 11, 12, 13, 14],
    ]).map((words) => words.name);
    expect(new Set(names).size).toBe(3);
  });
});

describe("bearsIntent", () => {
  it.each([
    "where is my parcel",
    "i was charged twice",
    "cancel order 12345 because it is late",
    "what is my account number?",
    "order tracking",
    "where is my new card",
    "has my card been sent",
    "real person please",
    "我的包裹在哪里",
  ])("keeps %j", (text) => {
    expect(bearsIntent(text)).toBe(true);
  });

  it.each([
    "hello",
    "good morning",
    "thank you so much for your help",
    "yes please",
    "no that is all, have a nice day",
    "my email is [email]",
    "order 12345",
    "my name is [person]",
    "you can reach me at [email].",
    "that is not what i asked.",
    "this is unacceptable.",
    "what should i do?",
    "12345",
    "",
    "ok",
  ])("passes over %j", (text) => {
    expect(bearsIntent(text)).toBe(false);
  });
});

describe("distinctTexts", () => {
  it("counts texts that differ in case and spacing alone as one", () => {
    const found = distinctTexts(["Where is it", "where  is it ", "other"]);
    expect(found.texts).toEqual(["Where is it", "other"]);
    expect([...found.weights]).toEqual([2, 1]);
    expect([...found.places]).toEqual([0, 0, 1]);
  });
});
