import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { prepareTestConversation } from "../../../test/support/prepared.ts";
import { openTestRecords, type TestRecords } from "../../../test/support/records.ts";
import { countOpenings } from "../../columnar/texts/count-openings.ts";
import { writeConversations } from "../../columnar/write/write-conversations.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import { readHeadsFile, SHIPPED_HEADS } from "../../nlp/heads/heads-file.ts";
import { createLabeller } from "../../nlp/label/labeller.ts";
import { detectLanguage } from "../../nlp/language/detect-language.ts";
import { type Sql, sql } from "../../query/sql.ts";
import { findLatestTopicRun } from "../../records/topic-runs.ts";
import { listTopics } from "../../records/topics.ts";
import { createWorkspace } from "../../records/workspaces.ts";
import type { EnrichContext } from "./enrich-context.ts";
import { enrichWorkspace } from "./enrich-workspace.ts";

const CARD =
  `where is my new card|my card has not arrived yet|when will my card be delivered|i am still waiting for my card
  it has been two weeks and no card came|has my card been sent out|can i track the delivery of my card
  i ordered a card and never received it|the card i asked for is late|did you post my card already`.split(
    /[|\n]/,
  );
const PIN =
  `how do i change my pin|i want to set a new pin|can i choose another pin at an atm|please help me change the pin
  where can i update my pin code|is it possible to change my pin abroad|i need a different pin
  which machines let me change my pin|my pin must be changed|what are the steps to change a pin`.split(
    /[|\n]/,
  );
const RATE = `what exchange rate do you use|how is the exchange rate set|tell me the exchange rate for euros
  which exchange rate will i get|do you have a good exchange rate|how often does the exchange rate change
  is the exchange rate the same on weekends|where do your exchange rates come from|show me the current exchange rate`.split(
  /[|\n]/,
);
const CLOSE =
  `close my account|i want to close my account|how do i delete my account|please terminate my account
  i would like to shut my account down|what happens when i close the account|can you cancel my account for good
  i no longer want this account`.split(/[|\n]/);

/** A short dialogue in which the customer greets, says the text, answers a question and thanks. */
function talk(id: string, text: string, day = "2026-03-05") {
  return prepareTestConversation(id, [
    { id: "1", at: `${day}T10:00:00.000Z`, text: "hello.", role: "customer" },
    { id: "2", at: `${day}T10:00:01.000Z`, text: "how can i help?", role: "bot" },
    { id: "3", at: `${day}T10:00:02.000Z`, text: `${text.trim()}. order 12345. thanks.`, role: "customer" },
  ]);
}

describe("enriching a workspace", () => {
  let columnar: TestColumnar;
  let records: TestRecords;
  let encoder: Encoder;
  let context: EnrichContext;
  let version = 0;

  const write = async (conversations: ReturnType<typeof talk>[]) => {
    version += 1;
    await writeConversations(
      columnar.columnar,
      { workspace: "w", importId: `i${version}`, version },
      conversations,
    );
  };
  const rows = (statement: Sql) =>
    columnar.columnar.query<Record<string, unknown>>(statement, { tag: "test" });

  beforeAll(async () => {
    columnar = await openTestColumnar();
    records = await openTestRecords();
    encoder = await createEncoder({ threads: 1 });
    const heads = await readHeadsFile(SHIPPED_HEADS);
    await createWorkspace(records.records.db, { id: "w", name: "W" });
    context = {
      columnar: columnar.columnar,
      records: records.records,
      encoder,
      labeller: createLabeller(encoder, heads),
      conversationModel: heads.conversation,
      detectLanguage,
      workspace: "w",
    };
    const texts = [CARD, PIN, RATE].flat();
    await write(texts.map((text, at) => talk(`c${at}`, text)));
  });
  afterAll(async () => {
    await encoder?.close();
    await columnar?.close();
    await records?.close();
  });

  it("finds topics, labels what bears an intent and rolls it up", async () => {
    const result = await enrichWorkspace(context);
    expect(result).toMatchObject({ embedded: 29, topics: 3 });
    const topics = await listTopics(records.records.db, "w");
    const names = topics.map((topic) => topic.name).join(" | ");
    for (const word of ["card", "pin", "exchange rate"]) expect(names).toContain(word);
    expect(topics.every((topic) => topic.quotes.length > 0 && topic.state === "active")).toBe(true);
    expect(
      await rows(
        sql`SELECT count() AS n FROM utterances FINAL WHERE topic_id > 0 AND normalised IN ('hello.', 'thanks.', 'order 12345.')`,
      ),
    ).toEqual([{ n: "0" }]);
    const [summary] = await rows(
      sql`SELECT countIf(primary_topic_id > 0) AS withTopic, countIf(has_sentiment) AS felt, countIf(has_scores AND satisfaction >= 1) AS scored, uniq(label_version) AS versions FROM conversations FINAL`,
    );
    expect(Number(summary?.["withTopic"])).toBeGreaterThanOrEqual(27);
    expect(summary).toMatchObject({ felt: "29", scored: "29", versions: "1" });
  });

  it("keeps what the models read in each utterance", async () => {
    const read = await rows(
      sql`SELECT DISTINCT normalised, act, emotions, bears_intent AS bears FROM utterances FINAL WHERE normalised IN ('hello.', 'thanks.', 'i want to set a new pin.') ORDER BY normalised`,
    );
    expect(read).toEqual([
      { normalised: "hello.", act: "greeting", emotions: ["neutral"], bears: false },
      { normalised: "i want to set a new pin.", act: "request", emotions: ["neutral"], bears: true },
      { normalised: "thanks.", act: "thanks", emotions: ["gratitude"], bears: false },
    ]);
  });

  it("changes nothing when run again", async () => {
    expect(await enrichWorkspace(context)).toEqual({
      embedded: 0,
      topics: undefined,
      labelledUtterances: 0,
      changedConversations: 0,
    });
  });

  it("puts a new conversation to a known topic without finding topics anew", async () => {
    const before = await findLatestTopicRun(records.records.db, "w");
    await write([talk("new", "how can i change my pin here")]);
    expect(await enrichWorkspace(context)).toMatchObject({
      embedded: 1,
      topics: undefined,
      changedConversations: 1,
    });
    expect((await findLatestTopicRun(records.records.db, "w"))?.id).toBe(before?.id);
    const pin = (await listTopics(records.records.db, "w")).find(
      (topic) => topic.level === "topic" && topic.name.includes("pin"),
    );
    expect(
      await rows(sql`SELECT primary_topic_id AS topic FROM conversations FINAL WHERE external_id = 'new'`),
    ).toEqual([{ topic: pin?.id }]);
  });

  it("finds topics anew when the data has grown, and known ones keep id and name", async () => {
    const before = await listTopics(records.records.db, "w");
    await write(CLOSE.map((text, at) => talk(`d${at}`, text, "2026-04-05")));
    expect(await enrichWorkspace(context)).toMatchObject({ embedded: 8, topics: 4 });
    const after = await listTopics(records.records.db, "w");
    for (const topic of before) {
      expect(after).toContainEqual(expect.objectContaining({ id: topic.id, name: topic.name }));
    }
  });

  it("puts what is said in passing to a topic only where it clearly belongs", async () => {
    const pin = (await listTopics(records.records.db, "w")).find(
      (topic) => topic.level === "topic" && topic.name.includes("pin"),
    );
    await write([
      prepareTestConversation("passing", [
        {
          id: "1",
          at: "2026-03-06T10:00:00.000Z",
          text: "where is the card that you promised me",
          role: "customer",
        },
        { id: "2", at: "2026-03-06T10:00:01.000Z", text: "please wait", role: "agent" },
        {
          id: "3",
          at: "2026-03-06T10:00:02.000Z",
          text: "i really like the weather in june",
          role: "customer",
        },
        { id: "4", at: "2026-03-06T10:00:03.000Z", text: "also how do i change the pin", role: "customer" },
      ]),
    ]);
    await enrichWorkspace(context);
    const labels = await rows(
      sql`SELECT normalised, topic_id AS topic FROM utterances FINAL WHERE normalised IN ('i really like the weather in june', 'also how do i change the pin') ORDER BY normalised`,
    );
    expect(labels).toEqual([
      { normalised: "also how do i change the pin", topic: pin?.id },
      { normalised: "i really like the weather in june", topic: 0 },
    ]);
  });

  it("gives no topic to what the models read as an answer or small talk, and does not count it as unassigned", async () => {
    await write([
      prepareTestConversation("no-intent", [
        { id: "1", at: "2026-03-07T10:00:00.000Z", text: "how do i change my pin", role: "customer" },
        { id: "2", at: "2026-03-07T10:00:01.000Z", text: "at any atm", role: "agent" },
        { id: "3", at: "2026-03-07T10:00:02.000Z", text: "great, the pin works now", role: "customer" },
      ]),
    ]);
    await enrichWorkspace(context);
    const [label] = await rows(
      sql`SELECT topic_id AS topic, topic_reason AS reason FROM utterances FINAL WHERE normalised = 'great, the pin works now'`,
    );
    expect(label).toEqual({ topic: 0, reason: "small-talk" });
  });

  it("counts what stands in openings, the second message when the first is a greeting", async () => {
    const openings = await countOpenings(columnar.columnar, { workspace: "w" }, { tag: "test" });
    const hashes = await rows(
      sql`SELECT DISTINCT normalised, toString(text_hash) AS hash FROM utterances FINAL WHERE normalised IN ('close my account.', 'i really like the weather in june', 'where is the card that you promised me')`,
    );
    const counts = Object.fromEntries(
      hashes.map((row) => [row["normalised"], openings.get(String(row["hash"]))]),
    );
    expect(counts).toEqual({
      "close my account.": 1,
      "i really like the weather in june": undefined,
      "where is the card that you promised me": 1,
    });
  });

  it("goes on where an aborted run stopped", async () => {
    await write([talk("late", "my cash withdrawal is still pending")]);
    const stop = new AbortController();
    stop.abort();
    await expect(enrichWorkspace({ ...context, signal: stop.signal })).rejects.toThrow();
    expect(await enrichWorkspace(context)).toMatchObject({ embedded: 1 });
  });
});
