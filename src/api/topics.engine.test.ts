import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type ApiStores,
  CONVERSATIONS,
  conversationKey,
  openApiStores,
  WORKSPACE,
} from "../../test/support/api.ts";
import { type ApiCaller, createApiCaller } from "../../test/support/call-api.ts";
import { rollUpLenses } from "../columnar/lenses/roll-up-lenses.ts";
import { sql } from "../query/sql.ts";
import { loadCuratedTree } from "../records/topic-curations.ts";
import { replaceProposals } from "../records/topic-proposals.ts";
import { saveTopicRun } from "../records/topics.ts";

const REFUND = 1;
const DELIVERY = 2;

let stores: ApiStores;
let call: ApiCaller["call"];
let refuse: ApiCaller["refuse"];

beforeAll(async () => {
  stores = await openApiStores();
  ({ call, refuse } = createApiCaller(await stores.open()));
});
afterAll(() => stores.close());

/** Every test begins with nothing edited; the log keeps what was. */
beforeEach(async () => {
  while ((await loadCuratedTree(stores.services.records.db, WORKSPACE)).log.nextUndo) {
    await call("undoCuration", {});
  }
});

async function sizes(): Promise<Record<string, number>> {
  const { topics } = await call("getTopics", {});
  return Object.fromEntries(topics.map((topic) => [topic.name, topic.conversations]));
}

/** The customer's utterance of a conversation. */
async function said(index: number): Promise<string> {
  const { messages } = await call("getConversation", { params: { id: conversationKey(index) } });
  return messages.find((message) => message.role === "customer")?.utterances[0]?.id ?? "";
}

describe("topics", () => {
  test("come with size, change, sentiment and quotes", async () => {
    const list = await call("searchTopics", { body: { time: "2026-03-05/2026-03-09", quotes: 2 } });
    const [refund] = list.topics;
    expect(refund).toMatchObject({ name: "Refund", level: "topic", conversations: 10, utterances: 10 });
    expect(refund?.previous).toMatchObject({ conversations: 10, change: 0, isNoise: true });
    expect(refund?.sentiment.value).toBeCloseTo(-0.6);
    expect(refund?.sparkline).toHaveLength(list.buckets.length);
    expect(refund?.sparkline.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(refund?.quotes).toHaveLength(2);
    expect(refund?.quotes[0]?.text).toContain("refund");
    expect(list.unassigned).toMatchObject({
      utterances: 5,
      share: { n: 20 },
      reasons: [{ reason: "new", utterances: 5 }],
    });
  });

  test("of fewer customers than the smallest group are not shown", async () => {
    await call("patchWorkspace", { body: { smallestGroup: 6 } });
    expect(await call("getTopics", {})).toMatchObject({ topics: [], withheld: 2 });
    expect((await call("getTopicTree", {})).withheld).toBe(2);
    expect((await call("getTopic", { params: { id: REFUND } })).quotes).toEqual([]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
  });

  test("show their reasons in a conversation, each with its utterance", async () => {
    const conversation = await call("getConversation", { params: { id: conversationKey(2) } });
    const { reasons } = conversation;
    expect(reasons).toMatchObject([{ id: REFUND, name: "Refund", isPrimary: true, confidence: 0.52 }]);
    expect(reasons[0]?.utteranceId).toBe(await said(2));
    const none = await call("getConversation", { params: { id: conversationKey(3) } });
    expect(none.reasons).toEqual([]);
    expect(none.messages.map((message) => message.utterances[0]?.unassigned)).toEqual([null, "new", null]);
  });

  test("are found anew by a job", async () => {
    expect(await call("postDiscovery", {})).toEqual({ jobId: "job" });
  });
});

describe("edits", () => {
  test("rename, and give the found name back", async () => {
    const renamed = await call("patchTopic", { params: { id: REFUND }, body: { name: "Money back" } });
    expect(renamed.entry).toMatchObject({
      kind: "rename",
      words: "Renamed a topic to “Money back”",
      active: true,
    });
    expect(await call("getTopic", { params: { id: REFUND } })).toMatchObject({
      name: "Money back",
      foundName: "Refund",
      named: true,
    });
    await call("patchTopic", { params: { id: REFUND }, body: { name: null } });
    expect(Object.keys(await sizes())).toEqual(["Refund", "Delivery"]);
    expect(await refuse("getTopic", { params: { id: 99 } })).toMatchObject({ status: 404 });
    expect(await refuse("patchTopic", { params: { id: REFUND }, body: {} })).toMatchObject({ status: 400 });
  });

  test("merge at once, are undone and done again", async () => {
    await call("mergeTopics", { params: { id: REFUND }, body: { topics: [DELIVERY] } });
    expect(await sizes()).toEqual({ Refund: 30 });
    const asked = { measures: ["conversations"], dimensions: ["topic"] };
    const filter = { op: "in", field: "topic", values: [DELIVERY] } as const;
    const { rows } = await call("postQuery", {
      body: { ...asked, filter: { ...filter, values: [DELIVERY] } },
    });
    expect(rows.map((row) => [row.dimensions["topic"], row.measures["conversations"]?.value])).toEqual([
      [REFUND, 30],
    ]);
    const undone = await call("undoCuration", {});
    expect(undone.redo?.words).toBe("Merged “Delivery” into “Refund”");
    expect(await sizes()).toEqual({ Refund: 20, Delivery: 10 });
    await call("redoCuration", {});
    expect(await sizes()).toEqual({ Refund: 30 });
    expect(await refuse("redoCuration", {})).toMatchObject({ status: 409 });
  });

  test("move topics under a new group, by which questions can then be broken down", async () => {
    const moved = await call("moveTopics", {
      params: { id: REFUND },
      body: { parent: { name: "Orders" }, others: [DELIVERY] },
    });
    const group = moved.changed[0] ?? 0;
    const { nodes, withTopic, conversations } = await call("getTopicTree", {});
    expect(nodes.map(({ key, parentKey, level, conversations: n }) => [key, parentKey, level, n])).toEqual([
      [`t${group}`, null, "group", 30],
      ["t1", `t${group}`, "topic", 20],
      ["t2", `t${group}`, "topic", 10],
    ]);
    expect([withTopic, conversations]).toEqual([30, CONVERSATIONS]);
    const body = { measures: ["conversations"], dimensions: ["topic_group"] };
    const { rows, columns } = await call("postQuery", { body });
    expect(rows.map((row) => [row.dimensions["topic_group"], row.measures["conversations"]?.value])).toEqual([
      [group, 30],
      [0, 10],
    ]);
    expect(columns[0]?.labels?.[String(group)]).toBe("Orders");
    const inGroup = { op: "in" as const, field: "topic", values: [group] };
    const counted = await call("postQuery", { body: { measures: ["conversations"], filter: inGroup } });
    expect(counted.total.measures["conversations"]?.value).toBe(30);
    expect(counted.filterWords).toBe("topic is “Orders”");
    const sub = await call("searchTopics", { body: { parent: group } });
    expect(sub.topics.map(({ path }) => path[0]?.name)).toEqual(["Orders", "Orders"]);
  });

  test("give utterances and all in the same words to a topic, and give them back", async () => {
    const utterance = await said(4);
    const given = await call("assignUtterances", { body: { topic: DELIVERY, utterances: [utterance] } });
    expect(given).toMatchObject({ utterances: 1, changed: [DELIVERY] });
    expect(await sizes()).toEqual({ Refund: 19, Delivery: 11 });
    const { reasons } = await call("getConversation", { params: { id: conversationKey(4) } });
    expect(reasons).toMatchObject([{ id: DELIVERY, confidence: 1, utteranceId: utterance }]);
    await call("assignUtterances", { body: { topic: null, utterances: [utterance] } });
    await call("patchWorkspace", { body: { smallestGroup: 1 } });
    expect((await call("getUnassigned", { query: { reason: "by-hand" } })).examples).toMatchObject([
      { utteranceId: utterance, reason: "by-hand", occurrences: 1 },
    ]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
    await call("undoCuration", {});
    expect(await sizes()).toEqual({ Refund: 19, Delivery: 11 });
    await call("undoCuration", {});
    expect(await sizes()).toEqual({ Refund: 20, Delivery: 10 });
  });

  test("split a topic by quotes", async () => {
    const utterances = [await said(0), await said(2)];
    const split = await call("splitTopic", {
      params: { id: REFUND },
      body: { parts: [{ name: "Late refund", utterances }] },
    });
    await call("patchWorkspace", { body: { smallestGroup: 1 } });
    expect(split.utterances).toBe(2);
    expect(await sizes()).toEqual({ Refund: 18, Delivery: 10, "Late refund": 2 });
    await call("undoCuration", {});
    expect(await sizes()).toEqual({ Refund: 20, Delivery: 10 });
    await call("redoCuration", { body: { entry: split.entry.id } });
    expect(await sizes()).toMatchObject({ "Late refund": 2 });
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
  });

  test("hide a topic, whose utterances then count as unassigned", async () => {
    await call("patchTopic", { params: { id: DELIVERY }, body: { hidden: true } });
    const list = await call("getTopics", {});
    expect(list.topics.map(({ name }) => name)).toEqual(["Refund"]);
    expect(list.unassigned.reasons).toMatchObject([
      { reason: "new", utterances: 10 },
      { reason: "hidden", utterances: 10 },
    ]);
    const { total } = await call("postQuery", {
      body: { measures: ["conversations"], filter: { op: "in", field: "topic", values: [0] } },
    });
    expect(total.measures["conversations"]?.value).toBe(20);
    expect((await call("getTopicTree", { query: { includeHidden: "true" } })).nodes).toMatchObject([
      { name: "Refund", hidden: false },
      { name: "Delivery", hidden: true },
    ]);
  });

  test("keep topics apart, and are all in the log with who made them", async () => {
    const { entry } = await call("keepTopicsApart", { body: { topics: [REFUND, DELIVERY] } });
    const { entries, undo } = await call("getCuration", { query: { limit: "3", topic: String(DELIVERY) } });
    expect(entries[0]).toEqual(entry);
    expect(entry).toMatchObject({ actor: "local", words: "Keep “Refund” and “Delivery” apart" });
    expect(undo).toEqual(entry);
    const older = await call("getCuration", { query: { before: String(entry.id) } });
    expect(older.entries.every(({ id }) => id < entry.id)).toBe(true);
  });

  test.each([
    ["mergeTopics", { topics: [REFUND] }, 400],
    ["mergeTopics", { topics: [77] }, 404],
    ["moveTopics", { parent: REFUND }, 400],
    ["splitTopic", { parts: [{ name: "Empty" }] }, 400],
    ["splitTopic", { parts: [{ name: "Other", subtopics: [DELIVERY] }] }, 400],
    ["splitTopic", { parts: [{ name: "Lost", utterances: [`${conversationKey(1)}:0`] }] }, 404],
  ] as const)("that make no sense are refused: %s %j", async (name, body, status) => {
    expect(await refuse(name, { params: { id: REFUND }, body } as never)).toMatchObject({ status });
  });
});

describe("changes of topics", () => {
  test("the lineage is empty where a run had none to tell", async () => {
    const { runs } = await call("getLineage", {});
    expect(runs).toMatchObject([{ id: "run1", reason: "as asked", changes: [], kept: null }]);
  });

  test("the unassigned are counted by day and shown with examples", async () => {
    const { unassigned, days, examples } = await call("getUnassigned", { query: { examples: "3" } });
    expect(unassigned).toMatchObject({ utterances: 10, share: { value: 0.25, n: 40 }, smallTalk: 0 });
    expect(days).toHaveLength(8);
    expect(days[3]).toMatchObject({ day: "2026-03-04", utterances: 5, share: { n: 5 } });
    expect(examples).toHaveLength(3);
    expect(examples[0]).toMatchObject({ reason: "new", occurrences: 1, near: null });
    expect(examples[0]?.text).toContain("Where is parcel");
  });

  test("an emerging group becomes a topic; another is dismissed; a run is started", async () => {
    const { db } = stores.services.records;
    const texts = (
      await stores.services.columnar.query<{ hash: string }>(
        sql`SELECT DISTINCT text_hash AS hash FROM utterances FINAL WHERE role = 'customer' AND topic_id = 0`,
        { tag: "test" },
      )
    ).map(({ hash }) => hash);
    const details = {
      name: "Parcel lost",
      phrases: ["parcel lost"],
      quotes: [],
      cohesion: 0.8,
      parentId: null,
    };
    const proposal = (id: string, customers: number) => ({
      id,
      kind: "emerging" as const,
      reason: "10 conversations",
      details: { ...details, texts, conversations: 10, customers },
    });
    await replaceProposals(db, WORKSPACE, "emerging", [
      proposal("p1", 5),
      proposal("p2", 2),
      proposal("p3", 3),
    ]);
    await replaceProposals(db, WORKSPACE, "rerun", [{ ...proposal("p4", 0), kind: "rerun" }]);
    const listed = (await call("getProposals", {})).proposals;
    expect(listed.map(({ id }) => id).sort()).toEqual(["p1", "p3", "p4"]);
    const { topic } = await call("acceptProposal", { params: { id: "p1" }, body: { name: "Lost parcels" } });
    expect(await sizes()).toEqual({ Refund: 20, Delivery: 10, "Lost parcels": 10 });
    expect(await call("getTopic", { params: { id: topic ?? 0 } })).toMatchObject({ level: "topic" });
    expect(await call("dismissProposal", { params: { id: "p3" } })).toEqual({ done: true });
    expect(await call("acceptProposal", { params: { id: "p4" } })).toEqual({ topic: null, jobId: "job" });
    expect(await refuse("acceptProposal", { params: { id: "p1" } })).toMatchObject({ status: 404 });
    await call("undoCuration", {});
    expect(await sizes()).toEqual({ Refund: 20, Delivery: 10 });
    expect((await call("getTopics", {})).unassigned.reasons).toMatchObject([
      { reason: "hidden", utterances: 10 },
    ]);
  });
});

describe("a lens beside the default one", () => {
  const LENS = "problems";

  test("has a tree, edits and filters of its own", async () => {
    const { columnar, records } = stores.services;
    const options = { tag: "test" };
    await columnar.exec(
      sql`INSERT INTO lens_utterances (workspace, lens, day, conversation_id, message_id, span_start, span_end, position, sent_at, role, normalised, text_hash, language, sentiment, has_sentiment, topic_id, topic_confidence, topic_reason, near_topic_id, label_version, version)
          SELECT workspace, ${LENS}, day, conversation_id, message_id, span_start, span_end, position, sent_at, role, normalised, text_hash, language, sentiment, has_sentiment, 900, 0.9, '', 0, '1', 1
          FROM utterances FINAL WHERE role = 'customer' AND sentiment < 0`,
      options,
    );
    await rollUpLenses(columnar, WORKSPACE, undefined, options);
    await saveTopicRun(
      records.db,
      WORKSPACE,
      {
        ...{ id: "lens run", lens: LENS, encoder: "test", seed: 1, params: {}, texts: 9, assigned: 9 },
        ...{ unassignedReasons: {}, reason: "", startedAt: new Date() },
      },
      [
        {
          id: 900,
          name: "Anger",
          phrases: [],
          quotes: [],
          size: 9,
          weight: 9,
          cohesion: 1,
          centroid: Float32Array.of(1),
        },
      ],
    );
    const query = { lens: LENS };
    const list = await call("getTopics", { query });
    expect(list.topics).toMatchObject([{ id: 900, name: "Anger" }]);
    const [anger] = list.topics;
    expect(anger?.conversations).toBeGreaterThan(0);
    expect(anger?.quotes.length).toBeGreaterThan(0);
    expect((await call("getTopics", {})).topics.map(({ id }) => id)).not.toContain(900);

    const behind = await call("searchConversations", {
      body: { filter: { op: "in", field: "topic", values: [900] }, limit: 1 },
    });
    expect(behind.total).toBe(anger?.conversations);
    expect(behind.filterWords).toContain("Anger");

    await call("patchTopic", { params: { id: 900 }, query, body: { name: "Rage" } });
    expect((await call("getCuration", { query })).entries).toHaveLength(1);
    expect((await call("getTopic", { params: { id: 900 }, query })).name).toBe("Rage");
    await call("undoCuration", { query });
    expect((await call("getTopic", { params: { id: 900 }, query })).name).toBe("Anger");
    await expect(call("getTopic", { params: { id: 900 } })).rejects.toThrow();
  });

  test("is listed with its cost, added, turned off and deleted", async () => {
    const { lenses } = await call("getLenses", {});
    expect(lenses.map(({ id, topics }) => [id, topics])).toContainEqual([LENS, 1]);
    const rule = { roles: ["customer" as const], any: [{ wordsAtLeast: 2 }] };
    expect((await call("measureLens", { body: rule })).utterances).toBeGreaterThan(0);
    const { lens, jobId } = await call("postLens", { body: { id: "long", name: "Long", ...rule } });
    expect([lens.builtIn, lens.on, jobId]).toEqual([false, true, "job"]);
    expect((await call("patchLens", { params: { id: "long" }, body: { on: false } })).on).toBe(false);
    await call("deleteLens", { params: { id: "long" } });
    await expect(call("getTopics", { query: { lens: "long" } })).rejects.toThrow();
    await expect(call("deleteLens", { params: { id: LENS } })).rejects.toThrow();
    await expect(call("patchLens", { params: { id: "reasons" }, body: { on: false } })).rejects.toThrow();
  });
});
