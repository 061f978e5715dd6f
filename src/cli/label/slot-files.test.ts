import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCatalogue, readIdShapes } from "./slot-files.ts";
import { slotValues } from "./slot-values.ts";

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), "slot-files-"));
});
afterAll(() => rm(cwd, { recursive: true }));

async function context(name: string, content: string) {
  await writeFile(join(cwd, name), content);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  return { stdin: Readable.from([]), stdout, stderr, cwd, env: {}, signal: new AbortController().signal };
}

describe("files of slots", () => {
  it("give a catalogue whose products are found misspelt", async () => {
    const given = await context("products.csv", "id,name,aliases\np1,Espresso Machine,coffee maker|brewer\n");
    const catalogue = await readCatalogue("products.csv", given);
    expect(catalogue).toEqual([{ id: "p1", name: "Espresso Machine", aliases: ["coffee maker", "brewer"] }]);
    expect(slotValues({ catalogue })("my cofee maker leaks", {})).toMatchObject([
      { type: "PRODUCT", value: "p1" },
    ]);
  });

  it("give the shapes of ids, by example and out of texts", async () => {
    const lines = [
      { type: "TRACKING_ID", example: "TT-12345" },
      { text: "order ABC-123456" },
      { text: "order number is XYZ-223456" },
      { text: "order QQQ-323456" },
    ];
    const given = await context("ids.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
    expect(await readIdShapes("ids.jsonl", given)).toEqual([
      { type: "ORDER_ID", shape: "AAA-999999" },
      { type: "TRACKING_ID", shape: "AA-99999" },
    ]);
  });

  it("say which line has not what is needed", async () => {
    const given = await context("bad.jsonl", '{"id":"a","name":"b"}\n{"id":1}\n');
    await expect(readCatalogue("bad.jsonl", given)).rejects.toThrow("line 2 has not the fields");
  });
});

describe("slot values", () => {
  const time = new Date("2026-03-05T10:00:00Z");

  it("read a text in its own language unless a locale is given", () => {
    expect(slotValues()("Bitte liefern Sie morgen an meine Adresse", { time })).toMatchObject([
      { type: "DATE", value: "2026-03-06" },
    ]);
    expect(slotValues({ locale: "en-GB" })("I paid on 03/04/2026", { time })).toMatchObject([
      { value: "2026-04-03", alternatives: ["2026-03-04"] },
    ]);
  });
});
