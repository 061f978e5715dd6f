// Real exports and corpora, read from the folder that PARLANCE_DATASETS names. What comes out is compared with counts that
// are taken from the files in another way.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPaths, type WhatWasRead } from "../../test/support/read-bytes.ts";

const datasets = process.env["PARLANCE_DATASETS"] ?? "";
const word = datasets === "" ? " (skipped: PARLANCE_DATASETS is not set)" : "";
const at = (...parts: string[]) => join(datasets, ...parts);
const jsonOf = (...parts: string[]) => JSON.parse(readFileSync(at(...parts), "utf8")) as unknown;

function expectAccounted(read: WhatWasRead, records: number, rejects: number, skipped = 0) {
  expect(read.failures).toEqual([]);
  expect({ records: read.records, rejects: read.rejects.length, skipped: read.skipped }).toEqual({
    records,
    rejects,
    skipped,
  });
  expect(read.messages.length).toBe(records - rejects - skipped);
}

describe.skipIf(datasets === "")(`corpora${word}`, () => {
  it("reads MultiWOZ out of its zip", async () => {
    const read = await readPaths([at("multiwoz21-valtest", "*.zip")]);
    expectAccounted(read, 14_730 + 14_744, 0);
    expect(read.conversations.length).toBe(1999);
    expect(new Set(read.messages.map(({ participant }) => participant.role))).toEqual(
      new Set(["customer", "bot"]),
    );
  });

  it("reads Taskmaster", async () => {
    const folder = readdirSync(at("taskmaster", "TM-4-2024", "data"));
    const turns = folder.flatMap(
      (file) => jsonOf("taskmaster", "TM-4-2024", "data", file) as { utterances: { text: string }[] }[],
    );
    const all = turns.flatMap(({ utterances }) => utterances);
    const empty = all.filter(({ text }) => text.trim() === "").length;
    expectAccounted(await readPaths([at("taskmaster", "TM-4-2024", "data")]), all.length, empty);
  });

  it("reads Schema-Guided Dialogue", async () => {
    const read = await readPaths([at("schema-guided-dialogue", "dev.jsonl")]);
    expectAccounted(read, 38_768, 0);
    expect(read.conversations.length).toBe(2098);
  });

  it("reads MultiDoGO", async () => {
    const read = await readPaths([
      at("multidogo", "paper_splits", "splits_annotated_at_turn_level", "**", "*.tsv"),
    ]);
    expect(read.failures).toEqual([]);
    expect(read.records).toBe(116_597);
    expect(read.rejects.every(({ reason }) => reason === "empty-text")).toBe(true);
    expect(read.messages.length + read.rejects.length).toBe(read.records);
  });
});

describe.skipIf(datasets === "")(`export samples${word}`, () => {
  it("reads Contact Lens, the broken file too", async () => {
    const chat = jsonOf("export-samples", "amazon-contact-lens", "chat_original.json") as {
      Transcript: { Type: string }[];
    };
    const events = chat.Transcript.filter(({ Type }) => Type !== "MESSAGE").length;
    const read = await readPaths([at("export-samples", "amazon-contact-lens")]);
    expectAccounted(read, 35 * 2 + 10 * 3 + 1, 1, events * 2);
    expect(read.rejects[0]).toMatchObject({ reason: "unexpected-text", place: { line: 297 } });
    expect(new Set(read.formats)).toEqual(new Set(["contact-lens"]));
  });

  it("reads Intercom", async () => {
    const read = await readPaths([at("export-samples", "intercom")]);
    expectAccounted(read, 5, 0);
    expect(read.conversations.map(({ externalId, messages }) => [externalId, messages.length])).toEqual([
      ["60", 1],
      ["1", 4],
    ]);
  });

  it("reads Rasa", async () => {
    expectAccounted(await readPaths([at("export-samples", "rasa-tracker")]), 7, 0, 5);
  });

  it("reads vCon", async () => {
    const folder = readdirSync(at("export-samples", "vcon")).filter((file) => file.endsWith(".json"));
    type Vcon = { analysis: { body: unknown[] }[] };
    const turns = folder.reduce(
      (sum, file) => sum + ((jsonOf("export-samples", "vcon", file) as Vcon).analysis[0]?.body.length ?? 0),
      0,
    );
    const read = await readPaths([at("export-samples", "vcon")]);
    expectAccounted(read, turns + 2, 1, 1);
    expect(read.conversations.length).toBe(42);
  });

  it("reads WhatsApp in every layout as its own parser does", async () => {
    type Target = { timestamp: string; author: string; message: string };
    const folder = ["export-samples", "whatsapp-export", "chat-miner"] as const;
    const target = (jsonOf(...folder, "target.json") as Target[]).toReversed();
    const files = readdirSync(at(...folder)).filter((file) => file.endsWith(".txt"));
    expect(files.length).toBe(5);
    for (const file of files) {
      const { messages, failures } = await readPaths([at(...folder, file)]);
      expect(failures).toEqual([]);
      const shown = messages.map(({ sentAt, participant, text }) => ({
        timestamp: sentAt.slice(0, 19),
        author: participant.name,
        message: text.replaceAll("\n", " "),
      }));
      expect([file, shown]).toEqual([file, target]);
    }
  });

  it("reads the other WhatsApp samples with all lines accounted", async () => {
    const read = await readPaths([at("export-samples", "whatsapp-export", "whatstk", "**", "*.txt")]);
    expect(read.failures).toEqual([]);
    expect(read.rejects).toEqual([]);
    expect(read.messages.length + read.skipped).toBe(read.records);
    expect(read.messages.length).toBeGreaterThan(3000);
  });
});
