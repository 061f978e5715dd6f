// Each folder under test/fixtures/<format>/<case> holds a file and what must come out of it. A missing expected.jsonl is
// written, and the test fails once so that somebody looks at it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { InputItem, ReadInputsOptions } from "../input-item.ts";
import { parseMapping } from "../mapping/mapping.ts";
import { readInputs } from "../read-inputs.ts";
import { FORMATS } from "./registry.ts";

const FIXTURES = join(import.meta.dirname, "../../../test/fixtures");

function readCaseOptions(folder: string): ReadInputsOptions {
  const path = join(folder, "options.json");
  if (!existsSync(path)) return {};
  const { mapping, ...options } = JSON.parse(readFileSync(path, "utf8")) as {
    mapping?: unknown;
  } & ReadInputsOptions;
  return mapping === undefined ? options : { ...options, mapping: parseMapping(mapping) };
}

async function readCase(folder: string, file: string): Promise<string> {
  const lines: string[] = [];
  const options: ReadInputsOptions = {
    now: new Date("2026-06-01T00:00:00Z"),
    assumeStart: new Date("2026-05-01T00:00:00Z"),
    cwd: folder,
    ...readCaseOptions(folder),
    onMapping: ({ mapping, confidence }) =>
      lines.push(JSON.stringify({ kind: "mapping", confidence, mapping })),
  };
  for await (const item of readInputs([file], options)) lines.push(JSON.stringify(shown(item)));
  return `${lines.join("\n")}\n`;
}

function shown(item: InputItem): unknown {
  if (item.kind !== "file-finished" || item.failure === undefined) return item;
  return { ...item, failure: { code: item.failure.code, message: item.failure.message } };
}

describe.each(FORMATS.map(({ id }) => id))("the format %s", (id) => {
  const cases = existsSync(join(FIXTURES, id)) ? readdirSync(join(FIXTURES, id)) : [];

  it("has fixtures", () => {
    expect(cases.length).toBeGreaterThan(0);
  });

  it.each(cases)("reads %s as expected", async (name) => {
    const folder = join(FIXTURES, id, name);
    const file = readdirSync(folder).find((entry) => entry.startsWith("in.")) ?? "in";
    const actual = await readCase(folder, file);
    const expectedPath = join(folder, "expected.jsonl");
    if (!existsSync(expectedPath)) {
      writeFileSync(expectedPath, actual);
      expect.fail(`${basename(folder)}/expected.jsonl was missing and has been written: look at it`);
    }
    expect(actual).toBe(readFileSync(expectedPath, "utf8"));
    expect(actual).toContain(`"format":"${id}"`);
  });
});
