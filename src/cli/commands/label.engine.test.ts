import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CommandContext, EXIT, type ParsedOptions, UsageError } from "../command.ts";
import { command } from "./label.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "label-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(positionals: readonly string[], options: ParsedOptions, input = "") {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const context: CommandContext = {
    stdin: Readable.from([input]),
    stdout,
    stderr,
    cwd: folder,
    env: {},
    signal: new AbortController().signal,
  };
  const texts = Promise.all([readAll(stdout), readAll(stderr)]);
  const code = await command.run(positionals, { threads: "1", ...options }, context).finally(() => {
    stdout.end();
    stderr.end();
  });
  const [out, err] = await texts;
  const lines = out
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, lines, stderr: err };
}

const DIALOGUE = [
  { id: 1, conversation: "a", role: "agent", text: "How can I help you?" },
  { id: 2, conversation: "a", role: "customer", text: "my flight is tomorrow", time: "2026-03-05T10:00:00Z" },
  { id: 3, conversation: "a", role: "customer", text: "I want to cancel my subscription" },
  { id: 4, text: "I love this, thank you so much! Write to ann@example.com" },
  { id: 5, text: "Wo ist mein Paket, ich warte seit zwei Wochen darauf" },
]
  .map((line) => JSON.stringify(line))
  .join("\n");

describe("parlance label", () => {
  it("says of each line what the models read, and of a conversation how it stands", async () => {
    const { code, lines, stderr } = await run(["-"], {}, DIALOGUE);
    expect(code).toBe(EXIT.ok);
    expect(stderr).toContain("5 labelled, 0 set aside");
    expect(lines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(lines[0]).toMatchObject({ act: "question", intentBearing: false, language: "en" });
    expect(lines[1]).toMatchObject({ entities: [{ start: 13, end: 21, type: "DATE", value: "2026-03-06" }] });
    expect(lines[2]).toMatchObject({ act: "request", intentBearing: true });
    expect(lines[2]?.["churn"]).toBeGreaterThan(0.5);
    expect(lines[2]?.["satisfaction"]).toBeGreaterThanOrEqual(1);
    expect(lines[3]).toMatchObject({ entities: [{ type: "EMAIL", value: "ann@example.com" }] });
    const { score } = (lines[3]?.["sentiment"] ?? {}) as { score?: number };
    expect(score).toBeGreaterThan(1);
    expect(lines[3]).not.toHaveProperty("satisfaction");
  });

  it("marks a text in a language that the models do not know instead of guessing", async () => {
    const { lines } = await run(["-"], {}, DIALOGUE);
    expect(lines[4]).toMatchObject({ language: "de", sentiment: null, emotions: null, act: null });
  });

  it("names the lines that it sets aside, goes on with the rest, and says so by its exit code", async () => {
    await writeFile(
      join(folder, "in.jsonl"),
      '{"text":"hello"}\nsecret words\n{"id":3}\n{"text":"thanks"}\n',
    );
    const { code, stderr } = await run(["in.jsonl"], { output: "out.jsonl" });
    expect(code).toBe(EXIT.setAside);
    expect(stderr).toContain("Line 2 is not JSON.");
    expect(stderr).toContain("Line 3 has no text in the field `text`.");
    expect(stderr).not.toContain("secret");
    const written = (await readFile(join(folder, "out.jsonl"), "utf8")).trim().split("\n");
    expect(written.map((line) => (JSON.parse(line) as { act: string }).act)).toEqual(["greeting", "thanks"]);
  });

  it("refuses a wrong call", async () => {
    await expect(run(["a", "b"], {})).rejects.toThrow(UsageError);
    await expect(run(["-"], { region: "United States" })).rejects.toThrow(UsageError);
    await expect(run(["missing.jsonl"], {})).rejects.toThrow("missing.jsonl");
  });
});
