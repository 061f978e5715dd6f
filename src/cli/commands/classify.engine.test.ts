import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { text as readAll } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../command.ts";
import { runCommandLine } from "../main.ts";

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  refund: [
    "I want my money back",
    "please refund me",
    "when do I get my refund",
    "give me a refund now",
    "refund for my order",
  ],
  delivery: [
    "where is my parcel",
    "my package is late",
    "when will it be delivered",
    "track my delivery",
    "my order has not arrived",
  ],
  login: [
    "I cannot log in",
    "I forgot my password",
    "reset my password please",
    "my account is locked",
    "sign in does not work",
  ],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "classify-"));
  const rows = Object.entries(EXAMPLES).flatMap(([intent, texts]) =>
    texts.map((text) => `"${text}",${intent}`),
  );
  await writeFile(
    join(folder, "examples.csv"),
    ["text,intent", ...rows, '"no intent",', "one field"].join("\n"),
  );
});
afterAll(() => rm(folder, { recursive: true }));

async function run(args: readonly string[], stdin = "") {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const signal = new AbortController().signal;
  const context = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    cwd: folder,
    env: {},
    signal,
  };
  const texts = Promise.all([readAll(stdout), readAll(stderr)]);
  const code = await runCommandLine(["classify", ...args], context);
  stdout.end();
  stderr.end();
  const [out, err] = await texts;
  return { code, out, err };
}

describe("parlance classify", () => {
  it("trains on a CSV, names the rows that it set aside and goes on with the others", async () => {
    const { code, err } = await run(["train", "--input", "examples.csv", "--output", "model.json"]);
    expect(code).toBe(EXIT.setAside);
    expect(err).toContain("15 examples of 3 intents");
    expect(err).toMatch(/Cross-validated accuracy \d/);
    expect(err).toContain("Line 17 has an empty intent.");
    expect(err).toContain("Line 18 has 1 fields where the header has 2.");
    expect(await readdir(folder)).not.toContain("model.json.part");
  });

  it("adds the intent to JSON Lines and leaves everything else as it was", async () => {
    const input =
      '{"id": 1.0, "text":"I would like a refund"}\nnot json\n{"id":2,"text":"password forgotten"}\n';
    const { code, out, err } = await run(
      ["run", "--model", "model.json", "--input", "-", "--output", "-"],
      input,
    );
    expect(code).toBe(EXIT.setAside);
    expect(out).toMatch(
      /^\{"id": 1\.0, "text":"I would like a refund","intent":"refund","confidence":0\.\d+,/,
    );
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ intent, outOfScope }) => [intent, outOfScope])).toEqual([
      ["refund", false],
      ["login", false],
    ]);
    expect(err).toContain("Line 2 is not JSON.");
  });

  it("adds columns to a CSV", async () => {
    await writeFile(join(folder, "in.csv"), 'id;text\n7;"where is my package; it is late"\n');
    await run(["run", "--model", "model.json", "--input", "in.csv", "--output", "out.csv"]);
    const [header, row] = (await readFile(join(folder, "out.csv"), "utf8")).trim().split("\n");
    expect(header).toBe("id;text;intent;confidence;outOfScope;runnerUp;runnerUpConfidence");
    expect(row).toMatch(/^7;"where is my package; it is late";delivery;0\.\d+;false;/);
  });

  it("suggests what to label next, with how often it was said", async () => {
    const texts = [
      "I want my money back",
      "do you sell gift cards",
      "do you sell gift cards",
      "gift cards for sale",
    ];
    const input = texts.map((text) => JSON.stringify({ text })).join("\n");
    const { code, out, err } = await run(
      ["suggest", "--model", "model.json", "--input", "-", "--count", "1"],
      input,
    );
    expect(code).toBe(EXIT.ok);
    expect(JSON.parse(out)).toMatchObject({ text: expect.stringContaining("gift cards") });
    expect(err).toContain("of 3 distinct texts");
  });

  it("says so when a model was trained on other vectors", async () => {
    const model = JSON.parse(await readFile(join(folder, "model.json"), "utf8")) as Record<string, unknown>;
    await writeFile(join(folder, "old.json"), JSON.stringify({ ...model, encoderVersion: "older" }));
    const { code, err } = await run(["run", "--model", "old.json", "--input", "-", "--output", "-"], "{}");
    expect(code).toBe(EXIT.failed);
    expect(err).toContain("it was trained on vectors of older");
  });

  it.each([
    [["train", "--input", "examples.csv"], "--output is needed"],
    [["guess"], "classify takes one word"],
    [["suggest", "--model", "m", "--input", "i", "--count", "x"], "--count takes a whole number"],
  ])("refuses %j", async (args, problem) => {
    const { code, err } = await run(args);
    expect(code).toBe(EXIT.usage);
    expect(err).toContain(problem);
  });

  it("says that one intent is too few", async () => {
    const input = '{"text":"a b","intent":"x"}\n{"text":"b c","intent":"x"}';
    const { code, err } = await run(["train", "--input", "-", "--output", "m.json"], input);
    expect(code).toBe(EXIT.failed);
    expect(err).toContain("2 examples of 1 intents are too few");
  });
});
