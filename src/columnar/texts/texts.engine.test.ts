import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnarBackends, openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { prepareTestConversation as conversation } from "../../../test/support/prepared.ts";
import { sql } from "../../query/sql.ts";
import { deleteWorkspaceData } from "../read/delete-workspace-data.ts";
import { writeConversations } from "../write/write-conversations.ts";
import { listTextsWithoutLabels, listTextsWithoutVector } from "./list-texts.ts";
import { listWithoutIntent } from "./list-without-intent.ts";
import { findTextPlaces, loadTopicTexts } from "./load-topic-texts.ts";
import { insertReadings } from "./readings.ts";
import { deleteOrphanVectors, insertVectors } from "./vectors.ts";

const tag = { tag: "test" };
const roles = ["customer"] as const;

describe.each(columnarBackends())("distinct texts and their vectors on %s", (kind) => {
  let test: TestColumnar;
  beforeAll(async () => {
    test = await openTestColumnar(kind);
    const at = (second: number) => `2026-03-05T10:00:0${second}.000Z`;
    await writeConversations(test.columnar, { workspace: "w", importId: "i", version: 1 }, [
      conversation("a", [
        { id: "1", at: at(1), text: "hello. my card was stolen.", role: "customer" },
        { id: "2", at: at(2), text: "how can i help?", role: "bot" },
        { id: "3", at: at(3), text: "hello.", role: "customer" },
      ]),
    ]);
    await writeConversations(test.columnar, { workspace: "other", importId: "i", version: 1 }, [
      conversation("a", [{ id: "1", at: at(1), text: "private words.", role: "customer" }]),
    ]);
  });
  afterAll(() => test.close());

  const wanted = { workspace: "w", encoder: "e1", roles, limit: 10 };

  it("knows what bears no intent from the readings of these very models", async () => {
    const [hello, stolen] = ["hello.", "my card was stolen."].map(async (text) => {
      const [row] = await test.columnar.query<{ hash: string }>(
        sql`SELECT toString(any(text_hash)) AS hash FROM utterances FINAL WHERE normalised = ${text}`,
        tag,
      );
      return row?.hash ?? "";
    });
    const read = async (models: string, hash: string, bearsIntent: boolean) => {
      const meaning = { emotions: [], act: "greeting", actOfOthers: "", bearsIntent } as const;
      const reading = { ...meaning, textHash: hash, isKnown: true, sentiment: 0, signals: [] };
      await insertReadings(test.columnar, models, [reading], tag);
    };
    await read("e1+old", (await stolen) ?? "", false);
    await read("e1+new", (await stolen) ?? "", true);
    await read("e1+new", (await hello) ?? "", false);
    const listed = await listWithoutIntent(test.columnar, { workspace: "w", models: "e1+new" }, tag);
    expect([...listed]).toEqual([await hello]);
  });

  it("lists each text of the wanted roles once, of this workspace only", async () => {
    const texts = await listTextsWithoutVector(test.columnar, wanted, tag);
    expect(texts.map((row) => row.text).sort()).toEqual(["hello.", "my card was stolen."]);
    expect(await listTextsWithoutVector(test.columnar, { ...wanted, limit: 1 }, tag)).toHaveLength(1);
    const all = await listTextsWithoutLabels(
      test.columnar,
      { workspace: "w", labelVersion: "v1", limit: 10 },
      tag,
    );
    expect(all.map((row) => row.text).sort()).toEqual(["hello.", "how can i help?", "my card was stolen."]);
  });

  it("gives vectors back in the order of their texts, to BFloat16's three digits", async () => {
    const texts = await listTextsWithoutVector(test.columnar, wanted, tag);
    const vectors = texts.map(({ textHash }, index) => ({
      textHash,
      vector: Float32Array.of(0.123_456, -1, index, 1e-20, 3e38, 0),
    }));
    await insertVectors(test.columnar, "e1", vectors, tag);
    await insertVectors(test.columnar, "e2", vectors.slice(0, 1), tag);
    expect(await listTextsWithoutVector(test.columnar, wanted, tag)).toEqual([]);
    expect(await listTextsWithoutVector(test.columnar, { ...wanted, encoder: "e2" }, tag)).toHaveLength(1);
    const loaded = await loadTopicTexts(test.columnar, { ...wanted, dimension: 6 }, tag);
    expect(loaded.textHashes).toEqual(texts.map((row) => row.textHash));
    expect(loaded.texts).toEqual(texts.map((row) => row.text));
    expect(loaded.texts.map((text, index) => [text, loaded.weights[index]]).sort()).toEqual([
      ["hello.", 2],
      ["my card was stolen.", 1],
    ]);
    for (const [index, { vector }] of vectors.entries()) {
      const back = loaded.vectors.subarray(index * 6, index * 6 + 6);
      for (const [place, value] of vector.entries()) {
        expect(Math.abs((back[place] ?? Number.NaN) - value)).toBeLessThanOrEqual(Math.abs(value) / 128);
      }
    }
  });

  it("replaces a vector that is stored again", async () => {
    const [first] = (await loadTopicTexts(test.columnar, { ...wanted, dimension: 2 }, tag)).textHashes;
    await insertVectors(test.columnar, "e3", [{ textHash: first ?? "", vector: Float32Array.of(1, 2) }], tag);
    await insertVectors(test.columnar, "e3", [{ textHash: first ?? "", vector: Float32Array.of(3, 4) }], tag);
    const { vectors } = await loadTopicTexts(test.columnar, { ...wanted, encoder: "e3", dimension: 2 }, tag);
    expect([...vectors]).toEqual([3, 4]);
  });

  it("finds the earliest place of a text", async () => {
    const { texts, textHashes } = await loadTopicTexts(test.columnar, { ...wanted, dimension: 6 }, tag);
    const places = await findTextPlaces(test.columnar, { workspace: "w", roles, textHashes }, tag);
    expect(places.size).toBe(2);
    expect(places.get(textHashes[texts.indexOf("hello.")] ?? "")).toMatchObject({ spanStart: 0, spanEnd: 6 });
    expect(places.get(textHashes[texts.indexOf("my card was stolen.")] ?? "")).toMatchObject({
      spanStart: 6,
      spanEnd: 26,
    });
  });

  it("takes vectors away with the last text that used them", async () => {
    await deleteWorkspaceData(test.columnar, "w");
    await deleteOrphanVectors(test.columnar, tag);
    expect(await test.columnar.query(sql`SELECT count() AS n FROM vectors`, tag)).toEqual([{ n: "0" }]);
    expect(await test.columnar.query(sql`SELECT count() AS n FROM utterances`, tag)).toEqual([{ n: "1" }]);
  });
});
