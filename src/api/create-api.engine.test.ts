import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiStores, CONVERSATIONS, conversationKey, openApiStores } from "../../test/support/api.ts";
import { buildPath, type ClientInput, type ClientOutput } from "../contract/client.ts";
import { type Endpoint, isStream } from "../contract/endpoint.ts";
import { problemSchema } from "../contract/problem.ts";
import { type RouteName, routes } from "../contract/routes.ts";

let stores: ApiStores;
let app: FastifyInstance;
const called = new Set<RouteName>();

beforeAll(async () => {
  stores = await openApiStores();
  app = await stores.open();
});
afterAll(() => stores.close());

type Input = { readonly query?: object; readonly params?: object; readonly body?: unknown };

async function send(name: RouteName, input: Input = {}, headers: Record<string, string> = {}) {
  const route: Endpoint = routes[name];
  const isJson = input.body !== undefined && !route.rawBody;
  return app.inject({
    method: route.method,
    url: buildPath(route, input as never),
    headers: {
      host: "localhost:7080",
      ...(isJson ? { "content-type": "application/json" } : {}),
      ...headers,
    },
    ...(input.body === undefined
      ? {}
      : { payload: isJson ? JSON.stringify(input.body) : (input.body as string) }),
  });
}

/** Calls a route and holds the answer to its contract, word for word. */
async function call<Name extends RouteName>(
  name: Name,
  input: ClientInput<Name>,
  headers: Record<string, string> = {},
): Promise<ClientOutput<Name>> {
  const route: Endpoint = routes[name];
  const response = await send(name, input as Input, headers);
  expect(response.json(), response.body).not.toHaveProperty("code");
  expect(response.statusCode).toBe(route.status);
  called.add(name);
  if (isStream(route.output)) throw new Error("streams are sent, not called");
  const answer: unknown = response.json();
  const parsed = route.output.parse(answer);
  expect(parsed).toEqual(answer);
  return parsed as ClientOutput<Name>;
}

async function refuse(name: RouteName, input: Input = {}, headers: Record<string, string> = {}) {
  const response = await send(name, input, headers);
  expect(response.headers["content-type"]).toContain("application/problem+json");
  return { ...problemSchema.parse(response.json()), headers: response.headers };
}

async function download(name: RouteName, input: Input): Promise<string> {
  const response = await send(name, input);
  expect(response.statusCode, response.body).toBe(200);
  called.add(name);
  return response.body;
}

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
    await call("patchWorkspace", { body: { smallestGroup: 11 } });
    const answer = await call("postQuery", { body: { measures: ["conversations"], dimensions: ["topic"] } });
    expect([answer.rows.length, answer.withheld]).toEqual([1, 2]);
    await call("patchWorkspace", { body: { smallestGroup: 1 } });
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

describe("topics", () => {
  test("come with size, change, sentiment and quotes", async () => {
    const list = await call("searchTopics", { body: { time: "2026-03-05/2026-03-09", quotes: 2 } });
    const [refund] = list.topics;
    expect(refund).toMatchObject({ name: "Refund", conversations: 10, utterances: 10 });
    expect(refund?.previous).toMatchObject({ conversations: 10, change: 0, isNoise: true });
    expect(refund?.sentiment.value).toBeCloseTo(-0.6);
    expect(refund?.sparkline).toHaveLength(list.buckets.length);
    expect(refund?.sparkline.reduce((sum, count) => sum + count, 0)).toBe(10);
    expect(refund?.quotes).toHaveLength(2);
    expect(refund?.quotes[0]?.text).toContain("refund");
    expect(list.unassigned).toMatchObject({
      utterances: 5,
      reasons: [{ reason: "no-topic", utterances: 5 }],
    });
  });

  test("can be renamed and take their found name back", async () => {
    await call("patchTopic", { params: { id: 1 }, body: { name: "Money back" } });
    expect(await call("getTopic", { params: { id: 1 } })).toMatchObject({
      name: "Money back",
      foundName: "Refund",
    });
    await call("patchTopic", { params: { id: 1 }, body: { name: null } });
    expect((await call("getTopics", {})).topics.map((topic) => topic.name)).toEqual(["Refund", "Delivery"]);
    expect(await refuse("getTopic", { params: { id: 99 } })).toMatchObject({ status: 404 });
  });
});

describe("taking data in", () => {
  const octets = { "content-type": "application/octet-stream" };

  test("streams a file to the importer, under the id that the caller chose", async () => {
    const id = conversationKey(500);
    const started = await call(
      "startImport",
      { query: { name: "a.csv", id }, body: "x".repeat(2_000_000) },
      octets,
    );
    expect(started).toMatchObject({ id, name: "a.csv", state: "done", bytesRead: 2_000_000 });
    expect(await call("getImport", { params: { id } })).toEqual(started);
    expect((await call("getImports", {})).imports).toHaveLength(1);
    expect(await call("getImportRejects", { params: { id } })).toMatchObject({ total: 0, next: null });
    expect((await call("cancelImport", { params: { id } })).state).toBe("done");
  });

  test("looks at a head and lists formats and sources", async () => {
    const preview = await call("previewImport", { query: { name: "a.csv" }, body: "abc" }, octets);
    expect(preview.formatReason).toBe("3 bytes");
    expect((await call("getFormats", {})).formats).toHaveLength(1);
    const { sources } = await call("getSources", {});
    expect(sources.map((source) => [source.name, source.conversations])).toEqual([
      ["alpha", 20],
      ["beta", 20],
    ]);
  });

  test("answers a repeated key with the first answer", async () => {
    const headers = { "content-type": "application/x-ndjson", "idempotency-key": "k1" };
    const first = await call("postConversations", { body: "{}\n{}\n" }, headers);
    expect(first.read).toBe(2);
    expect(await call("postConversations", { body: "{}\n{}\n{}\n" }, headers)).toEqual(first);
    const json = { "content-type": "application/json" };
    expect((await call("postMessages", { body: "{}" }, json)).read).toBe(1);
  });

  test("asks to wait when too much work is waiting", async () => {
    const importer = { ...stores.services.importer, retryAfterSeconds: () => 7 };
    const busy = await stores.open({ importer });
    const response = await busy.inject({
      method: "POST",
      url: "/v1/conversations",
      headers: { host: "localhost", "content-type": "application/x-ndjson" },
      payload: "{}",
    });
    expect([response.statusCode, response.headers["retry-after"]]).toEqual([429, "7"]);
  });

  test("refuses packed bodies and mappings that are no JSON", async () => {
    const packed = await refuse(
      "postMessages",
      { body: "x" },
      { "content-type": "application/json", "content-encoding": "gzip" },
    );
    expect(packed.code).toBe("REQUEST_INVALID");
    const mapping = await refuse("startImport", { query: { name: "a", mapping: "{" }, body: "x" }, octets);
    expect(mapping.code).toBe("MAPPING_INVALID");
  });
});

describe("audiences and jobs", () => {
  test("an audience is saved, used in a filter, changed and deleted", async () => {
    const filter = { op: "in", field: "attribute.plan", values: ["pro"] } as const;
    const { id } = await call("postAudience", {
      body: { name: "Pro", filter: { ...filter, values: ["pro"] } },
    });
    const count = async () =>
      (await call("postQuery", { body: { measures: ["conversations"], filter: { op: "audience", id } } }))
        .total.measures["conversations"]?.value;
    expect(await count()).toBe(20);
    await call("patchAudience", {
      params: { id },
      body: { filter: { op: "in", field: "source", values: ["none"] } },
    });
    expect(await count()).toBe(0);
    expect((await call("getAudiences", {})).audiences).toMatchObject([
      { name: "Pro", filterWords: "source is none" },
    ]);
    expect(await refuse("postAudience", { body: { name: "Pro", filter } })).toMatchObject({ status: 409 });
    expect(
      await refuse("postAudience", { body: { name: "X", filter: { op: "audience", id } } }),
    ).toMatchObject({ status: 400 });
    await call("deleteAudience", { params: { id } });
    expect(
      await refuse("postQuery", { body: { measures: ["conversations"], filter: { op: "audience", id } } }),
    ).toMatchObject({ status: 400 });
  });

  test("jobs are listed and an unknown one cannot be cancelled", async () => {
    await stores.services.records.db
      .insertInto("job_progress")
      .values({ id: "j1", kind: "find-topics", workspace: "main", state: "running" })
      .execute();
    expect((await call("getJobs", {})).jobs).toMatchObject([{ id: "j1", label: "Find topics" }]);
    await call("cancelJob", { params: { id: "j1" } });
    expect(await refuse("cancelJob", { params: { id: "j2" } })).toMatchObject({ status: 404 });
  });
});

describe("exports", () => {
  test.each(["conversations", "messages", "utterances", "topics"])(
    "%s stream as JSON Lines and CSV",
    async (kind) => {
      const expected = { conversations: 20, messages: 60, utterances: 60, topics: 2 }[kind] ?? 0;
      const filter = JSON.stringify({ op: "in", field: "source", values: ["alpha"] });
      const lines = (await download("getExport", { params: { kind }, query: { filter } })).trim().split("\n");
      expect(lines).toHaveLength(expected);
      for (const line of lines) expect(JSON.parse(line)).toBeTypeOf("object");
      const csv = await download("getExport", { params: { kind }, query: { filter, format: "csv" } });
      expect(csv.trim().split("\r\n")).toHaveLength(expected + 1);
    },
  );

  test("Parquet comes as a file", async () => {
    const response = await send("getExport", {
      params: { kind: "conversations" },
      query: { format: "parquet" },
    });
    expect(response.headers["content-disposition"]).toBe('attachment; filename="conversations.parquet"');
    expect(response.rawPayload.subarray(0, 4).toString()).toBe("PAR1");
  });

  test("refuse a filter that is no JSON", async () => {
    const problem = await refuse("getExport", { params: { kind: "topics" }, query: { filter: "{" } });
    expect(problem.errors?.[0]?.path).toBe("query.filter");
  });
});

describe("the server itself", () => {
  test("says that it lives, is ready, who asks, and describes itself", async () => {
    expect(await call("getHealth", {})).toEqual({ status: "ok", version: "1.2.3" });
    await call("getReady", {});
    expect(await call("getSession", {})).toEqual({
      mode: "local",
      needsSetup: false,
      user: null,
      access: "admin",
    });
    const description = await call("getOpenApi", {});
    expect(Object.keys(description["paths"] as object)).toContain("/v1/conversations/{id}");
    const metrics = await download("getMetrics", {});
    expect(metrics).toContain('parlance_http_request_seconds_count{method="POST",route="/v1/query"');
    expect(metrics).toContain("parlance_statement_seconds");
  });

  test("gives every answer a request id and keeps texts, filters and addresses out of the log", async () => {
    await send("searchConversations", { body: { search: { text: "secret-marker", mode: "exact" } } });
    await send("getExport", { params: { kind: "topics" }, query: { filter: '{"op":"secret-marker"}' } });
    const response = await send("getHealth", {}, { "x-request-id": "trace-12345" });
    expect(response.headers["x-request-id"]).toBe("trace-12345");
    expect(stores.logLines.join("")).toContain('"requestId":"trace-12345"');
    expect(stores.logLines.join("")).not.toContain("secret-marker");
  });

  test("hides the cause of a fault and logs its kind and place under the request id", async () => {
    const embedQuery = async (): Promise<never> => {
      throw new RangeError("boom-cause");
    };
    const broken = await stores.open({ embedQuery });
    const response = await broken.inject({
      method: "POST",
      url: "/v1/conversations/search",
      headers: { host: "localhost" },
      payload: { search: { text: "x", mode: "semantic" } },
    });
    expect(response.json()).toMatchObject({ status: 500, code: "INTERNAL" });
    expect(response.body).not.toContain("boom-cause");
    const logged = stores.logLines.find((line) => line.includes(response.json().requestId));
    expect(logged).toContain("RangeError");
    expect(stores.logLines.join("")).not.toContain("boom-cause");
  });

  test("answers unknown addresses, wrong content types and large bodies with problems", async () => {
    const unknown = await app.inject({ url: "/v1/nothing", headers: { host: "localhost" } });
    expect(problemSchema.parse(unknown.json()).code).toBe("NOT_FOUND");
    const headers = { host: "localhost", "content-type": "text/xml" };
    const xml = await app.inject({ method: "POST", url: "/v1/query", headers, payload: "<a/>" });
    expect(problemSchema.parse(xml.json()).status).toBe(400);
    const large = await send("postQuery", { body: { measures: ["x".repeat(2_000_000)] } });
    expect(large.statusCode).toBe(413);
  });

  test("packs long answers when asked", async () => {
    const response = await send("getOpenApi", {}, { "accept-encoding": "gzip" });
    expect(response.headers["content-encoding"]).toBe("gzip");
  });

  test("every route but those of accounts was called and held to its contract", () => {
    const left = (Object.keys(routes) as RouteName[]).filter((name) => !called.has(name));
    expect(left).toEqual(["postSetup", "getApiKeys", "postApiKey", "deleteApiKey"]);
  });
});
