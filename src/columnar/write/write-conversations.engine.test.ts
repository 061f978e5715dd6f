import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { columnarBackends, openTestColumnar, type TestColumnar } from "../../../test/support/columnar.ts";
import { prepareTestConversation as conversation, type TestMessage } from "../../../test/support/prepared.ts";
import type { PreparedConversation } from "../../prepare/prepared.ts";
import { sql } from "../../query/sql.ts";
import type { Columnar } from "../columnar.ts";
import { deleteWorkspaceData } from "../read/delete-workspace-data.ts";
import { encodeBatch } from "./encode-batch.ts";
import { type WriteOptions, writeBatch } from "./write-batch.ts";
import { writeConversations } from "./write-conversations.ts";

const hello: TestMessage = {
  id: "1",
  at: "2026-03-05T10:00:00.000Z",
  text: "hello. my card was stolen.",
  role: "customer",
};
const greet: TestMessage = { id: "2", at: "2026-03-05T10:00:05.000Z", text: "welcome.", role: "bot" };
const help: TestMessage = {
  id: "3",
  at: "2026-03-05T10:01:00.000Z",
  text: "i will help. one moment.",
  role: "agent",
};
const thanks: TestMessage = { id: "4", at: "2026-03-06T00:01:00.000Z", text: "thanks.", role: "customer" };
const early: TestMessage = {
  id: "0",
  at: "2026-02-28T23:59:00.000Z",
  text: "anyone there?",
  role: "customer",
};

const tag = { tag: "test" };

/** Everything of a table that a reader could see, in key order, but for who wrote it when. */
async function contents(columnar: Columnar) {
  const read = (table: "conversations" | "messages" | "utterances") => {
    const from = { conversations: sql`conversations`, messages: sql`messages`, utterances: sql`utterances` }[
      table
    ];
    return columnar.query<Record<string, unknown>>(sql`SELECT * FROM ${from} FINAL ORDER BY ALL`, tag);
  };
  const strip = ({ version: _version, import_id: _import, ...row }: Record<string, unknown>) => row;
  return {
    conversations: (await read("conversations")).map(strip),
    messages: (await read("messages")).map(strip),
    utterances: (await read("utterances")).map(strip),
  };
}

describe.each(columnarBackends())("writing conversations to %s", (kind) => {
  let test: TestColumnar;
  let version = 1_000;
  beforeAll(async () => {
    test = await openTestColumnar(kind);
  });
  afterAll(() => test.close());
  const clear = async () => {
    for (const table of [sql`conversations`, sql`messages`, sql`utterances`]) {
      await test.columnar.exec(sql`TRUNCATE TABLE ${table}`, tag);
    }
  };
  afterEach(clear);

  const write = (conversations: readonly PreparedConversation[], options: WriteOptions = {}) => {
    version += 1;
    return writeConversations(
      test.columnar,
      { workspace: "w", importId: `i${version}`, version },
      conversations,
      options,
    );
  };
  const texts = async () =>
    (
      await test.columnar.query<{ text: string; day: string }>(
        sql`SELECT text, day FROM messages FINAL ORDER BY sent_at, position`,
        tag,
      )
    ).map((row) => `${row.day} ${row.text}`);

  it("stores conversations, messages and utterances with what the conversation's row says of them", async () => {
    const counts = await write([
      conversation("a", [hello, greet, help, thanks], {
        attributes: {
          plan: { kind: "text", value: "gold \"x\" 'y'" },
          age: { kind: "number", value: 3.5 },
          vip: { kind: "boolean", value: true },
          since: { kind: "time", value: "2020-01-02T03:04:05.678Z" },
        },
      }),
    ]);
    expect(counts).toEqual({
      stored: 4,
      duplicate: 0,
      updated: 0,
      newConversations: 1,
      changedConversations: 0,
    });
    const { conversations, messages, utterances } = await contents(test.columnar);
    expect(messages).toHaveLength(4);
    expect(utterances).toHaveLength(6);
    expect(conversations[0]).toMatchObject({
      day: "2026-03-05",
      started_at: "2026-03-05 10:00:00.000",
      ended_at: "2026-03-06 00:01:00.000",
      message_count: 4,
      customer_message_count: 2,
      bot_message_count: 1,
      agent_message_count: 1,
      handed_over: true,
      first_customer_text: hello.text,
      attributes_text: { plan: "gold \"x\" 'y'" },
      attributes_number: { age: 3.5 },
      attributes_boolean: { vip: true },
      attributes_time: { since: "2020-01-02 03:04:05.678" },
    });
  });

  it("changes nothing when the same comes again", async () => {
    const all = [conversation("a", [hello, greet]), conversation("b", [help, thanks])];
    await write(all);
    const before = await test.columnar.query(sql`SELECT * FROM messages ORDER BY ALL`, tag);
    const rows = await contents(test.columnar);
    expect(await write(all)).toEqual({
      stored: 0,
      duplicate: 4,
      updated: 0,
      newConversations: 0,
      changedConversations: 0,
    });
    expect(await contents(test.columnar)).toEqual(rows);
    expect(await test.columnar.query(sql`SELECT * FROM messages ORDER BY ALL`, tag)).toEqual(before);
  });

  it("adds only what is new of a conversation that grew", async () => {
    await write([conversation("a", [hello, greet])]);
    const counts = await write([conversation("a", [hello, greet, help, thanks])]);
    expect(counts).toEqual({
      stored: 2,
      duplicate: 2,
      updated: 0,
      newConversations: 0,
      changedConversations: 1,
    });
    const grown = await contents(test.columnar);
    await clear();
    await write([conversation("a", [hello, greet, help, thanks])]);
    expect(grown).toEqual(await contents(test.columnar));
  });

  it("brings parts together, whatever arrives first, and forgets nothing", async () => {
    await write([
      conversation("a", [help, thanks], { language: "en", outcome: "resolved", outcomeOrigin: "source" }),
    ]);
    await write([conversation("a", [hello, greet])]);
    const { conversations } = await contents(test.columnar);
    expect(conversations).toHaveLength(1);
    expect(conversations[0]).toMatchObject({
      message_count: 4,
      first_customer_text: hello.text,
      handed_over: true,
      language: "en",
      outcome: "resolved",
      started_at: "2026-03-05 10:00:00.000",
      ended_at: "2026-03-06 00:01:00.000",
    });
    expect(await texts()).toHaveLength(4);
  });

  it("numbers single messages of one time in the order in which they arrive", async () => {
    const same = { at: hello.at, role: "customer" } as const;
    for (const id of ["x", "y", "z"]) await write([conversation("a", [{ ...same, id, text: `${id}.` }])]);
    expect(await texts()).toEqual(["2026-03-05 x.", "2026-03-05 y.", "2026-03-05 z."]);
  });

  it("joins parts and repeated ids within one batch", async () => {
    const counts = await write([
      conversation("a", [hello, hello, greet]),
      conversation("a", [{ ...greet, text: "hi." }, help]),
    ]);
    expect(counts).toEqual({
      stored: 3,
      duplicate: 1,
      updated: 1,
      newConversations: 1,
      changedConversations: 0,
    });
    expect(await texts()).toEqual([`2026-03-05 ${hello.text}`, "2026-03-05 hi.", `2026-03-05 ${help.text}`]);
  });

  it("puts an edited message in the place of the old one, with its utterances", async () => {
    await write([conversation("a", [hello, greet])]);
    const counts = await write([conversation("a", [{ ...hello, text: "hello there." }, greet])]);
    expect(counts).toMatchObject({ stored: 0, duplicate: 1, updated: 1 });
    const { utterances, conversations } = await contents(test.columnar);
    expect(utterances.map((row) => row["normalised"]).sort()).toEqual(["hello there.", "welcome."]);
    expect(conversations[0]).toMatchObject({ first_customer_text: "hello there.", message_count: 2 });
  });

  it("moves a conversation that turns out to have begun in an earlier month", async () => {
    await write([conversation("a", [hello, greet]), conversation("b", [help])]);
    await write([conversation("a", [early])]);
    const { conversations, utterances } = await contents(test.columnar);
    expect(conversations.map((row) => row["day"]).sort()).toEqual(["2026-02-28", "2026-03-05"]);
    expect(await texts()).toEqual([
      `2026-02-28 ${early.text}`,
      `2026-02-28 ${hello.text}`,
      `2026-02-28 ${greet.text}`,
      `2026-03-05 ${help.text}`,
    ]);
    expect(utterances.filter((row) => row["day"] === "2026-02-28")).toHaveLength(4);
  });

  it("moves a conversation whose first message is corrected to a later day", async () => {
    await write([conversation("a", [early, hello])]);
    await write([conversation("a", [{ ...early, at: "2026-03-05T09:00:00.000Z" }, hello])]);
    expect(await texts()).toEqual([`2026-03-05 ${early.text}`, `2026-03-05 ${hello.text}`]);
    expect((await contents(test.columnar)).conversations).toHaveLength(1);
  });

  it("writes a changed channel into every row of the conversation", async () => {
    await write([conversation("a", [hello, greet])]);
    await write([conversation("a", [hello], { channel: "voice" })]);
    const { conversations, messages, utterances } = await contents(test.columnar);
    const channels = [...conversations, ...messages, ...utterances].map((row) => row["channel"]);
    expect(new Set(channels)).toEqual(new Set(["voice"]));
    expect(messages).toHaveLength(2);
  });

  it("keeps labels of what did not change", async () => {
    await write([conversation("a", [hello, greet])]);
    await test.columnar.exec(
      sql`INSERT INTO utterances SELECT * REPLACE (7 AS topic_id, version + 1 AS version) FROM utterances FINAL`,
      tag,
    );
    await write([conversation("a", [early, { ...greet, text: "good day." }])]);
    const { utterances } = await contents(test.columnar);
    const topics = Object.fromEntries(utterances.map((row) => [row["normalised"], row["topic_id"]]));
    expect(topics).toEqual({ "hello.": 7, "my card was stolen.": 7, "good day.": 0, "anyone there?": 0 });
  });

  it("takes texts of any characters", async () => {
    const text = 'a \ud800 lone surrogate, \u0000 zero, \u2028 line, 👩‍👩‍👧, "quotes" \\ and\nlines.';
    await write([conversation("a", [{ ...hello, text }])]);
    expect((await contents(test.columnar)).messages[0]?.["text"]).toBe(text.toWellFormed());
  });

  it("does not mix workspaces", async () => {
    await write([conversation("a", [hello])]);
    await writeConversations(test.columnar, { workspace: "other", importId: "i", version: 5 }, [
      conversation("a", [hello]),
    ]);
    expect(await texts()).toHaveLength(2);
    await deleteWorkspaceData(test.columnar, "other");
    expect(await texts()).toHaveLength(1);
  });

  const first = [conversation("a", [hello, greet]), conversation("b", [help])];
  const second = [
    conversation("a", [early, { ...hello, text: "good day. my card is gone. help." }, help], {
      channel: "mobile",
    }),
    conversation("b", [help, thanks]),
    conversation("c", [greet]),
  ];

  /** A store that dies before its n-th write, having done the earlier ones. */
  function dyingAt(columnar: Columnar, fatalWrite: number): Columnar {
    let writes = 0;
    const count = () => {
      writes += 1;
      if (writes === fatalWrite) throw new Error("killed");
    };
    return {
      ...columnar,
      exec: async (...args) => {
        count();
        await columnar.exec(...args);
      },
      insert: async (...args) => {
        count();
        await columnar.insert(...args);
      },
    };
  }

  it("ends as if never killed, wherever between its writes it is killed", async () => {
    await write(first);
    await write(second);
    const whole = await contents(test.columnar);
    let fatalWrite = 0;
    for (let wasKilled = true; wasKilled; ) {
      fatalWrite += 1;
      await clear();
      await write(first);
      const dying = dyingAt(test.columnar, fatalWrite);
      const batch = encodeBatch(second, { workspace: "w", importId: "killed", version: version + 1 });
      wasKilled = await writeBatch(dying, batch).then(
        () => false,
        () => true,
      );
      version += 2;
      await write(second, { recheck: true });
      expect(await contents(test.columnar), `killed at write ${fatalWrite}`).toEqual(whole);
    }
    expect(fatalWrite).toBeGreaterThan(8);
  });
});
