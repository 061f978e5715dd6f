import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadSettings } from "../../src/config/load-settings.ts";
import { type Server, serve } from "../../src/runtime/serve.ts";
import { runHere } from "../support/in-process.ts";

const folder = mkdtempSync(join(tmpdir(), "parlance-command-"));
const dataDir = join(folder, "data");
const here = ["--data-dir", dataDir, "--workers", "1"];
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const row = (id: number, sentAt = `2026-03-05T14:${String(id % 60).padStart(2, "0")}:00Z`) =>
  JSON.stringify({
    conversationId: `c-${id >> 1}`,
    id: `m-${id}`,
    sentAt,
    role: "customer",
    text: `parcel ${id}`,
  });
const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `${row(from + index)}\n`).join("");

type Outcome = { readonly counts: Record<string, number>; readonly importId: string };

async function importJson(argv: readonly string[], input?: string): Promise<Outcome & { code: number }> {
  const { code, stdout } = await runHere(["import", ...argv, "--json", ...here], {
    cwd: folder,
    ...(input !== undefined && { input }),
  });
  return { code, ...(JSON.parse(stdout) as Outcome) };
}

describe("parlance import", () => {
  it("reads standard input", async () => {
    const { code, counts } = await importJson(["-", "--source", "piped"], rows(0, 4));
    expect(code).toBe(0);
    expect(counts).toMatchObject({ read: 4, stored: 4, conversations: 2 });
  });

  it("adds only what is new of a file that grew", async () => {
    const file = join(folder, "growing.jsonl");
    writeFileSync(file, rows(0, 5));
    await importJson(["growing.jsonl"]);
    appendFileSync(file, rows(5, 8));
    const grown = await importJson(["growing.jsonl"]);
    expect(grown.counts).toMatchObject({ read: 8, stored: 3, updated: 0, duplicate: 5, conversations: 1 });
    const again = await importJson(["growing.jsonl"]);
    expect(again.counts).toMatchObject({ read: 8, stored: 0, updated: 0, duplicate: 8, conversations: 0 });
  });

  it("stops at Ctrl-C with what was read stored, and goes on when it is run again", async () => {
    const conversation = (id: number) =>
      `{"id":"s-${id}","messages":[{"id":"a","sentAt":"2026-03-05T14:30:00Z","role":"customer","text":"order ${id}"}]}\n`;
    const all = Array.from({ length: 600 }, (_, id) => conversation(id));
    const ctrlC = new AbortController();
    const piped = async function* () {
      for (const [index, line] of all.entries()) {
        if (index === 500) ctrlC.abort();
        yield Buffer.from(line);
      }
    };
    const stopped = await runHere(["import", "-", "--source", "stopped", ...here], {
      input: piped(),
      signal: ctrlC.signal,
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("run the same command again to go on");
    const stored = Number(/^(\d+) read = \1 stored/.exec(stopped.stdout)?.[1]);
    expect(stored).toBeLessThan(600);
    const again = await importJson(["-", "--source", "stopped"], all.join(""));
    expect(again.counts).toMatchObject({ read: 600, stored: 600 - stored, duplicate: stored });
  });

  it("stops at Ctrl-C before anything was read, and while standard input is silent", async () => {
    const silent = new PassThrough();
    const ctrlC = new AbortController();
    const running = runHere(["import", "-", "--source", "silent", ...here], {
      input: silent,
      signal: ctrlC.signal,
    });
    setImmediate(() => ctrlC.abort());
    expect(await running).toMatchObject({
      code: 130,
      stdout: "0 read = 0 stored + 0 updated + 0 duplicate + 0 set aside\n",
    });
  });

  it("sets bad records aside so that they can be taken out, mended and imported", async () => {
    const records = [row(0), row(1, "yesterday"), row(2), row(3, "tomorrow")];
    writeFileSync(join(folder, "mixed.jsonl"), `${records.join("\n")}\n`);
    const first = await importJson(["mixed.jsonl"]);
    expect(first.code).toBe(3);
    expect(first.counts).toMatchObject({ read: 4, stored: 2, setAside: 2 });

    const listed = await runHere(["rejects", "--data-dir", dataDir], { cwd: folder });
    expect(listed.stdout.split("\n").filter(Boolean)).toHaveLength(2);
    expect(listed.stdout).toMatch(/mixed\.jsonl line 2, \S+: expected a time/);
    const asJson = await runHere(["rejects", "--import", first.importId, "--json", "--data-dir", dataDir]);
    const parsed = asJson.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { place: { line: number } });
    expect(parsed.map(({ place }) => place.line)).toEqual([2, 4]);

    const taken = await runHere(
      ["rejects", "--original", "mixed.jsonl", "--output", "mend.jsonl", "--data-dir", dataDir],
      { cwd: folder },
    );
    expect(taken.stdout).toBe("2 of 2 records written to mend.jsonl\n");
    const mend = join(folder, "mend.jsonl");
    expect(readFileSync(mend, "utf8")).toBe(`${records[1]}\n${records[3]}\n`);
    writeFileSync(mend, readFileSync(mend, "utf8").replaceAll(/yesterday|tomorrow/g, "2026-03-05T15:00:00Z"));
    const mended = await importJson(["mend.jsonl", "--source", "mixed"]);
    expect(mended).toMatchObject({ code: 0, counts: { read: 2, stored: 2, conversations: 0 } });
  });

  it("lists a reject without a field by its place alone, and in JSON what the server would list", async () => {
    writeFileSync(join(folder, "cut.json"), '[{"id":"c1"');
    const { importId } = await importJson(["cut.json"]);
    const args = ["rejects", "--import", importId, "--data-dir", dataDir];
    expect((await runHere(args, { cwd: folder })).stdout).toMatch(/cut\.json line 1: expected JSON/);
    const [reject] = (await runHere([...args, "--json"])).stdout.trim().split("\n");
    expect(Object.keys(JSON.parse(reject ?? "{}")).sort()).toEqual([
      "advice",
      "checksum",
      "expected",
      "importId",
      "place",
      "reason",
    ]);
  });

  it("takes the names of a table's columns along with its rejects", async () => {
    const header = "conversation_id,sent_at,speaker,text";
    writeFileSync(
      join(folder, "table.csv"),
      `${header}\nt-1,2026-03-05 14:30,customer,hi\nt-1,never,customer,there\n`,
    );
    expect((await importJson(["table.csv"])).code).toBe(3);
    const args = ["rejects", "--original", "table.csv", "--output", "mend.csv", "--data-dir", dataDir];
    expect((await runHere(args, { cwd: folder })).code).toBe(0);
    expect(readFileSync(join(folder, "mend.csv"), "utf8")).toBe(`${header}\nt-1,never,customer,there\n`);
  });

  it("says what it would do with --dry-run, as JSON too, and stores nothing", async () => {
    writeFileSync(join(folder, "dry.jsonl"), rows(0, 4));
    const run = await runHere(["import", "dry.jsonl", "--dry-run", "--json", ...here], { cwd: folder });
    expect(JSON.parse(run.stdout)).toMatchObject({ counts: { conversations: 2, messages: 4, setAside: 0 } });
    expect((await importJson(["dry.jsonl"])).counts).toMatchObject({ stored: 4 });
  });

  it("fails for a file that is not there", async () => {
    const run = await runHere(["import", "nowhere.jsonl", ...here], { cwd: folder });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain("No file matches");
  });
});

describe("administering without a server", () => {
  it("adds people and changes the policy that the next import obeys", async () => {
    const add = ["accounts", "add", "Ada@example.org", "--name", "Ada", "--access", "admin"];
    const added = await runHere([...add, "--data-dir", dataDir]);
    expect(added.stdout).toMatch(/ada@example\.org +Ada +admin +invited[\s\S]*\n\/join#[\w-]{43}\n$/);
    const change = ["policy", "--set", "EMAIL=keep", "--own-names", "Lumora", "--json"];
    const { stdout } = await runHere([...change, "--data-dir", dataDir]);
    expect(JSON.parse(stdout)).toMatchObject({ ownNames: ["Lumora"] });
    await importJson(
      ["-", "--source", "kept"],
      row(1).replace("parcel", "mail a@b.org, IBAN DE89370400440532013000,"),
    );
    const messages = await runHere(["export", "messages", "--data-dir", dataDir]);
    expect(messages.stdout).toContain("mail a@b.org, IBAN [IBAN],");
  });
});

describe("with a server for a network on the data directory", () => {
  let server: Server | undefined;
  // It asks everybody for a login; the owner of the directory is known by the key in the lock file.
  beforeAll(async () => {
    const flags = {
      "data-dir": dataDir,
      host: "0.0.0.0",
      port: "0",
      workers: "1",
      "sample-size": "0",
      "log-level": "fatal",
    };
    server = await serve(loadSettings({ flags, env: {}, cwd: folder }).settings);
  });
  afterAll(() => server?.close());

  it("imports through it", async () => {
    writeFileSync(join(folder, "served.jsonl"), `${rows(0, 6)}{broken\n`);
    const run = await runHere(["import", "served.jsonl", ...here], { cwd: folder });
    expect(run.stderr).toContain("it takes the files in");
    expect(run.stdout).toBe("7 read = 6 stored + 0 updated + 0 duplicate + 1 set aside\n");
    expect(run.code).toBe(3);
    const again = await importJson(["-", "--source", "served"], rows(0, 8));
    expect(again.counts).toMatchObject({ read: 8, stored: 2, duplicate: 6 });
  });

  it("administers through it", async () => {
    expect((await fetch(`${server?.url}/v1/accounts`)).status).toBe(401);
    const listed = await runHere(["accounts", "list", "--data-dir", dataDir]);
    expect(listed.stdout).toContain("ada@example.org");
    const made = await runHere(["keys", "add", "loader", "--data-dir", dataDir]);
    const key = /parlance_\S+/.exec(made.stdout)?.[0];
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${server?.url}/v1/sources`, { headers })).status).toBe(200);
    const twice = ["accounts", "add", "ada@example.org", "--name", "Ada", "--data-dir", dataDir];
    expect((await runHere(twice)).stderr).toContain("There is an account with this e-mail address.");
  });

  it("lists rejects through it", async () => {
    const run = await runHere(["rejects", "--data-dir", dataDir], { cwd: folder });
    expect(run.stdout).toMatch(/^served\.jsonl line 7: expected one complete JSON value/);
  });

  it("fails for a file of unknown format as it does without one", async () => {
    writeFileSync(
      join(folder, "noise.bin"),
      Uint8Array.from({ length: 999 }, (_, index) => (index * 37) % 256),
    );
    const run = await runHere(["import", "noise.bin", ...here], { cwd: folder });
    expect(run.stderr).toContain("noise.bin was not recognised");
    expect(run.code).toBe(1);
  });

  it("refuses a second server and says who holds the directory", async () => {
    const { settings } = loadSettings({ flags: { "data-dir": dataDir, port: "0" }, env: {}, cwd: folder });
    await expect(serve(settings)).rejects.toMatchObject({
      code: "DATA_DIR_IN_USE",
      details: { pid: process.pid },
    });
    const seeded = await runHere(["seed", "--data-dir", dataDir]);
    expect(seeded).toMatchObject({ code: 1, stdout: "" });
    expect(seeded.stderr).toContain("A server runs on this data directory");
  });
});
