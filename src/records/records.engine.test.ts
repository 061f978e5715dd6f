import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestRecords, recordsBackends, type TestRecords } from "../../test/support/records.ts";
import { createApiKey, deleteApiKey, findApiKey, listApiKeys } from "./api-keys.ts";
import { deleteAudience, getAudience, listAudiences, saveAudience } from "./audiences.ts";
import { addAudit, listAudit } from "./audit.ts";
import { dumpRecordsSchema } from "./dump-records-schema.ts";
import { addRejects, countRejectsByReason, listRejects } from "./import-rejects.ts";
import {
  failInterruptedImports,
  finishImport,
  getImport,
  hasUnfinishedImports,
  listImports,
  startImport,
  updateImportCounts,
} from "./imports.ts";
import { findMapping, saveMapping } from "./mappings.ts";
import { migrateRecords } from "./migrate-records.ts";
import { findSetting, saveSetting } from "./settings.ts";
import { ensureSource, listSources } from "./sources.ts";
import { addCuration, loadCuratedTree } from "./topic-curations.ts";
import { listLineage } from "./topic-lineage.ts";
import { endProposal, getOpenProposal, listProposals, replaceProposals } from "./topic-proposals.ts";
import { findDendrogram, findLatestTopicRun } from "./topic-runs.ts";
import {
  getTopic,
  listTopics,
  readCentroid,
  saveTopicRun,
  type TopicToSave,
  takeTopicIds,
} from "./topics.ts";
import {
  createWorkspace,
  deleteWorkspace,
  ensureWorkspace,
  getWorkspace,
  listWorkspaces,
  updateWorkspace,
} from "./workspaces.ts";

const schemas = new Map<string, string>();

describe.each(await recordsBackends())("the records on %s", (kind) => {
  let test: TestRecords;
  beforeAll(async () => {
    test = await openTestRecords(kind);
    await ensureWorkspace(test.records.db, { id: "w", name: "Main" });
    await ensureWorkspace(test.records.db, { id: "other", name: "Other" });
  });
  afterAll(() => test.close());

  it("migrates once, also when two start together", async () => {
    expect(await migrateRecords(test.records)).toEqual([]);
    await Promise.all([migrateRecords(test.records), migrateRecords(test.records)]);
  });

  it("undoes all of a script whose last statement fails", async () => {
    await expect(test.records.raw("CREATE TABLE half (a int); SELECT 1 / 0;")).rejects.toThrow(/division/);
    await expect(test.records.raw("SELECT * FROM half")).rejects.toThrow(/half/);
  });

  it("gives the rows of every statement of a script", async () => {
    expect((await test.records.raw("SELECT 1 AS a; SELECT 2 AS a;")).rows).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it("rolls a transaction back and lets others wait for it", async () => {
    const { db } = test.records;
    const failing = db.transaction().execute(async (transaction) => {
      await ensureWorkspace(transaction, { id: "gone", name: "Gone" });
      throw new Error("changed my mind");
    });
    const beside = test.records.raw("SELECT 1 AS one");
    await expect(failing).rejects.toThrow("changed my mind");
    expect((await beside).rows).toEqual([{ one: 1 }]);
    await expect(getWorkspace(db, "gone")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("has the same schema on every engine", async () => {
    schemas.set(kind, await dumpRecordsSchema(test.records));
    expect(schemas.get(kind)).toBe(schemas.get("pglite"));
    await expect(schemas.get(kind) ?? "").toMatchFileSnapshot("schema.sql");
  });

  it("makes workspaces with a secret key of their own and keeps it", async () => {
    const { db } = test.records;
    const made = await createWorkspace(db, { name: "Shop", timeZone: "Europe/Berlin" });
    expect(made).toMatchObject({
      name: "Shop",
      time_zone: "Europe/Berlin",
      week_start: 1,
      redaction_policy: {},
    });
    expect(made.secret_key).toMatch(/^[0-9a-f]{64}$/);
    expect(made.created_at).toBeInstanceOf(Date);
    expect((await ensureWorkspace(db, { id: made.id, name: "ignored" })).secret_key).toBe(made.secret_key);
    await updateWorkspace(db, made.id, {
      week_start: 7,
      redaction_policy: JSON.stringify({ EMAIL: "mask" }),
    });
    expect(await getWorkspace(db, made.id)).toMatchObject({
      week_start: 7,
      redaction_policy: { EMAIL: "mask" },
    });
    await deleteWorkspace(db, made.id);
    expect((await listWorkspaces(db)).map((row) => row.id)).toEqual(["w", "other"]);
  });

  it("knows a source by its name", async () => {
    const { db } = test.records;
    const first = await ensureSource(db, "w", { name: "chat", format: "csv" });
    expect(await ensureSource(db, "w", { name: "chat" })).toMatchObject({ id: first.id, format: "csv" });
    await ensureSource(db, "other", { name: "chat" });
    expect(await listSources(db, "w")).toHaveLength(1);
  });

  it("keeps what became of an import and of what it set aside", async () => {
    const { db } = test.records;
    await startImport(db, "w", {
      id: "i1",
      source: "chat",
      files: [{ name: "a.csv", sizeBytes: 5_000_000_000 }],
    });
    expect(await hasUnfinishedImports(db, "w", "chat")).toBe(true);
    await updateImportCounts(db, "w", "i1", { read: 3, format: "csv" });
    const reject = {
      file: "a.csv",
      line: 7,
      path: null,
      reason: "bad-time",
      field: "at",
      expected: "a time",
      advice: "mend it",
      checksum: "ab",
    };
    await addRejects(db, "w", "i1", [
      reject,
      { ...reject, line: 9 },
      { ...reject, reason: "bad-json", field: null },
    ]);
    const counts = {
      read: 10,
      stored: 5,
      duplicate: 1,
      updated: 1,
      set_aside: 3,
      skipped: 0,
      bytes: 5_000_000_000,
    };
    await finishImport(db, "w", "i1", {
      state: "done",
      counts,
      warnings: [{ reason: "zone", message: "taken as UTC", count: 2 }],
    });
    expect(await getImport(db, "w", "i1")).toMatchObject({
      ...counts,
      state: "done",
      format: "csv",
      files: [{ name: "a.csv", sizeBytes: 5_000_000_000 }],
      warnings: [{ reason: "zone", message: "taken as UTC", count: 2 }],
    });
    expect(await hasUnfinishedImports(db, "w", "chat")).toBe(false);
    const rejects = await listRejects(db, "w", "i1", { limit: 2 });
    expect(rejects.map((row) => row.line)).toEqual([7, 9]);
    expect(await listRejects(db, "w", "i1", { after: rejects[1]?.id ?? 0 })).toHaveLength(1);
    expect(await listRejects(db, "other", "i1")).toEqual([]);
    expect(await countRejectsByReason(db, "w", "i1")).toEqual([
      { reason: "bad-time", count: 2 },
      { reason: "bad-json", count: 1 },
    ]);
    await expect(getImport(db, "other", "i1")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("marks imports that were running when the process died", async () => {
    const { db } = test.records;
    await startImport(db, "w", { id: "i2", source: "chat", files: [] });
    expect(await failInterruptedImports(db)).toBe(1);
    expect(await failInterruptedImports(db)).toBe(0);
    expect((await listImports(db, "w"))[0]).toMatchObject({ id: "i2", state: "failed" });
    expect(await hasUnfinishedImports(db, "w", "chat")).toBe(true);
    expect(await hasUnfinishedImports(db, "w", "mail")).toBe(false);
    await startImport(db, "w", { id: "i3", source: "chat", files: [] });
    const counts = { read: 0, stored: 0, duplicate: 0, updated: 0, set_aside: 0, skipped: 0, bytes: 0 };
    await finishImport(db, "w", "i3", { state: "done", counts });
    expect(await hasUnfinishedImports(db, "w", "chat")).toBe(false);
  });

  it("saves mappings, settings and audiences, the last word winning", async () => {
    const { db } = test.records;
    for (const version of [1, 2]) {
      await saveMapping(db, "w", "chat", { version });
      await saveSetting(db, "w", "theme", { version });
      await saveAudience(db, "w", { name: "gold", filter: { version } });
    }
    expect(await findMapping(db, "w", "chat")).toEqual({ version: 2 });
    expect(await findMapping(db, "other", "chat")).toBeUndefined();
    expect(await findSetting(db, "w", "theme")).toEqual({ version: 2 });
    const [audience] = await listAudiences(db, "w");
    expect(await getAudience(db, "w", audience?.id ?? "")).toMatchObject({
      name: "gold",
      filter: { version: 2 },
    });
    await deleteAudience(db, "w", audience?.id ?? "");
    expect(await listAudiences(db, "w")).toEqual([]);
  });

  const topic: TopicToSave = {
    name: "Card stolen",
    phrases: ["card stolen", "lost card"],
    quotes: [{ conversationId: "c", messageId: "m", spanStart: 0, spanEnd: 5 }],
    centroid: Float32Array.of(0.6, -0.8),
    size: 10,
    weight: 20,
    cohesion: 0.9,
  };
  const run = {
    encoder: "bge",
    seed: 7,
    params: { k: 2 },
    texts: 100,
    assigned: 80,
    unassignedReasons: { too_short: 20 },
    reason: "two groups",
    startedAt: new Date(0),
  };

  it("gives topics ids from 1, keeps them, and never gives one twice", async () => {
    const { db } = test.records;
    const first = [topic, { ...topic, name: "Refund", weight: 5 }];
    expect(await saveTopicRun(db, "w", { ...run, id: "r1" }, first)).toEqual([1, 2]);
    const second = [
      { ...topic, id: 1, name: "Theft" },
      { ...topic, name: "New" },
    ];
    const changes = { retired: [{ id: 2, successor: { place: 1 } }] };
    expect(await saveTopicRun(db, "w", { ...run, id: "r2" }, second, changes)).toEqual([1, 3]);
    const kept = await getTopic(db, "w", 1);
    expect(kept).toMatchObject({
      name: "Theft",
      born_run: "r1",
      phrases: topic.phrases,
      quotes: topic.quotes,
    });
    expect([...readCentroid(kept.centroid)]).toEqual([...topic.centroid]);
    expect((await listTopics(db, "w")).map((row) => row.id)).toEqual([1, 3]);
    expect(
      (await listTopics(db, "w", { includeRetired: true })).map((row) => [row.state, row.successor_id]),
    ).toEqual([
      ["active", null],
      ["active", null],
      ["retired", 3],
    ]);
    expect(await takeTopicIds(db, "w", 2)).toBe(4);
    expect(await saveTopicRun(db, "other", { ...run, id: "r3" }, [topic])).toEqual([1]);
    expect(await findLatestTopicRun(db, "w")).toMatchObject({
      id: "r2",
      unassigned_reasons: { too_short: 20 },
    });
  });

  it("gives siblings colours of their own and keeps them for life", async () => {
    const { db } = test.records;
    await createWorkspace(db, { id: "colours", name: "Colours" });
    const group = { ...topic, level: "group" } as const;
    const tree = [group, ...Array.from({ length: 9 }, () => ({ ...topic, parent: 0 })), group];
    await saveTopicRun(db, "colours", { ...run, id: "c1" }, tree);
    const colors = async () =>
      new Map((await listTopics(db, "colours")).map(({ id, color_index }) => [id, color_index]));
    expect([...(await colors()).values()]).toEqual([0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 1]);
    const again = [
      { ...group, id: 11 },
      { ...topic, id: 5, parent: 0 },
      { ...topic, parent: 0 },
    ];
    await saveTopicRun(db, "colours", { ...run, id: "c2" }, again);
    const later = await colors();
    expect([later.get(11), later.get(5), later.get(12)]).toEqual([1, 3, 0]);
    expect((await getTopic(db, "colours", 5)).parent_id).toBe(11);
  });

  it("lays people's edits over what runs found, until they are taken back", async () => {
    const { db } = test.records;
    const by = { actor: "user:1" };
    const { id } = await addCuration(db, "w", { ...by, edit: { kind: "rename", topic: 1, name: "Thefts" } });
    expect((await loadCuratedTree(db, "w")).tree.nodes.get(1)).toMatchObject({
      name: "Thefts",
      foundName: "Theft",
    });
    await addCuration(db, "w", { ...by, edit: { kind: "undo", entry: id } });
    const { tree, log, entries } = await loadCuratedTree(db, "w");
    expect(tree.nodes.get(1)).toMatchObject({ name: "Theft", isNamed: false });
    expect(tree.resolve(2)?.id).toBe(3);
    expect([log.nextUndo, log.nextRedo?.id, entries.length]).toEqual([undefined, id, 2]);
    expect((await loadCuratedTree(db, "other")).entries).toEqual([]);
  });

  it("keeps what each run did to the topics", async () => {
    const { db } = test.records;
    const change = (ids: readonly number[]) => ({
      level: "topic" as const,
      kind: "born" as const,
      from: [],
      to: [{ id: ids[0] ?? 0, name: "Parcel", texts: 10 }],
      common: 0,
    });
    const dendrogram = (leafIds: readonly number[]) => ({ leaves: 1, merges: [], leafIds });
    const changes = { lineage: (ids: readonly number[]) => [change(ids)], dendrogram };
    const [born] = await saveTopicRun(db, "w", { ...run, id: "r4" }, [topic], changes);
    const [latest, before] = await listLineage(db, "w", { level: "topic", runs: 2 });
    expect(latest?.run.id).toBe("r4");
    expect(latest?.changes).toMatchObject([{ kind: "born", to_topics: [{ id: born, texts: 10 }] }]);
    expect(before?.changes).toEqual([]);
    expect(await findDendrogram(db, "w")).toEqual({ leaves: 1, merges: [], leafIds: [born] });
    expect(await findDendrogram(db, "other")).toBeUndefined();
  });

  it("holds proposals until they are taken, dismissed or overtaken", async () => {
    const { db } = test.records;
    const details = { name: "Parcel", phrases: [], texts: ["1"], quotes: [], parentId: null };
    const proposal = (id: string) => ({
      id,
      kind: "emerging" as const,
      reason: "12 texts",
      details: { ...details, conversations: 12, customers: 5, cohesion: 0.8 },
      centroid: Float32Array.of(1, 0),
      encoder: "bge",
    });
    await replaceProposals(db, "w", "emerging", [proposal("p1"), proposal("p2")]);
    await endProposal(db, "w", "p1", "dismissed");
    await replaceProposals(db, "w", "emerging", [proposal("p3")]);
    expect((await listProposals(db, "w")).map(({ id }) => id)).toEqual(["p3"]);
    expect((await listProposals(db, "w", ["dismissed"])).map(({ id }) => id)).toEqual(["p1"]);
    expect((await getOpenProposal(db, "w", "p3")).details.customers).toBe(5);
    await expect(getOpenProposal(db, "w", "p2")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("knows an API key by the key alone, until it expires or is deleted", async () => {
    const { db } = test.records;
    const { id, key } = await createApiKey(db, "w", {
      name: "ci",
      role: "write",
      expiresAt: new Date("2030-01-01"),
    });
    expect(await findApiKey(db, key, new Date("2029-01-01"))).toMatchObject({
      id,
      workspace: "w",
      role: "write",
    });
    expect(await findApiKey(db, key, new Date("2030-01-01"))).toBeUndefined();
    expect(await findApiKey(db, `${key}x`)).toBeUndefined();
    const listed = await listApiKeys(db, "w");
    expect(listed[0]?.last_used_at).toEqual(new Date("2029-01-01"));
    expect(JSON.stringify(listed)).not.toContain(key);
    await deleteApiKey(db, "w", id);
    expect(await findApiKey(db, key, new Date("2029-01-01"))).toBeUndefined();
  });

  it("adds to the audit, the newest first", async () => {
    const { db } = test.records;
    await addAudit(db, "w", { actor: "local", action: "topic.rename", subject: "1", details: { to: "x" } });
    await addAudit(db, "w", { actor: "local", action: "import.start", subject: "i1" });
    expect((await listAudit(db, "w")).map((row) => row.action)).toEqual(["import.start", "topic.rename"]);
  });
});
