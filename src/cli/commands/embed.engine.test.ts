import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { command } from "./embed.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "embed-"));
});
afterEach(() => rm(folder, { recursive: true }));

type Outcome = { readonly code: number; readonly stdout: string; readonly stderr: string };

async function run(
  positionals: readonly string[],
  options: ParsedOptions,
  given: { readonly input?: string; readonly signal?: AbortSignal } = {},
): Promise<Outcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const context: CommandContext = {
    stdin: Readable.from([given.input ?? ""]),
    stdout,
    stderr,
    cwd: folder,
    env: {},
    signal: given.signal ?? new AbortController().signal,
  };
  const texts = Promise.all([readAll(stdout), readAll(stderr)]);
  const code = await command
    .run(positionals, { field: "text", threads: "1", ...options }, context)
    .finally(() => {
      stdout.end();
      stderr.end();
    });
  const [out, err] = await texts;
  return { code, stdout: out, stderr: err };
}

const parseLines = (lines: string) =>
  lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id?: number; vector: number[] });

describe("parlance embed", () => {
  it("adds a vector to every line of standard input and keeps its fields", async () => {
    const input = '{"id":1,"text":"where is my card"}\r\n\n{"id":2,"text":"where is my card"}';
    const { code, stdout, stderr } = await run(["-"], {}, { input });
    const [first, second] = parseLines(stdout);
    expect(code).toBe(EXIT.ok);
    expect([first?.id, second?.id]).toEqual([1, 2]);
    expect(first?.vector.length).toBe(384);
    expect(first?.vector).toEqual(second?.vector);
    expect(Math.hypot(...(first?.vector ?? []))).toBeCloseTo(1, 4);
    expect(stderr).toContain("2 embedded, 0 set aside");
  });

  it("names the lines it sets aside without showing them, and says so by its exit code", async () => {
    await writeFile(join(folder, "in.jsonl"), '\uFEFF{"subject":"a"}\nsecret words\n[1]\n{"subject":7}\n');
    const { code, stdout, stderr } = await run(["in.jsonl"], {
      field: "subject",
      output: "out.jsonl",
      json: true,
    });
    expect(code).toBe(EXIT.setAside);
    expect(JSON.parse(stdout)).toMatchObject({ embedded: 1, setAside: 3, dimension: 384 });
    expect(stderr).toBe(
      'Line 2 is not JSON.\nLine 3 is not a JSON object.\nLine 4 has no text in the field "subject".\n',
    );
    expect(parseLines(await readFile(join(folder, "out.jsonl"), "utf8")).length).toBe(1);
    expect(await readdir(folder)).toEqual(["in.jsonl", "out.jsonl"]);
  });

  it("stops when it is cancelled and leaves no file", async () => {
    const input = Array.from({ length: 50 }, (_, index) => JSON.stringify({ text: `text ${index}` })).join(
      "\n",
    );
    const running = run(["-"], { output: "out.jsonl" }, { input, signal: AbortSignal.abort() });
    await expect(running).rejects.toMatchObject({ code: "CANCELLED" });
    expect(await readdir(folder)).toEqual([]);
  });

  it("refuses a missing file, an output that cannot be, two files and a bad number of threads", async () => {
    await expect(run(["absent.jsonl"], {})).rejects.toMatchObject({ code: "INPUT_NOT_FOUND" });
    await expect(run(["-"], { output: "no/such/folder.jsonl" })).rejects.toMatchObject({
      code: "OUTPUT_FAILED",
    });
    await expect(run(["a", "b"], {})).rejects.toThrow(UsageError);
    await expect(run(["-"], { threads: "many" })).rejects.toThrow(UsageError);
  });
});
