import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiStores, CONVERSATIONS, conversationKey, openApiStores } from "../../test/support/api.ts";
import { type ApiCaller, createApiCaller } from "../../test/support/call-api.ts";
import type { ClientOutput } from "../contract/client.ts";

let stores: ApiStores;
let call: ApiCaller["call"];
let refuse: ApiCaller["refuse"];

beforeAll(async () => {
  stores = await openApiStores();
  ({ call, refuse } = createApiCaller(await stores.open()));
});
afterAll(() => stores.close());

describe("the workspace", () => {
  test("says what it holds", async () => {
    const workspace = await call("getWorkspace", {});
    expect(workspace.counts).toEqual({ conversations: CONVERSATIONS, messages: 120, utterances: 120 });
    expect([workspace.firstDay, workspace.lastDay]).toEqual(["2026-03-01", "2026-03-08"]);
    expect(workspace.attributes.map((attribute) => [attribute.name, attribute.kind])).toEqual([
      ["plan", "text"],
      ["renewal", "time"],
      ["seats", "number"],
      ["trial", "boolean"],
    ]);
    expect(workspace.encoder).toBe("test");
  });

  test("takes a new zone, in which days are then cut", async () => {
    await call("patchWorkspace", { body: { timeZone: "Pacific/Auckland", weekStart: 7 } });
    const workspace = await call("getWorkspace", {});
    expect([workspace.firstDay, workspace.weekStart]).toEqual(["2026-03-02", 7]);
    await call("patchWorkspace", { body: { timeZone: "UTC", weekStart: 1 } });
  });

  test("refuses a zone that is none", async () => {
    const problem = await refuse("patchWorkspace", { body: { timeZone: "Mars/Olympus" } });
    expect(problem).toMatchObject({
      status: 400,
      code: "REQUEST_INVALID",
      errors: [{ path: "body.timeZone" }],
    });
  });
});

describe("questions", () => {
  test("list what can be asked", async () => {
    const model = await call("getQueryModel", {});
    expect(model.dimensions.map((dimension) => dimension.id)).toContain("attribute.plan");
    expect(model.measures.map((measure) => measure.id)).toContain("resolved_rate");
  });

  test("count by day and channel with a filter, compared with the stretch before", async () => {
    const answer = await call("postQuery", {
      body: {
        measures: ["conversations", "messages", "resolved_rate"],
        dimensions: ["time", "channel"],
        filter: { op: "in", field: "source", values: ["alpha"] },
        time: "2026-03-05/2026-03-09",
        grain: "day",
        compare: "previous",
      },
    });
    expect(answer.buckets).toEqual(["2026-03-05", "2026-03-06", "2026-03-07", "2026-03-08"]);
    expect(answer.total.measures["conversations"]?.value).toBe(10);
    expect(answer.total.measures["messages"]?.value).toBe(30);
    expect(answer.total.previous?.["conversations"]?.value).toBe(10);
    const sum = answer.rows.reduce((total, row) => total + (row.measures["conversations"]?.value ?? 0), 0);
    expect(sum).toBe(10);
    expect(answer.total.measures["resolved_rate"]).toMatchObject({ value: 1 });
    expect(answer.filterWords).toBe("source is alpha");
  });

  test("mark the day that is still running", async () => {
    const { partial } = await call("postQuery", {
      body: { measures: ["conversations"], dimensions: ["time"], time: "last 7 days" },
    });
    expect(partial).toEqual({ bucket: "2026-03-09", until: "2026-03-09T10:00:00.000Z" });
  });

  test("name topics, and count a conversation once under each", async () => {
    const { columns, rows } = await call("postQuery", {
      body: { measures: ["conversations"], dimensions: ["topic"] },
    });
    expect(columns[0]?.labels).toEqual({ "0": "No topic", "1": "Refund", "2": "Delivery" });
    expect(columns[0]?.overlapping).toBe(true);
    expect(rows.map((row) => [row.dimensions["topic"], row.measures["conversations"]?.value])).toEqual([
      [1, 20],
      [0, 10],
      [2, 10],
    ]);
  });

  test.each([
    ["has at least one", { op: "in", field: "topic", values: [1] }, 20],
    ["none", { op: "not", filter: { op: "in", field: "topic", values: [1] } }, 20],
    [
      "the same utterance",
      {
        op: "same",
        filters: [
          { op: "in", field: "topic", values: [1] },
          { op: "in", field: "role", values: ["customer"] },
        ],
      },
      20,
    ],
    [
      "never the same utterance",
      {
        op: "same",
        filters: [
          { op: "in", field: "topic", values: [1] },
          { op: "in", field: "role", values: ["agent"] },
        ],
      },
      0,
    ],
    [
      "different utterances",
      {
        op: "and",
        filters: [
          { op: "in", field: "topic", values: [1] },
          { op: "in", field: "role", values: ["agent"] },
        ],
      },
      20,
    ],
    ["words", { op: "contains", field: "text", text: "PARCEL 1" }, 6],
    ["an attribute's text", { op: "in", field: "attribute.plan", values: ["pro"] }, 20],
    ["an attribute's range", { op: "range", field: "attribute.seats", from: 10, to: 20 }, 10],
    ["an attribute's time", { op: "range", field: "attribute.renewal", to: "2026-03-02T00:00:00Z" }, 5],
    ["an attribute that is not there", { op: "exists", field: "attribute.region" }, 0],
  ])("understand a filter on %s", async (_, filter, expected) => {
    const { total } = await call("postQuery", {
      body: { measures: ["conversations"], filter: filter as never },
    });
    expect(total.measures["conversations"]?.value).toBe(expected);
  });

  test("withhold groups below the workspace's smallest", async () => {
    const ask = async (measure: string) => {
      const body = { measures: [measure], dimensions: ["outcome"] };
      const { rows, withheld } = await call("postQuery", { body });
      return [rows.map((row) => row.dimensions["outcome"]).sort(), withheld];
    };
    expect((await call("getWorkspace", {})).smallestGroup).toBe(3);
    expect(await ask("conversations")).toEqual([["escalated", "resolved"], 1]);
    expect(await ask("messages")).toEqual([["escalated", "resolved"], 1]);
    await call("patchWorkspace", { body: { smallestGroup: 1 } });
    expect(await ask("conversations")).toEqual([["escalated", "resolved", "unknown"], 0]);
    await call("patchWorkspace", { body: { smallestGroup: 3 } });
  });

  test("are refused with what is wrong", async () => {
    const problem = await refuse("postQuery", { body: { measures: ["revenue"] } });
    expect(problem.title).toContain("revenue");
    expect(await refuse("postQuery", { body: {} })).toMatchObject({ errors: [{ path: "body.measures" }] });
  });
});

describe("conversations", () => {
  test("are listed newest first, page by page, each once", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const body = { limit: 7, ...(cursor === null ? {} : { cursor }) };
      const page: ClientOutput<"searchConversations"> = await call("searchConversations", { body });
      expect([page.total, page.outOf]).toEqual([CONVERSATIONS, CONVERSATIONS]);
      seen.push(...page.rows.map((row) => row.startedAt + row.id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(CONVERSATIONS);
    const days = seen.map((key) => key.slice(0, 10));
    expect(days).toEqual([...days].sort().reverse());
  });

  test.each(["messages", "duration", "sentiment", "started"] as const)("sort by %s both ways", async (by) => {
    const ids = async (direction: "asc" | "desc") =>
      (await call("searchConversations", { body: { sort: { by, direction }, limit: 500 } })).rows.map(
        (row) => row.id,
      );
    expect(await ids("asc")).toEqual((await ids("desc")).reverse());
  });

  test("leap to any place", async () => {
    const all = await call("searchConversations", { body: { limit: 40 } });
    const some = await call("searchConversations", { body: { limit: 5, offset: 20 } });
    expect(some.rows.map((row) => row.id)).toEqual(all.rows.slice(20, 25).map((row) => row.id));
  });

  test("are found by their words, with the words around them", async () => {
    const { rows, total } = await call("searchConversations", {
      body: { search: { text: "parcel 17", mode: "exact" } },
    });
    expect(total).toBe(1);
    const match = rows[0]?.match;
    expect(match?.excerpt.slice(match.start ?? 0, match.end ?? 0)).toBe("parcel 17");
  });

  test("are found by their meaning, the nearest first", async () => {
    const { rows, total } = await call("searchConversations", {
      body: { search: { text: "money back", mode: "semantic" }, limit: 5 },
    });
    expect(total).toBe(20);
    expect(rows).toHaveLength(5);
    for (const row of rows) expect(row.match).toMatchObject({ excerpt: expect.stringContaining("refund") });
  });

  test("refuse a cursor of another list", async () => {
    const page = await call("searchConversations", { body: { limit: 5 } });
    const body = { limit: 5, cursor: page.nextCursor, sort: { by: "messages" } };
    expect(await refuse("searchConversations", { body })).toMatchObject({ code: "REQUEST_INVALID" });
    expect(await refuse("searchConversations", { body: { cursor: "x" } })).toMatchObject({ status: 400 });
  });

  test("open as a thread with redactions and labels", async () => {
    const thread = await call("getConversation", { params: { id: conversationKey(0) } });
    expect(thread.messages.map((message) => message.role)).toEqual(["bot", "customer", "agent"]);
    const message = thread.messages[1];
    const redaction = message?.redactions[0];
    expect(message?.text.slice(redaction?.start, redaction?.end)).toBe("[EMAIL]");
    expect(message?.utterances[0]?.topic).toMatchObject({ id: 1, name: "Refund" });
    expect(thread.attributes["renewal"]).toEqual({ kind: "time", value: "2026-03-01T00:00:00.000Z" });
  });

  test.each([conversationKey(999), "not-an-id", "' OR 1=1"])("are not found as %s", async (id) => {
    expect(await refuse("getConversation", { params: { id } })).toMatchObject({
      status: 404,
      code: "NOT_FOUND",
    });
  });
});
