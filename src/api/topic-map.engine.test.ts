import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiStores, openApiStores, WORKSPACE } from "../../test/support/api.ts";
import { type ApiCaller, createApiCaller } from "../../test/support/call-api.ts";
import { replacePositions } from "../columnar/texts/positions.ts";
import { sql } from "../query/sql.ts";
import { saveTopicModel } from "../records/topic-models.ts";

let stores: ApiStores;
let call: ApiCaller["call"];
let said: { hash: string; topic: number; n: string }[];

function numbers<T>(base64: string, Values: new (buffer: ArrayBuffer) => T): T {
  return new Values(Uint8Array.from(Buffer.from(base64, "base64")).buffer);
}

/** Lays the texts on a line, in the order of their hashes, at `y`. */
async function layOut(y: number): Promise<void> {
  const places = Float32Array.from(said.flatMap((_, at) => [at, y]));
  const textHashes = said.map(({ hash }) => hash);
  await replacePositions(stores.services.columnar, WORKSPACE, { textHashes, places }, { tag: "test" });
}

beforeAll(async () => {
  stores = await openApiStores();
  ({ call } = createApiCaller(await stores.open()));
  said = await stores.services.columnar.query(
    sql`SELECT toString(text_hash) AS hash, any(topic_id) AS topic, count() AS n FROM utterances FINAL WHERE role = 'customer' GROUP BY text_hash ORDER BY text_hash`,
    { tag: "test" },
  );
});
afterAll(() => stores.close());

describe("the map of topics", () => {
  test("is empty before the first layout", async () => {
    expect(await call("getTopicMap", { query: {} })).toMatchObject({ points: 0, total: 0, places: "" });
  });

  test("gives a point for each distinct text, with its topic and how often it is said", async () => {
    await layOut(1);
    const map = await call("getTopicMap", { query: {} });
    expect(map).toMatchObject({ points: said.length, total: said.length, filterWords: "everything" });
    expect([...numbers(map.places, Float32Array)]).toEqual(said.flatMap((_, at) => [at, 1]));
    expect([...numbers(map.topics, Uint32Array)]).toEqual(said.map(({ topic }) => topic));
    expect([...numbers(map.weights, Uint32Array)]).toEqual(said.map(({ n }) => Number(n)));
  });

  test("is replaced whole by a new layout", async () => {
    await layOut(2);
    const { places } = await call("getTopicMap", { query: {} });
    expect(new Set(numbers(places, Float32Array).filter((_, at) => at % 2 === 1))).toEqual(new Set([2]));
  });

  test("gives a sample when there are more texts than asked for, and says how many there are", async () => {
    expect(await call("getTopicMap", { query: { limit: 2 } })).toMatchObject({
      points: 2,
      total: said.length,
    });
  });

  test("obeys the filter", async () => {
    const filter = JSON.stringify({ field: "topic", op: "in", values: ["1"] });
    const map = await call("getTopicMap", { query: { filter } });
    expect(map.points).toBeGreaterThan(0);
    expect(map.points).toBeLessThan(said.length);
  });

  test("gives the words nearest to a place, but none of topics that too few customers speak of", async () => {
    const { texts } = await call("getTextsNear", { query: { x: 0, y: 2, count: 3 } });
    expect(texts).toHaveLength(Math.min(3, said.length));
    expect(texts[0]).toMatchObject({ topicId: said[0]?.topic });
    expect(texts[0]?.text.length).toBeGreaterThan(3);
    await call("patchWorkspace", { body: { smallestGroup: 100 } });
    expect((await call("getTextsNear", { query: { x: 0, y: 2 } })).texts).toEqual([]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
  });
});

describe("what too few customers say", () => {
  test("is on no map, in no example, no quote and no lineage", async () => {
    const seen = async () => {
      const [map, near, list, unassigned, lineage] = await Promise.all([
        call("getTopicMap", {}),
        call("getTextsNear", { query: { x: 0, y: 0, count: 50 } }),
        call("getTopics", {}),
        call("getUnassigned", {}),
        call("getLineage", {}),
      ]);
      return {
        points: map.points,
        texts: near.texts.length,
        topics: list.topics.length,
        examples: unassigned.examples.length,
        lineage: lineage.runs.flatMap(({ changes }) => changes).length,
      };
    };
    const enough = await seen();
    expect(enough.points).toBeGreaterThan(0);
    expect(enough.texts).toBeGreaterThan(0);
    expect(enough.examples).toBeGreaterThan(0);
    await call("patchWorkspace", { body: { smallestGroup: 100 } });
    expect(await seen()).toEqual({ points: 0, texts: 0, topics: 0, examples: 0, lineage: 0 });
    const { phrases, quotes } = await call("getTopic", { params: { id: 1 } });
    expect([phrases, quotes]).toEqual([[], []]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
  });
});

describe("a classical topic model", () => {
  test("shows its topics with words, sizes, overlaps and quotes", async () => {
    const { columnar, records } = stores.services;
    expect(await call("postTopicModel", { body: { method: "nmf", topics: 2 } })).toMatchObject({
      jobId: "job",
    });
    await columnar.exec(
      sql`INSERT INTO model_topics SELECT DISTINCT workspace, 'm', text_hash, if(normalised LIKE '%refund%', 1, 2), 0.8 FROM utterances FINAL WHERE role = 'customer'`,
      { tag: "test" },
    );
    const topic = (number: number) => {
      return { topic: number, words: [{ word: "refund", weight: 0.5 }], texts: 9, npmi: 0.1, cv: 0.4 };
    };
    const tree = { topics: 2, npmi: 0, cv: 0, diversity: 1 };
    await saveTopicModel(records.db, {
      ...{ id: "m", workspace: WORKSPACE, method: "nmf", seed: 1, texts: 40, seconds: 0.1 },
      scores: { npmi: 0.1, cv: 0.4, diversity: 1, tree, agreement: 0.5 },
      topics: [topic(1), topic(2)],
    });
    const { topics, withheld, model } = await call("getTopicModel", { params: { id: "m" } });
    expect([withheld, model.agreement]).toEqual([0, 0.5]);
    expect(topics.map(({ topic: number, utterances }) => [number, utterances])).toEqual([
      [1, 20],
      [2, 20],
    ]);
    const overlaps = topics.map((one) => one.overlaps.reduce((sum, { utterances }) => sum + utterances, 0));
    expect(overlaps).toEqual([20, 20]);
    const { quotes } = await call("getModelQuotes", { params: { id: "m" }, query: { topic: 2, count: 3 } });
    expect(quotes).toHaveLength(3);
    await call("patchWorkspace", { body: { smallestGroup: 100 } });
    expect((await call("getTopicModel", { params: { id: "m" } })).withheld).toBe(2);
    const few = await call("getModelQuotes", { params: { id: "m" }, query: { topic: 2 } });
    expect(few.quotes).toEqual([]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
    await call("deleteTopicModel", { params: { id: "m" } });
    expect(await call("getTopicModels", {})).toEqual({ models: [] });
  });
});
