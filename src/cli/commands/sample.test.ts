import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { assembleKey, generateSampleItems } from "../../sample/generate.ts";
import type { KeyEntry } from "../../sample/key.ts";
import { EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { command } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

const defaults: ParsedOptions = { conversations: "30", weeks: "12", seed: "1", "end-day": "2026-06-28" };

async function run(options: ParsedOptions, signal = new AbortController().signal) {
  const stdout = new PassThrough();
  const printed = text(stdout);
  const code = await command
    .run(
      [],
      { ...defaults, ...options },
      { stdin: new PassThrough(), stdout, stderr: new PassThrough(), cwd: folder, env: {}, signal },
    )
    .finally(() => stdout.end());
  return { code, printed: await printed };
}

describe("parlance sample", () => {
  it("prints one conversation a line in the canonical form, without places", async () => {
    const { code, printed } = await run({});
    const rows = printed
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(EXIT.ok);
    expect(rows).toHaveLength(30);
    expect(Object.keys(rows[0]).sort()).toEqual([
      "attributes",
      "channel",
      "customer",
      "id",
      "language",
      "messages",
      "outcome",
    ]);
    for (const message of rows.flatMap((row) => row.messages)) {
      expect(message).toMatchObject({
        id: expect.any(String),
        role: expect.any(String),
        sentAt: expect.any(String),
        text: expect.any(String),
      });
      expect(message.place).toBeUndefined();
    }
    expect(typeof rows[0].attributes.plan).toBe("string");
  });

  it("writes files, and a key that reads back as the generator's own", async () => {
    const { printed } = await run({ output: "out.jsonl", key: "key.json" });
    const key = JSON.parse(readFileSync(join(folder, "key.json"), "utf8"));
    const entries = new Map<string, KeyEntry>();
    for (const item of generateSampleItems({ conversations: 30 }))
      entries.set(item.key.conversation, item.key);
    const { perConversation, ...rest } = assembleKey({ conversations: 30 }, entries);
    expect(printed).toBe("");
    expect(readFileSync(join(folder, "out.jsonl"), "utf8").trim().split("\n")).toHaveLength(30);
    expect(key).toEqual({ ...rest, perConversation: Object.fromEntries(perConversation) });
  });

  it.each([
    [{ conversations: "many" }, "whole number"],
    [{ conversations: "0" }, "from 1"],
    [{ weeks: "2" }, "4 to 520"],
    [{ "end-day": "tomorrow" }, "2026-06-28"],
  ])("says what is wrong with %j", async (options, words) => {
    const failure = await run(options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toContain(words);
  });

  it("says when a file cannot be written, and when it was stopped", async () => {
    await expect(run({ output: "missing/out.jsonl" })).rejects.toMatchObject({ code: "OUTPUT_FAILED" });
    await expect(run({}, AbortSignal.abort())).rejects.toMatchObject({ code: "CANCELLED" });
  });
});
