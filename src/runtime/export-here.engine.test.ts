import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadSettings } from "../config/load-settings.ts";
import type { Settings } from "../config/settings.ts";
import { everything } from "../query/filter.ts";
import { exportHere } from "./export-here.ts";
import { openRuntime } from "./open-runtime.ts";

let dataDir: string;
let settings: Settings;
const { signal } = new AbortController();
const request = { kind: "conversations", format: "csv", filter: everything, time: "all" } as const;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "parlance-export-"));
  settings = loadSettings({ flags: { "data-dir": dataDir }, env: {}, cwd: dataDir }).settings;
  const runtime = await openRuntime(settings);
  const id = "6f0c6f1e-0000-8000-8000-000000000001";
  const row = { workspace: runtime.workspace.id, day: "2026-03-01", conversation_id: id, version: 1 };
  const times = { started_at: "2026-03-01 12:00:00.000", ended_at: "2026-03-01 12:01:00.000" };
  const texts = { external_id: "c1", source: "a", channel: "web", first_customer_text: 'say "hi",\nplease' };
  await runtime.columnar.insert("conversations", [{ ...row, ...times, ...texts }], { tag: "test" });
  await runtime.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function read(wanted: Parameters<typeof exportHere>[1]): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportHere(settings, wanted, signal)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test("an export without a server reads the data directory, and again", async () => {
  const csv = await read(request);
  expect(csv).toContain('"say ""hi"",\nplease"');
  expect(await read(request)).toBe(csv);
  expect(await read({ ...request, time: "2026-03-02/2026-03-03" })).toBe(
    csv.slice(0, csv.indexOf("\r\n") + 2),
  );
});

test("a reader that stops early gives the data directory back", async () => {
  for await (const _ of exportHere(settings, request, signal)) break;
  expect(await read(request)).toContain("conversation_id");
});

test("a filter that does not fit is refused and gives the data directory back", async () => {
  const wrong = { ...request, filter: { op: "in", field: "colour", values: ["red"] } } as const;
  await expect(read(wrong)).rejects.toMatchObject({ code: "REQUEST_INVALID" });
  expect(await read(request)).toContain("conversation_id");
});
