import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJsonSplitter, type JsonRecord, type RecordPattern } from "./split-json.ts";

function split(
  text: string,
  pattern: RecordPattern,
  chunk = text.length || 1,
  maxChars = 1_000_000,
): JsonRecord[] {
  const splitter = createJsonSplitter(pattern, maxChars);
  const records: JsonRecord[] = [];
  for (let at = 0; at < text.length; at += chunk) records.push(...splitter.push(text.slice(at, at + chunk)));
  return [...records, ...splitter.end()];
}

const values = (records: readonly JsonRecord[]) =>
  records.map((record) => (record.kind === "record" ? (JSON.parse(record.text) as unknown) : record.kind));

describe("createJsonSplitter", () => {
  it("cuts out the elements of the top list with their places", () => {
    expect(split('[{"a":1},\n {"a":[2,{"b":"]}"}]} , 3]', ["*"])).toEqual([
      { kind: "record", text: '{"a":1}', path: "/0", line: 1 },
      { kind: "record", text: '{"a":[2,{"b":"]}"}]}', path: "/1", line: 2 },
      { kind: "record", text: "3", path: "/2", line: 2 },
    ]);
  });

  it("cuts out the members of the top object with their names", () => {
    expect(split('{"x/y": {"log":[]}, "z~": {}}', ["*"])).toEqual([
      { kind: "record", text: '{"log":[]}', path: "/x~1y", line: 1, key: "x/y" },
      { kind: "record", text: "{}", path: "/z~0", line: 1, key: "z~" },
    ]);
  });

  it("names no member by a key that may be personal", () => {
    expect(split('{"dlg-1":{}, "ann@shop.example":{}, "Ann Lee":{}}', ["*"])).toMatchObject([
      { path: "/dlg-1" },
      { path: "/#1", key: "ann@shop.example" },
      { path: "/#2", key: "Ann Lee" },
    ]);
  });

  it("cuts out a list inside and passes over everything beside it", () => {
    const text = '{"meta":{"items":[9]},"data":{"n":1,"items":[{"a":"\\"}"},{"a":2}]},"items":[7]}';
    expect(values(split(text, ["data", "items", "*"]))).toEqual([{ a: '"}' }, { a: 2 }]);
  });

  it("takes documents one after another, also glued with commas", () => {
    expect(values(split('{"a":1}{"a":2}\n{"a":3},\n{"a":4}', []))).toEqual([
      { a: 1 },
      { a: 2 },
      { a: 3 },
      { a: 4 },
    ]);
  });

  it("reports what stands after the end and goes on", () => {
    expect(values(split('{"a":1}\n}\n{"a":2}', []))).toEqual([{ a: 1 }, "broken", { a: 2 }]);
  });

  it("reports a document that is cut off, after the records before", () => {
    const records = split('[{"a":1},{"a":', ["*"]);
    expect(values(records)).toEqual([{ a: 1 }, "broken"]);
    expect(records[1]).toMatchObject({ path: "/1", isFatal: true });
  });

  it.each(['[{"a":1} {"a":2}]', '[{"a":1}}', '{"a" 1}', "[1,2", '{"a":{"b":1}', "{1:2}"])(
    "gives up on the broken structure of %s with one word",
    (text) => {
      expect(split(text, ["*"]).filter(({ kind }) => kind === "broken").length).toBe(1);
    },
  );

  it("keeps nothing of a record over the limit but its checksum", () => {
    const records = split(JSON.stringify([{ a: "x".repeat(500) }, { a: 1 }]), ["*"], 50, 100);
    expect(records.map(({ kind }) => kind)).toEqual(["too-large", "record"]);
  });

  it("finds the elements of any JSON list however it is cut into pieces", () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue(), { maxLength: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        (list, chunk, indent) => {
          const text = JSON.stringify(list, null, indent ? 2 : 0);
          expect(values(split(text, ["*"], chunk))).toEqual(JSON.parse(text));
        },
      ),
    );
  });

  it("finds the members of any JSON object however it is cut into pieces", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 1, max: 40 }),
        (object, chunk) => {
          const text = JSON.stringify(object);
          const parsed = JSON.parse(text) as Record<string, unknown>;
          const records = split(text, ["*"], chunk);
          expect(values(records)).toEqual(Object.values(parsed));
          expect(records.map((record) => (record.kind === "record" ? record.key : ""))).toEqual(
            Object.keys(parsed),
          );
        },
      ),
    );
  });

  it("survives any text", () => {
    const texts = fc.string({
      unit: fc.constantFrom("{", "}", "[", "]", ",", ":", '"', "\\", "a", "1", "\n", " "),
    });
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom<RecordPattern>([], ["*"], ["a", "*"]),
        (text, chunk, pattern) => {
          expect(split(text, pattern, chunk).length).toBeLessThanOrEqual(text.length + 1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
