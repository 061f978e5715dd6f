import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { columnarBackends, openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { prepareTestConversation as conversation, type TestMessage } from "../../../test/support/prepared.ts";
import { sql } from "../../query/sql.ts";
import { listTextsWithoutLabels } from "../texts/list-texts.ts";
import { writeConversations } from "../write/write-conversations.ts";
import { applyLabels } from "./apply-labels.ts";
import type { TextLabel } from "./text-label.ts";

const tag = { tag: "test" };
const target = { workspace: "w", labelVersion: "v1" };

function said(id: string, day: string, text: string, role: TestMessage["role"] = "customer"): TestMessage {
  return { id, at: `${day}T10:00:0${id}.000Z`, text, role };
}

describe.each(columnarBackends())("applying labels on %s", (kind) => {
  let test: TestColumnar;
  beforeAll(async () => {
    test = await openTestColumnar(kind);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    for (const table of [sql`conversations`, sql`messages`, sql`utterances`]) {
      await test.columnar.exec(sql`TRUNCATE TABLE ${table}`, tag);
    }
    await writeConversations(test.columnar, { workspace: "w", importId: "i", version: 1 }, [
      conversation("a", [
        said("1", "2026-03-05", "hello. my card was stolen."),
        said("2", "2026-03-05", "sorry.", "agent"),
        said("3", "2026-03-05", "this is bad. thanks."),
      ]),
      conversation("b", [said("1", "2026-04-05", "hello.")]),
    ]);
    await writeConversations(test.columnar, { workspace: "other", importId: "i", version: 1 }, [
      conversation("a", [said("1", "2026-03-05", "hello.")]),
    ]);
  });

  const hashes = async () =>
    new Map(
      (
        await listTextsWithoutLabels(test.columnar, { workspace: "w", labelVersion: "none", limit: 100 }, tag)
      ).map((row) => [row.text, row.textHash]),
    );
  const labelsOf = async (values: Readonly<Record<string, Omit<TextLabel, "textHash">>>) => {
    const byText = await hashes();
    return Object.entries(values).map(([text, label]) => ({ textHash: byText.get(text) ?? "", ...label }));
  };
  const labels = () =>
    labelsOf({
      "hello.": { sentiment: 0.5, language: "en", topicId: 0 },
      "my card was stolen.": { sentiment: -0.5, language: "en", topicId: 7, topicConfidence: 0.75 },
      "sorry.": { sentiment: -1, topicId: 9 },
      "this is bad.": { sentiment: -0.75, topicId: 3 },
      "thanks.": { sentiment: 0.25 },
    });
  const rollUp = () =>
    test.columnar.query<Record<string, unknown>>(
      sql`SELECT workspace, external_id, topic_ids, primary_topic_id, sentiment_start, sentiment_end, sentiment_lowest,
            sentiment_mean, has_sentiment, language, label_version FROM conversations FINAL ORDER BY workspace DESC, external_id`,
      tag,
    );

  it("writes them to every utterance with the text and rolls them up for the conversation", async () => {
    expect(await applyLabels(test.columnar, target, await labels(), tag)).toEqual({
      utterances: 6,
      conversations: 2,
    });
    const [a, b, other] = await rollUp();
    expect(a).toEqual({
      workspace: "w",
      external_id: "a",
      topic_ids: [3, 7, 9],
      primary_topic_id: 7,
      sentiment_start: 0.5,
      sentiment_end: 0.25,
      sentiment_lowest: -0.75,
      sentiment_mean: -0.125,
      has_sentiment: true,
      language: "en",
      label_version: "v1",
    });
    expect(b).toMatchObject({ topic_ids: [], primary_topic_id: 0, sentiment_mean: 0.5 });
    expect(other).toMatchObject({ has_sentiment: false, label_version: "" });
    expect(await listTextsWithoutLabels(test.columnar, { ...target, limit: 10 }, tag)).toEqual([]);
    expect(await test.columnar.query(sql`SELECT count() AS n FROM text_labels`, tag)).toEqual([{ n: "0" }]);
  });

  it("changes nothing when run again, and leaves alone what a later run does not speak of", async () => {
    await applyLabels(test.columnar, target, await labels(), tag);
    expect(await applyLabels(test.columnar, target, await labels(), tag)).toEqual({
      utterances: 0,
      conversations: 0,
    });
    await applyLabels(
      test.columnar,
      target,
      await labelsOf({ "this is bad.": { topicId: 4, topicConfidence: 0.5 } }),
      tag,
    );
    expect((await rollUp())[0]).toMatchObject({ topic_ids: [4, 7, 9], sentiment_lowest: -0.75 });
  });

  it("loses no row of any workspace and keeps one row a key", async () => {
    const count = () =>
      test.columnar.query(
        sql`SELECT workspace, count() AS n FROM utterances GROUP BY workspace ORDER BY workspace`,
        tag,
      );
    const before = await count();
    await applyLabels(test.columnar, target, await labels(), tag);
    expect(await count()).toEqual(before);
  });

  it("appends new versions when little changes, and readers see only the newest", async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      said(String(index % 10), "2026-05-01", `text ${index}.`),
    );
    const all = many.map((message, index) => ({ ...message, id: String(index) }));
    await writeConversations(test.columnar, { workspace: "w", importId: "i", version: 2 }, [
      conversation("m", all),
    ]);
    await applyLabels(test.columnar, target, await labelsOf({ "text 5.": { topicId: 5 } }), tag);
    const rows = await test.columnar.query(
      sql`SELECT topic_id, count() AS n FROM utterances FINAL WHERE toYYYYMM(day) = 202605 GROUP BY topic_id ORDER BY topic_id`,
      tag,
    );
    expect(rows).toEqual([
      { topic_id: 0, n: "39" },
      { topic_id: 5, n: "1" },
    ]);
  });

  it("keeps the labels when more of the conversation is imported", async () => {
    await applyLabels(test.columnar, target, await labels(), tag);
    await writeConversations(test.columnar, { workspace: "w", importId: "i2", version: 3 }, [
      conversation("b", [said("2", "2026-04-05", "my card was stolen.")]),
    ]);
    expect((await rollUp())[1]).toMatchObject({ has_sentiment: true, label_version: "" });
    await applyLabels(test.columnar, target, await labels(), tag);
    expect((await rollUp())[1]).toMatchObject({
      topic_ids: [7],
      label_version: "v1",
      sentiment_lowest: -0.5,
    });
  });

  it("waits for an import that is being written, and imports wait for it", async () => {
    const ready = await labels();
    const writes = Array.from({ length: 5 }, (_, index) =>
      writeConversations(test.columnar, { workspace: "w", importId: "i", version: 5 }, [
        conversation(`n${index}`, [said("1", "2026-03-07", "hello.")]),
      ]),
    );
    await Promise.all([...writes, applyLabels(test.columnar, target, ready, tag)]);
    const rows = await test.columnar.query(
      sql`SELECT count() AS n FROM utterances FINAL WHERE workspace = 'w'`,
      tag,
    );
    expect(rows).toEqual([{ n: "11" }]);
  });
});
