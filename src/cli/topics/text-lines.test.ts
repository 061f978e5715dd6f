import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTopic, readTextLines } from "./text-lines.ts";

const read = (content: string, options: { text?: string; vectors?: string } = {}) =>
  readTextLines(Readable.from([content]), { file: "in.jsonl", text: "text", ...options });

const topic = {
  topic: 3,
  topic_name: "late parcel",
  topic_group: null,
  subtopic_name: "parcel lost",
  confidence: 0.5,
};

describe("readTextLines", () => {
  it("reads texts from nested fields and passes over empty lines", async () => {
    const lines = await read('\uFEFF{"a":{"b":"one"}}\r\n\n{"a":{}}\n', { text: "a.b" });
    expect(lines.map((line) => line.text)).toEqual(["one", ""]);
  });

  it.each([
    ['{"text":"a"}\nnot json\n', {}, "line 2 is not JSON"],
    ["[1]\n", {}, "line 1 is not a JSON object"],
    ['{"other":"a"}\n', {}, "no line has a text in the field text"],
    ['{"text":"a","v":[1,"x"]}\n', { vectors: "v" }, "line 1 has no array of numbers in v"],
    ['{"text":"a","v":[1,2]}\n{"text":"b","v":[1]}\n', { vectors: "v" }, "line 2 has a vector of 1 numbers"],
  ])("says what is wrong with %j", async (content, options, problem) => {
    await expect(read(content, options)).rejects.toThrow(problem);
  });
});

describe("addTopic", () => {
  it("leaves everything else letter by letter", async () => {
    const [line] = await read('{"id": 12345678901234567890, "text":"é \\u00e9",  "z":1.0 }\n');
    expect(line && addTopic(line, topic)).toBe(
      '{"id": 12345678901234567890, "text":"é \\u00e9",  "z":1.0,"topic":3,"topic_name":"late parcel","topic_group":null,"subtopic_name":"parcel lost","confidence":0.5}',
    );
  });

  it("replaces the topic of an earlier run", async () => {
    const [line] = await read('{"text":"a","topic":9,"confidence":1}');
    expect(line && JSON.parse(addTopic(line, topic))).toEqual({ text: "a", ...topic });
  });

  it("gives a line that holds the same and the topic, whatever the line", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (record) => {
        const source = JSON.stringify(record);
        const added: unknown = JSON.parse(addTopic({ source, text: "" }, topic));
        expect(added).toEqual({ ...(JSON.parse(source) as object), ...topic });
      }),
    );
  });
});
