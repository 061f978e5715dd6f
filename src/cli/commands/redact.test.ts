import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { afterAll, describe, expect, it } from "vitest";
import { type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { command } from "./redact.ts";

const folder = mkdtempSync(join(tmpdir(), "redact-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  input: string | readonly Uint8Array[],
  options: ParsedOptions = {},
  positionals: readonly string[] = [],
  env: CommandContext["env"] = {},
): Promise<{ readonly exit: number; readonly lines: readonly string[] }> {
  let output = "";
  const stdout = new Writable({
    highWaterMark: 16,
    write(chunk, _, done) {
      output += String(chunk);
      setImmediate(done);
    },
  });
  const exit = await command.run(positionals, options, {
    stdin: Readable.from(typeof input === "string" ? [Buffer.from(input)] : input),
    stdout,
    stderr: stdout,
    cwd: folder,
    env,
    signal: new AbortController().signal,
  });
  return { exit, lines: output.split("\n").slice(0, -1) };
}

describe("parlance redact", () => {
  it("reads lines of text and numbers them", async () => {
    const { exit, lines } = await run("hello\r\n\nmail a@b.com now\n");
    expect(exit).toBe(EXIT.ok);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: 1, text: "hello", spans: [] },
      { id: 3, text: "mail [EMAIL] now", spans: [{ start: 5, end: 12, type: "EMAIL", score: 0.98 }] },
    ]);
  });

  it("reads JSON Lines, keeps ids and drops every other field", async () => {
    const { lines } = await run('{"id":"m1","text":"😀 a@b.com","name":"Ann"}\n{"id":7,"text":"x\u2028y"}');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { id: "m1", text: "😀 [EMAIL]", spans: [{ start: 3, end: 10, type: "EMAIL", score: 0.98 }] },
      { id: 7, text: "x\u2028y", spans: [] },
    ]);
  });

  it("reports what it recognises and keeps, and replaces it where the policy is strict", async () => {
    const input = "I met Ann Lee in Berlin on 3 May 2024";
    const { lines } = await run(input);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      text: "I met [PERSON] in Berlin on 3 May 2024",
      spans: [
        { start: 6, end: 13, type: "PERSON" },
        { start: 17, end: 23, type: "LOCATION", kept: true },
        { start: 27, end: 37, type: "DATE", kept: true },
      ],
    });
    const strict = await run(input, { plain: true, policy: "mask,strict,DATE=keep" });
    expect(strict.lines).toEqual(["I met [PERSON] in [LOCATION] on 3 May 2024"]);
  });

  it("redacts a line that only looks like JSON as text", async () => {
    const { lines } = await run('{broken a@b.com\n{"note":"a@b.com"}');
    expect(lines.map((line) => JSON.parse(line).text)).toEqual(["{broken [EMAIL]", '{"note":"[EMAIL]"}']);
  });

  it("prints text alone, a line for a line, with --plain", async () => {
    const { lines } = await run('a@b.com\n\n{"id":1,"text":"one\\ntwo"}\n', { plain: true });
    expect(lines).toEqual(["[EMAIL]", "", "one two"]);
  });

  it("joins characters that the chunks of the input cut apart", async () => {
    const bytes = Buffer.from("é 😀 a@b.com");
    const { lines } = await run(
      [...bytes].map((byte) => Uint8Array.of(byte)),
      { plain: true },
    );
    expect(lines).toEqual(["é 😀 [EMAIL]"]);
  });

  it("reads a file and says when there is none", async () => {
    writeFileSync(join(folder, "in.txt"), "call +1 415 555 2671");
    expect((await run("", { plain: true }, ["in.txt"])).lines).toEqual(["call [PHONE]"]);
    await expect(run("", {}, ["no.txt"])).rejects.toMatchObject({ code: "INPUT_NOT_FOUND" });
  });

  it("follows the policy and gives one value one pseudonym", async () => {
    const options = { plain: true, policy: "pseudonym,PHONE=keep" };
    const { lines } = await run("a@b.com\nA@B.com +1 415 555 2671", options, [], {
      PARLANCE_REDACTION_KEY: "k",
    });
    expect(lines[0]).toMatch(/^\[EMAIL:[a-z2-7]{8}\]$/);
    expect(lines[1]).toBe(`${lines[0]} +1 415 555 2671`);
  });

  it.each([
    ["a pseudonym without a key", { policy: "pseudonym" }, []],
    ["an unknown policy", { policy: "hide" }, []],
    ["an unknown type", { policy: "MAIL=keep" }, []],
    ["two forms of output", { plain: true, json: true }, []],
    ["two files", {}, ["a", "b"]],
    ["a region that is none", { region: "USA" }, []],
  ])("refuses %s", async (_, options, positionals) => {
    await expect(run("x", options, positionals)).rejects.toBeInstanceOf(UsageError);
  });
});
