import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../main.ts";

const SUBJECTS = ["refund money parcel", "password login account", "flight seat luggage"];
const lines = Array.from({ length: 60 }, (_, row) => ({
  n: row,
  body: `${SUBJECTS[row % 3]} ${SUBJECTS[row % 3]}`,
}));
const content = [...lines, { n: 60, body: "ok" }].map((line) => `${JSON.stringify(line)}\n`).join("");

async function run(args: readonly string[]) {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const context = {
    stdin: Readable.from([content]),
    stdout,
    stderr,
    cwd: ".",
    env: {},
    signal: new AbortController().signal,
  };
  const given = ["topic-models", "--input", "-", "--text", "body", ...args];
  const code = await runCommandLine(given, context);
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
}

describe("parlance topic-models", () => {
  it.each(["lda", "lda-gibbs", "nmf"])("gives each line its topic by %s", async (method) => {
    const { code, out, err } = await run(["--k", "3", "--method", method, "--output", "-"]);
    expect(code).toBe(0);
    expect(err).toContain("3 topics from 61 texts and 9 words");
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { n: number; topic: number | null; topic_words: string | null });
    expect(rows.map(({ n }) => n)).toEqual([...lines.keys(), 60]);
    const pairs = new Set(rows.slice(0, 60).map(({ n, topic }) => `${n % 3}:${topic}`));
    expect(pairs.size).toBe(3);
    expect(rows[60]).toMatchObject({ topic: null, topic_words: null });
  });

  it("prints figures as JSON", async () => {
    const { out } = await run(["--k", "3", "--method", "nmf", "--json"]);
    const described = JSON.parse(out) as { topics: { texts: number; words: string[] }[] };
    expect(described).toMatchObject({ method: "nmf", texts: 61, words: 9 });
    expect(described.topics.reduce((sum, { texts }) => sum + texts, 0)).toBe(60);
    const heaviest = described.topics.map(({ words }) => words.slice(0, 3).sort().join(" "));
    expect(heaviest.sort()).toEqual(SUBJECTS.map((subject) => subject.split(" ").sort().join(" ")).sort());
  });

  it("says which options it cannot use", async () => {
    expect(await run([])).toMatchObject({ code: 2 });
    const { code, err } = await run(["--k", "3", "--method", "plsa"]);
    expect(code).toBe(2);
    expect(err).toContain("lda, lda-gibbs, nmf");
  });
});
