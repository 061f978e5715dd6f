import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiStores, conversationKey, openApiStores } from "../../test/support/api.ts";
import { type ApiCaller, createApiCaller } from "../../test/support/call-api.ts";
import { problemSchema } from "../contract/problem.ts";
import { type RouteName, routes } from "../contract/routes.ts";

let stores: ApiStores;
let app: FastifyInstance;
let called: ApiCaller["called"];
let send: ApiCaller["send"];
let call: ApiCaller["call"];
let refuse: ApiCaller["refuse"];
let download: ApiCaller["download"];

beforeAll(async () => {
  stores = await openApiStores();
  app = await stores.open();
  ({ called, send, call, refuse, download } = createApiCaller(app));
});
afterAll(() => stores.close());

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

  test("every route was called here, or in the tests of reads, topics and access", () => {
    const left = (Object.keys(routes) as RouteName[]).filter((name) => !called.has(name));
    expect(left).toEqual([
      ...["postSetup", "getApiKeys", "postApiKey", "deleteApiKey"],
      ...["getAccounts", "postAccount", "patchAccount", "deleteAccount", "postAccountLink"],
      ...["leave", "findJoin", "join"],
      ...[
        "getWorkspace",
        "patchWorkspace",
        "getRedaction",
        "patchRedaction",
        "getQueryModel",
        "searchConversations",
        "getConversation",
      ],
      ...[
        "getTopics",
        "searchTopics",
        "getTopic",
        "getTopicTree",
        "getTopicMap",
        "getTextsNear",
        "postDiscovery",
      ],
      ...["getTopicModels", "postTopicModel", "getTopicModel", "getModelQuotes", "deleteTopicModel"],
      ...["getLenses", "postLens", "patchLens", "deleteLens", "measureLens", "patchTopic"],
      ...["mergeTopics", "moveTopics", "splitTopic", "keepTopicsApart", "assignUtterances", "getCuration"],
      ...["undoCuration", "redoCuration", "getLineage", "getUnassigned", "getProposals", "acceptProposal"],
      "dismissProposal",
    ]);
  });
});
