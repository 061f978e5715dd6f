import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { FORMATS } from "../../ingest/formats/registry.ts";
import type { CommandContext } from "../command.ts";
import { command } from "./formats.ts";

async function run(options: Record<string, boolean>) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const context: CommandContext = {
    stdin: new PassThrough(),
    stdout,
    stderr,
    cwd: "/",
    env: {},
    signal: new AbortController().signal,
  };
  const code = await command.run([], options, context);
  return { code, out: String(stdout.read()), error: stderr.read() as unknown };
}

it("lists every format with an example, on standard output only", async () => {
  const { code, out, error } = await run({});
  expect(code).toBe(0);
  expect(error).toBeNull();
  for (const { id, summary } of FORMATS) {
    expect(out).toContain(id);
    expect(out).toContain(summary);
  }
});

it("lists them as JSON for programs", async () => {
  const { formats } = JSON.parse((await run({ json: true })).out) as {
    formats: { id: string; isMapped: boolean }[];
  };
  expect(formats.map(({ id }) => id)).toEqual(FORMATS.map(({ id }) => id));
  expect(formats.find(({ id }) => id === "csv")?.isMapped).toBe(true);
});
