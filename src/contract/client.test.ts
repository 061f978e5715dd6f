import { describe, expect, test } from "vitest";
import { ApiProblem, createClient } from "./client.ts";

type Call = { readonly url: string; readonly init: RequestInit };

function clientThatAnswers(status: number, body: unknown, headers: Record<string, string> = {}) {
  const calls: Call[] = [];
  const client = createClient({
    baseUrl: "http://localhost:1",
    fetch: async (input, init) => {
      calls.push({ url: String(input), init: init ?? {} });
      return Response.json(body, { status, headers });
    },
  });
  return { client, calls };
}

describe("client", () => {
  test("fills parameters into the path and escapes them", async () => {
    const { client, calls } = clientThatAnswers(200, {});
    await client.call("getConversation", { params: { id: "a/b c" } });
    expect(calls[0]?.url).toBe("http://localhost:1/v1/conversations/a%2Fb%20c");
  });

  test("sends a body as JSON", async () => {
    const { client, calls } = clientThatAnswers(200, {});
    await client.call("postQuery", { body: { measures: ["conversations"] } });
    expect(calls[0]?.init.body).toBe('{"measures":["conversations"]}');
    expect(calls[0]?.init.headers).toMatchObject({ "content-type": "application/json" });
  });

  test("sends the bytes of a raw body untouched", async () => {
    const { client, calls } = clientThatAnswers(200, {});
    const body = new Uint8Array([1, 2, 3]);
    await client.call("previewImport", { query: { name: "chat.csv" }, body });
    expect(calls[0]?.url).toBe("http://localhost:1/v1/imports/preview?name=chat.csv");
    expect(calls[0]?.init.body).toBe(body);
    expect(calls[0]?.init.headers).toMatchObject({ "content-type": "application/octet-stream" });
  });

  test("gives the address of a download, leaving out what is not set", () => {
    const { client } = clientThatAnswers(200, {});
    const url = client.url("getExport", {
      params: { kind: "topics" },
      query: { format: "csv", filter: undefined },
    });
    expect(url).toBe("http://localhost:1/v1/export/topics?format=csv");
  });

  test("rejects with the server's problem and its time to wait", async () => {
    const problem = {
      type: "t",
      title: "Too much",
      status: 429,
      code: "TOO_MANY_REQUESTS",
      detail: "d",
      requestId: "r",
    };
    const { client } = clientThatAnswers(429, problem, { "retry-after": "7" });
    const failure = await client.call("getWorkspace").catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiProblem);
    expect(failure).toMatchObject({ problem, retryAfterSeconds: 7 });
  });

  test("makes a problem of an answer that is not one", async () => {
    const { client } = clientThatAnswers(502, "bad gateway");
    await expect(client.call("getJobs")).rejects.toMatchObject({ problem: { status: 502 } });
  });
});
