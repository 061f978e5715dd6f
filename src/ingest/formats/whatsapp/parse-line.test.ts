import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes, readPaths } from "../../../../test/support/read-bytes.ts";
import { writeZip } from "../../../../test/support/write-zip.ts";
import { chatRoles } from "./chat-roles.ts";
import { cleanText, emptinessOf, parseLine } from "./parse-line.ts";

describe("parseLine", () => {
  it.each([
    ["[05/03/2026, 14:30:12] Ann: hi", "05/03/2026, 14:30:12", "Ann", "hi"],
    ["\u200e[05.03.26, 14:30] Ann B.: hi", "05.03.26, 14:30", "Ann B.", "hi"],
    ["05-03-2026, 03:04:10 PM - +34 600: a: b", "05-03-2026, 03:04:10 pm", "+34 600", "a: b"],
    ["3/5/26, 2:30\u202fPM - 🤓: hi", "3/5/26, 2:30 pm", "🤓", "hi"],
    ["2026-03-05, 3:04 p.m. - Ann: ", "2026-03-05, 3:04 pm", "Ann", ""],
    ["05/03/2026 14.30 - Ann: hi", "05/03/2026, 14:30", "Ann", "hi"],
  ])("reads %j", (line, time, author, text) => {
    expect(parseLine(line)).toEqual({ kind: "message", time, author, text });
  });

  it.each([
    "05/03/26, 14:30 - Ann added Ben",
    "05/03/26, 14:30 - Ann:.",
    "[05/03/26, 14:30] Shop: Messages and calls are end-to-end encrypted.",
  ])("takes %j as a notice", (line) => {
    expect(parseLine(line).kind).toBe("notice");
  });

  it.each(["second line", "", "at 14:30 - Ann: no date", "[note] x: y", "1/2/3 apples: yes"])(
    "takes %j as going on",
    (line) => {
      expect(parseLine(line).kind).toBe("continuation");
    },
  );
});

it("knows what says nothing", () => {
  expect(
    [
      "<Media omitted>",
      "\u200eimage omitted",
      "IMG-1.jpg (file attached)",
      "This message was deleted",
      "ok",
    ].map(emptinessOf),
  ).toEqual(["media", "media", "media", "deleted", undefined]);
  expect(cleanText("\u200ehi there <This message was edited>")).toBe("hi there");
});

it("gives roles by name, else by who wrote first, else everyone is a customer", () => {
  const line = (author: string) => `[05/03/26, 14:30] ${author}: hi`;
  expect(chatRoles([line("Ann")], { shop: "agent", "*": "customer" }).roleOf("Shop")).toBe("agent");
  const two = chatRoles([line("Ann"), line("Shop")], undefined);
  expect([two.roleOf("Ann"), two.roleOf("Shop")]).toEqual(["customer", "agent"]);
  expect(chatRoles([line("A"), line("B"), line("C")], {}).roleOf("B")).toBe("customer");
});

it("begins a new conversation after a day of silence, and never ends up with a text without bound", async () => {
  const chat = "[05/03/26, 14:30] A: one\n[06/03/26, 14:29] A: two\n[07/03/26, 14:30] A: three\n";
  expect((await readBytes(chat)).conversations.map(({ messages }) => messages.length)).toEqual([2, 1]);
  const long = `[05/03/26, 14:30] A: x\n${"y\n".repeat(5000)}`;
  expect(
    (await readBytes(long, { limits: { maxTextChars: 1000 } })).rejects.map(({ reason }) => reason),
  ).toEqual(["text-too-long"]);
});

it("names the chat of a phone's zip by the archive", async () => {
  const folder = mkdtempSync(join(tmpdir(), "parlance-whatsapp-"));
  writeFileSync(
    join(folder, "WhatsApp Chat - Ann.zip"),
    writeZip([{ name: "_chat.txt", data: "[05/03/26, 14:30] Ann: hi\n" }]),
  );
  const { conversations } = await readPaths(["*.zip"], { cwd: folder });
  rmSync(folder, { recursive: true });
  expect(conversations.map(({ externalId }) => externalId)).toEqual([
    "WhatsApp Chat - Ann@2026-03-05T14:30:00.000Z",
  ]);
});
