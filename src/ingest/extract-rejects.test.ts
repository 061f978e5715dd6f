import { describe, expect, it } from "vitest";
import { gather, inChunks, readBytes } from "../../test/support/read-bytes.ts";
import { extractRejects } from "./extract-rejects.ts";
import type { ReadInputsOptions } from "./input-item.ts";

async function extract(text: string, options: ReadInputsOptions = {}) {
  const now = new Date("2026-06-01");
  const { rejects } = await readBytes(text, options);
  const extracted = await gather(
    extractRejects(["-"], rejects, { now, ...options, stdin: inChunks(Buffer.from(text), 100) }),
  );
  return { rejects, extracted };
}

describe("extractRejects", () => {
  it("finds the lines of JSON Lines as they stand", async () => {
    const bad = '{"conversationId":"c","sentAt":"never","role":"customer","text":"hello"}';
    const good = bad.replace("never", "2026-03-05");
    const { extracted } = await extract([good, bad, "{cut", good].join("\n"));
    expect(extracted.map(({ raw, extension }) => [raw, extension])).toEqual([
      ["{cut", "jsonl"],
      [bad, "jsonl"],
    ]);
  });

  it("gives rows of a table with their header, so that a mended file reads again", async () => {
    const text =
      'conversation_id,sent_at,role,text\nc,2026-03-05,user,"fine here"\nc,2026-02-30,user,"two\nlines"\n';
    const { extracted } = await extract(text);
    expect(extracted.map(({ raw, header }) => [header, raw])).toEqual([
      ["conversation_id,sent_at,role,text", 'c,2026-02-30,user,"two\nlines"'],
    ]);
    const [first] = extracted;
    const mended = `${first?.header}\n${first?.raw.replace("02-30", "02-28")}\n`;
    expect((await readBytes(mended)).messages.map(({ text: said }) => said)).toEqual(["two\nlines"]);
  });

  it("gives the record around rejected turns once, on one line and with its name", async () => {
    const turn = (text: string) => ({ role: "user", text, time: "2026-03-05" });
    const document = {
      one: { messages: [turn("good morning all"), turn(""), turn(" ")] },
      two: { messages: [turn("good night all")] },
    };
    const { rejects, extracted } = await extract(JSON.stringify(document, null, 1));
    expect(rejects.length).toBe(2);
    expect(extracted.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual([
      { $key: "one", ...document.one },
    ]);
    expect(extracted[0]?.raw).not.toContain("\n");
  });

  it("does not find a record whose text has changed", async () => {
    const { rejects } = await readBytes("{broken");
    const changed = extractRejects(["-"], rejects, { stdin: inChunks(Buffer.from("{changed"), 10) });
    expect(await gather(changed)).toEqual([]);
  });
});
