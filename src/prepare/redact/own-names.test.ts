import { describe, expect, it } from "vitest";
import { createLeaveOutOwnNames } from "./own-names.ts";
import { createRedactor } from "./redactor.ts";

const person = (text: string, value: string) => {
  const start = text.indexOf(value);
  return { start, end: start + value.length, type: "PERSON" as const, score: 0.9 };
};

describe("a company's own names", () => {
  const leaveOut = createLeaveOutOwnNames(["Lumora", "Glow Plus"]);

  it("are no people, whatever their case", () => {
    const text = "the LUMORA glow is broken";
    expect(leaveOut(text, [person(text, "LUMORA glow")])).toEqual([]);
  });

  it("are cut off a person's name beside them", () => {
    const text = "hi Lumora Jane Miller here";
    expect(leaveOut(text, [person(text, "Lumora Jane Miller")])).toEqual([person(text, "Jane Miller")]);
  });

  it("stay where the tagger says something else than a person", () => {
    const text = "12 Lumora Street";
    const address = { ...person(text, text), type: "ADDRESS" as const };
    expect(leaveOut(text, [address])).toEqual([address]);
  });

  it("stay in a text that is redacted, while other people go", () => {
    const tagger = {
      find: (text: string) =>
        ["Lumora", "Jane"].filter((name) => text.includes(name)).map((name) => person(text, name)),
    };
    const redactor = createRedactor({
      key: "k",
      policy: { default: "mask", perType: {}, ownNames: ["lumora"] },
      recognisers: [],
      tagger,
    });
    expect(redactor.redactText("I told Jane that my Lumora is late").text).toBe(
      "I told [PERSON] that my Lumora is late",
    );
  });
});
