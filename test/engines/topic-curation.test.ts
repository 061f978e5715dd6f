// Thirty random edits of the topic tree survive ten runs with more data and other seeds, all of them.
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyLabels } from "../../src/columnar/labels/apply-labels.ts";
import { listNewConversations, listNewTexts } from "../../src/columnar/texts/list-new-texts.ts";
import { listTextsWithoutVector } from "../../src/columnar/texts/list-texts.ts";
import { insertVectors } from "../../src/columnar/texts/vectors.ts";
import { writeConversations } from "../../src/columnar/write/write-conversations.ts";
import type { Curation } from "../../src/core/curation.ts";
import type { TopicNode } from "../../src/core/topic-tree.ts";
import { assignKnownTopics } from "../../src/jobs/topics/assign-known-topics.ts";
import { createCurator, type EditRequest } from "../../src/jobs/topics/curate/curator.ts";
import { mineTopics } from "../../src/jobs/topics/mine-topics.ts";
import { seededRandom } from "../../src/mining/topics/random.ts";
import { sql } from "../../src/query/sql.ts";
import { loadCuratedTree } from "../../src/records/topic-curations.ts";
import { listLineage } from "../../src/records/topic-lineage.ts";
import { createWorkspace } from "../../src/records/workspaces.ts";
import { makeBlobs } from "../support/blobs.ts";
import { openTestColumnar, type TestColumnar } from "../support/columnar.ts";
import { prepareTestConversation } from "../support/prepared.ts";
import { openTestRecords, type TestRecords } from "../support/records.ts";

const EDITS = 30;
const RUNS = 10;
const AT_FIRST = 160;
const EACH_RUN = 6;

const blobs = makeBlobs(
  Array.from({ length: 8 }, () => 28),
  { noise: 0.6 },
);
/** One group after the other, a member each: every stretch of the log holds all topics. */
const order = Array.from({ length: blobs.texts.length }, (_, at) => (at % 8) * 28 + Math.floor(at / 8));
const random = seededRandom(20_260_305);
const pick = <Value>(values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

type Context = Parameters<typeof mineTopics>[0];

let columnar: TestColumnar;
let records: TestRecords;
let context: Context;
let written = 0;

beforeAll(async () => {
  columnar = await openTestColumnar();
  records = await openTestRecords();
  await createWorkspace(records.records.db, { id: "w", name: "W" });
  const encoder = { version: "blobs", dimension: blobs.dimension } as Context["encoder"];
  context = {
    columnar: columnar.columnar,
    records: records.records,
    encoder,
    detectLanguage: () => ({ language: "en", score: 1 }),
    workspace: "w",
  };
}, 600_000);
afterAll(async () => {
  await columnar?.close();
  await records?.close();
});

function vectorOf(text: string): Float32Array {
  const row = blobs.texts.indexOf(text);
  const vector = blobs.vectors.slice(row * blobs.dimension, (row + 1) * blobs.dimension);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const options = { tag: "test" };

async function write(count: number): Promise<void> {
  const conversations = order
    .slice(written, written + count)
    .map((row, at) =>
      prepareTestConversation(`c${written + at}`, [
        { id: "1", at: "2026-03-05T10:00:00.000Z", text: blobs.texts[row] ?? "", role: "customer" },
      ]),
    );
  written += count;
  await writeConversations(
    columnar.columnar,
    { workspace: "w", importId: "i", version: written },
    conversations,
  );
  const { version } = context.encoder;
  const wanted = { workspace: "w", encoder: version, roles: ["customer"] as const, limit: 1000 };
  const texts = await listTextsWithoutVector(columnar.columnar, wanted, options);
  const vectors = texts.map(({ textHash, text }) => ({ textHash, vector: vectorOf(text) }));
  await insertVectors(columnar.columnar, version, vectors, options);
}

/** Labels what is new by the topics that are there, as seconds after its arrival. */
async function assign(): Promise<number> {
  const within = await listNewConversations(columnar.columnar, { workspace: "w", limit: 100 }, options);
  const texts = await listNewTexts(columnar.columnar, { workspace: "w", within }, options);
  const topics = await assignKnownTopics(context, texts);
  const labels = [...topics].map(([textHash, topic]) => ({ textHash, ...topic }));
  const target = { workspace: "w", labelVersion: "assigned" };
  return (await applyLabels(columnar.columnar, target, labels, { ...options, within })).utterances;
}

async function mine(seed: number): Promise<void> {
  const { runId, topicOf } = await mineTopics(context, { seed });
  const labels = [...topicOf].map(([textHash, topic]) => ({ textHash, ...topic }));
  await applyLabels(columnar.columnar, { workspace: "w", labelVersion: runId }, labels, options);
}

type Row = {
  readonly id: string;
  readonly textHash: string;
  readonly topic: number;
  readonly reason: string;
};
const readRows = () =>
  columnar.columnar.query<Row>(
    sql`SELECT concat(toString(message_id), ':', toString(span_start)) AS id, toString(text_hash) AS textHash, topic_id AS topic, topic_reason AS reason FROM utterances FINAL ORDER BY id`,
    { tag: "test" },
  );
const load = () => loadCuratedTree(records.records.db, "w");

function chooseEdit(
  topics: readonly TopicNode[],
  groups: readonly TopicNode[],
  rows: readonly Row[],
  n: number,
): EditRequest {
  const topic = pick(topics).id;
  const others = topics.filter(({ id }) => id !== topic).map(({ id }) => id);
  switch (pick(["rename", "move", "assign", "split", "apart", "merge", "hide"] as const)) {
    case "rename":
      return { kind: "rename", topic, name: `Given ${n}` };
    case "move":
      return {
        kind: "move",
        topics: [topic],
        parent: groups.length > 2 ? pick(groups).id : { name: `Group ${n}` },
      };
    case "split":
      return {
        kind: "split",
        topic,
        parts: [{ name: `Part ${n}`, subtopics: [], utterances: [pick(rows).id, pick(rows).id] }],
      };
    case "apart":
      return { kind: "apart", topics: [topic, pick(others)] };
    case "merge":
      // Few enough topics that not all become one.
      return others.length < 5
        ? { kind: "rename", topic, name: `Given ${n}` }
        : { kind: "merge", into: topic, topics: [pick(others)] };
    case "hide":
      return n % 3 === 0 ? { kind: "hide", topic } : { kind: "show", topic };
    case "assign":
      return { kind: "assign", topic: n % 5 === 0 ? 0 : topic, utterances: [pick(rows).id] };
  }
}

/** What of the edits does not show, in words. */
async function findLost(): Promise<string[]> {
  const { tree, log } = await load();
  const rows = await readRows();
  const edits = log.active.map(({ edit }) => edit);
  const isMerged = (id: number) => tree.resolve(id)?.id !== id;
  const later = (at: number, test: (edit: Curation) => boolean) => edits.slice(at + 1).some(test);
  const isGivenLater = (at: number, text: string) =>
    later(at, (edit) => textsIn(edit).some(([other]) => other === text));
  const topicNow = (stored: number) => tree.path(stored).find(({ level }) => level === "topic")?.id ?? 0;
  const said = (id: number) => rows.filter(({ topic }) => topicNow(topic) === id).length;
  return edits.flatMap((edit, at): string[] => {
    const lost = (what: boolean): string[] => (what ? [] : [`${at}: ${JSON.stringify(edit)}`]);
    const given = textsIn(edit).flatMap(([text, topic]) =>
      isGivenLater(at, text)
        ? []
        : rows
            .filter(({ textHash }) => textHash === text)
            .flatMap((row) =>
              lost(
                topic === 0
                  ? row.topic === 0 && row.reason === "by-hand"
                  : topicNow(row.topic) === topicNow(topic),
              ),
            ),
    );
    if (given.length > 0) return given;
    switch (edit.kind) {
      case "rename":
        if (
          isMerged(edit.topic) ||
          later(at, (other) => other.kind === "rename" && other.topic === edit.topic)
        )
          return [];
        return lost(tree.nodes.get(edit.topic)?.name === edit.name && said(edit.topic) > 0);
      case "merge":
        return lost(edit.topics.every((id) => tree.resolve(id)?.id === tree.resolve(edit.into)?.id));
      case "move":
        return edit.topics.flatMap((id) =>
          isMerged(id) || later(at, (other) => other.kind === "move" && other.topics.includes(id))
            ? []
            : lost(tree.nodes.get(id)?.parentId === edit.parent && said(id) > 0),
        );
      case "split":
        return edit.parts.flatMap(({ id }) => (isMerged(id) ? [] : lost(tree.nodes.has(id))));
      case "apart": {
        const [one = 0, other = 0] = edit.topics;
        const isOne = tree.resolve(one)?.id === tree.resolve(other)?.id;
        const byPeople = isOne && later(at, ({ kind }) => kind === "merge");
        return byPeople
          ? []
          : lost(!isOne && tree.resolve(one) !== undefined && tree.resolve(other) !== undefined);
      }
      case "hide":
        if (isMerged(edit.topic) || later(at, (other) => other.kind === "show" && other.topic === edit.topic))
          return [];
        return lost(tree.nodes.get(edit.topic)?.isHidden === true);
      default:
        return [];
    }
  });
}

function textsIn(edit: Curation): (readonly [string, number])[] {
  if (edit.kind === "assign") return edit.texts.map((text) => [text, edit.topic] as const);
  return edit.kind === "split"
    ? edit.parts.flatMap(({ id, texts }) => texts.map((text) => [text, id] as const))
    : [];
}

it("keeps them all", { timeout: 900_000 }, async () => {
  await write(AT_FIRST);
  await mine(1);
  const curator = createCurator({ columnar: columnar.columnar, db: records.records.db, workspace: "w" });
  for (let n = 1; n <= EDITS; n += 1) {
    const nodes = [...(await load()).tree.nodes.values()];
    const topics = nodes.filter(({ level }) => level === "topic");
    const groups = nodes.filter(({ level }) => level === "group");
    await curator.edit("local", chooseEdit(topics, groups, await readRows(), n));
  }
  expect(await findLost()).toEqual([]);
  for (let run = 1; run <= RUNS; run += 1) {
    await write(EACH_RUN);
    expect(await assign()).toBe(EACH_RUN);
    await mine(run + 1);
    expect(await findLost(), `run ${run}`).toEqual([]);
  }
  const runs = await listLineage(records.records.db, "w", { level: "topic", runs: RUNS });
  expect(runs.every(({ changes }) => changes.some(({ kind }) => kind === "continued"))).toBe(true);
});

it("takes every edit back, and what is left is what was found", { timeout: 300_000 }, async () => {
  const curator = createCurator({ columnar: columnar.columnar, db: records.records.db, workspace: "w" });
  while ((await load()).log.nextUndo !== undefined) await curator.undo("local");
  const { tree } = await load();
  expect([...tree.nodes.values()].filter(({ isNamed, isHidden }) => isNamed || (isHidden && false))).toEqual(
    [],
  );
});
