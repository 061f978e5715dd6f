import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { runCommandLine } from "../main.ts";

describe("parlance topics discover", () => {
  let folder: string;
  const blobs = makeBlobs([20, 15, 10]);
  const lines = blobs.texts.map((body, row) => ({
    body,
    number: row,
    v: [...blobs.vectors.subarray(row * blobs.dimension, (row + 1) * blobs.dimension)],
  }));
  const content = `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "parlance-topics-"));
    await writeFile(join(folder, "in.jsonl"), content);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(args: readonly string[], stdin = "") {
    const stdout = new PassThrough();
    const stderr = new PassThrough();
    const context = {
      stdin: Readable.from([stdin]),
      stdout,
      stderr,
      cwd: folder,
      env: {},
      signal: new AbortController().signal,
    };
    const code = await runCommandLine(["topics", ...args], context);
    stdout.end();
    stderr.end();
    return { code, out: await text(stdout), err: await text(stderr) };
  }
  const base = ["discover", "--text", "body", "--vectors", "v"];

  it("adds a topic to each line of a file and changes nothing else", async () => {
    const { code, err } = await run([...base, "--input", "in.jsonl", "--output", "out.jsonl"]);
    expect(code).toBe(0);
    expect(err).toContain("3 topics in 1 group, ");
    const written = (await readFile(join(folder, "out.jsonl"), "utf8")).trim().split("\n");
    const rows = written.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(
      rows.map(({ topic, topic_name, topic_group, subtopic_name, confidence, ...rest }) => rest),
    ).toEqual(lines);
    expect(new Set(rows.slice(0, 20).map((row) => row["topic_name"])).size).toBeLessThanOrEqual(2);
    expect(rows[0]).toMatchObject({ topic: 0, topic_name: expect.stringContaining("refund") });
  });

  it("works through standard input and output, the same every time", async () => {
    const args = [...base, "--input", "-", "--output", "-", "--k", "2", "--seed", "4", "--assign-all"];
    const first = await run(args, content);
    expect(first.out.trim().split("\n")).toHaveLength(45);
    expect(first.err).toContain("2 topics");
    expect((await run(args, content)).out).toBe(first.out);
  });

  it("keeps the ids and names of the tree in a file, and takes lines that a lens lets through", async () => {
    const args = [...base, "--input", "in.jsonl", "--output", "-", "--tree", "tree.json"];
    const first = await run(args);
    const tree = JSON.parse(await readFile(join(folder, "tree.json"), "utf8")) as {
      topics: { id: number; name: string }[];
    };
    expect(tree.topics.map(({ id }) => id)).toEqual([1, 2, 3]);
    const again = await run([...args, "--seed", "9"]);
    expect(again.out).toBe(first.out);
    const staff = await run([...base, "--input", "in.jsonl", "--output", "-", "--lens", "staff"]);
    expect(staff.err).toContain("0 topics");
  });

  it("says what is missing or wrong", async () => {
    expect(await run(["discover", "--text", "body"])).toMatchObject({ code: 2 });
    expect(await run(["find"])).toMatchObject({ code: 2 });
    expect(await run([...base, "--input", "-", "--output", "-", "--k", "two"])).toMatchObject({ code: 2 });
    expect(await run([...base, "--input", "-", "--output", "-", "--lens", "no"])).toMatchObject({ code: 2 });
    const missing = await run([...base, "--input", "none.jsonl", "--output", "-"]);
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining("No file matches none.jsonl") });
  });
});
