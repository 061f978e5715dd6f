import { describe, expect, it } from "vitest";
import type { KnownValue } from "../preparer.ts";
import { KnownValues } from "./known-values.ts";

function mark(values: readonly KnownValue[], text: string): string {
  const known = new KnownValues();
  for (const value of values) known.add(value);
  const found = known.find(text).sort((a, b) => b.start - a.start);
  return found.reduce(
    (marked, { start, end }) => `${marked.slice(0, start)}«${marked.slice(start, end)}»${marked.slice(end)}`,
    text,
  );
}

const ann: KnownValue = { type: "PERSON", value: "Ann-Marie van der Berg" };

describe("values known in a conversation", () => {
  it.each<[string, readonly KnownValue[], string]>([
    ["a name alone, in any case", [ann], "ask «MARIE», «berg» or «Ann»"],
    ["a name's genitive", [ann], "«Ann»'s order"],
    ["a name in whole words only", [ann], "Annual bergs in Annex"],
    ["a name as one stretch", [{ type: "PERSON", value: "Bo Diaz" }], "for «bo diaz» or «Diaz»"],
    [
      "an everyday word with a capital only",
      [{ type: "PERSON", value: "Mark Will" }],
      "mark will; «Mark», «Will»",
    ],
    [
      "an everyday word beside another word of the name",
      [{ type: "PERSON", value: "Mark Zhou" }],
      "«mark zhou» here",
    ],
    ["a title never", [{ type: "PERSON", value: "Dr Zhou" }], "dr no, «zhou» yes"],
    ["a name without spaces around it", [{ type: "PERSON", value: "王小明" }], "我是«王小明»你好"],
    ["a number however grouped", [{ type: "NATIONAL_ID", value: "123-45-6789" }], "so «123 456 789»?"],
    ["a number in full only", [{ type: "CARD", value: "4111111111111111" }], "ends in 1111"],
    [
      "a phone number without its country",
      [{ type: "PHONE", value: "+1 415 555 2671" }],
      "is «4155552671» ok",
    ],
    ["a secret as a token", [{ type: "SECRET", value: "hunter2" }], 'try "«hunter2»". Not hunter22'],
    ["a handle with and without @", [{ type: "HANDLE", value: "ann_lee9" }], "«@ann_lee9» and «ann_lee9»."],
    [
      "a value of several words",
      [{ type: "BIRTH_DATE", value: "3 July 1954" }],
      "It's «3 july 1954». Not 13 July 1954",
    ],
    ["nothing short", [{ type: "SECRET", value: "abc" }], "abc"],
  ])("finds %s", (_, values, expected) => {
    expect(mark(values, expected.replace(/[«»]/g, ""))).toBe(expected);
  });

  it("takes a first name for the one person who has it, and for nobody when two have", () => {
    const known = new KnownValues();
    known.add({ type: "PERSON", value: "Ann Lee" });
    expect(known.fullName("Ann")).toBe("ann lee");
    known.add({ type: "PERSON", value: "Ann Zhou" });
    expect(known.fullName("Ann")).toBe("ann");
    expect(known.fullName("Zhou")).toBe("ann zhou");
  });
});
