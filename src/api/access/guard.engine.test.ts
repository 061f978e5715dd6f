import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ApiStores, openApiStores, WORKSPACE } from "../../../test/support/api.ts";
import { type Access, covers, type Endpoint } from "../../contract/endpoint.ts";
import { routes } from "../../contract/routes.ts";
import { createApiKey } from "../../records/api-keys.ts";
import { createWorkspace } from "../../records/workspaces.ts";
import type { ApiSettings } from "../services.ts";

const all: [string, Endpoint][] = Object.entries(routes);
const RIGHTS = ["read", "write", "admin"] as const;
const settings: ApiSettings = {
  mode: "accounts",
  host: "0.0.0.0",
  publicUrl: "",
  version: "1",
  authSecret: "a-test-secret-of-more-than-32-characters",
  setupToken: "one-time-word",
};
const owner = { name: "Ada", email: "ada@example.org", password: "a long enough password" };

type Sent = { readonly headers?: Record<string, string>; readonly body?: object };

let stores: ApiStores;
let app: FastifyInstance;
let local: FastifyInstance;
const keys = new Map<string, string>();

beforeAll(async () => {
  stores = await openApiStores();
  app = await stores.open({ settings });
  local = await stores.open();
  for (const role of RIGHTS) {
    keys.set(role, (await createApiKey(stores.services.records.db, WORKSPACE, { name: role, role })).key);
  }
});
afterAll(() => stores.close());

async function knock(route: Endpoint, headers: Record<string, string>, server = app): Promise<number> {
  const url = route.path.replace(":kind", "topics").replace(":id", "1");
  const payload = route.method === "GET" || route.method === "DELETE" ? {} : { payload: "{}" };
  const type = route.rawBody ? (route.consumes[0] ?? "") : "application/json";
  const response = await server.inject({
    method: route.method,
    url,
    headers: { host: "parlance.test", ...("payload" in payload ? { "content-type": type } : {}), ...headers },
    ...payload,
  });
  return response.statusCode;
}

describe("with accounts", () => {
  test.each(all)("%s is closed to strangers unless it is public", async (_, route) => {
    const status = await knock(route, {});
    if (route.access === "public") expect(status).not.toBe(401);
    else expect(status).toBe(401);
  });

  test.each(all.flatMap(([name, route]) => RIGHTS.map((has) => [name, has, route] as const)))(
    "%s looks at a key with the right to %s",
    async (name, has, route) => {
      const status = await knock(route, { authorization: `Bearer ${keys.get(has)}` });
      if (name === "postSetup") return;
      if (covers(has, route.access as Access)) expect([401, 403]).not.toContain(status);
      else expect(status).toBe(403);
    },
  );

  test.each(["Bearer parlance_nothing", "Bearer x", "Basic YTpi", "Bearer "])(
    "%j opens nothing",
    async (value) => {
      expect(await knock(routes.getWorkspace, { authorization: value })).toBe(401);
    },
  );

  test("a key of another workspace, an expired and a revoked key open nothing", async () => {
    const { db } = stores.services.records;
    const { id } = await createWorkspace(db, { name: "Other" });
    const foreign = await createApiKey(db, id, { name: "x", role: "admin" });
    const old = await createApiKey(db, WORKSPACE, { name: "x", role: "admin", expiresAt: new Date(0) });
    for (const { key } of [foreign, old]) {
      expect(await knock(routes.getWorkspace, { authorization: `Bearer ${key}` })).toBe(401);
    }
  });

  test("a page of another site gets nothing, even with a key", async () => {
    const headers = { authorization: `Bearer ${keys.get("admin")}`, origin: "https://evil.example" };
    expect(await knock(routes.getWorkspace, headers)).toBe(403);
  });

  test("the first account needs the token, is made once, signs in and out", async () => {
    const post = (url: string, payload: object, cookie = "") =>
      app.inject({
        method: "POST",
        url,
        headers: {
          host: "parlance.test",
          origin: "http://parlance.test",
          ...(cookie === "" ? {} : { cookie }),
        },
        payload,
      });
    const session = async (cookie: string) =>
      (await app.inject({ url: "/v1/session", headers: { host: "parlance.test", cookie } })).json();
    expect(await session("")).toMatchObject({ mode: "accounts", needsSetup: true, access: "public" });
    expect((await post("/v1/setup", { ...owner, token: "wrong" })).statusCode).toBe(403);
    expect((await post("/api/auth/sign-up/email", owner)).statusCode).toBeGreaterThanOrEqual(400);
    expect((await post("/v1/setup", { ...owner, token: "one-time-word" })).statusCode).toBe(201);
    expect(
      (await post("/v1/setup", { ...owner, email: "b@example.org", token: "one-time-word" })).statusCode,
    ).toBe(403);

    expect(
      (await post("/api/auth/sign-in/email", { ...owner, password: "not the password" })).statusCode,
    ).toBe(401);
    const signedIn = await post("/api/auth/sign-in/email", { email: owner.email, password: owner.password });
    expect(signedIn.statusCode, signedIn.body).toBe(200);
    const cookie = signedIn.cookies
      .map((entry) => `${entry.name}=${encodeURIComponent(entry.value)}`)
      .join("; ");
    expect(signedIn.cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax" });
    expect(await session(cookie)).toMatchObject({
      needsSetup: false,
      access: "admin",
      user: { email: owner.email },
    });
    expect(await knock(routes.getApiKeys, { cookie })).toBe(200);
    expect(await knock(routes.getApiKeys, { cookie, origin: "https://evil.example" })).toBe(403);
    await post("/api/auth/sign-out", {}, cookie);
    expect(await knock(routes.getApiKeys, { cookie })).toBe(401);
  });

  test("people are added with a link, sign in, change, are shut out, reset and leave", async () => {
    const admin = { authorization: `Bearer ${keys.get("admin")}` };
    const send = (method: "GET" | "POST" | "PATCH" | "DELETE", url: string, given: Sent = {}) =>
      app.inject({
        method,
        url,
        headers: { host: "parlance.test", origin: "http://parlance.test", ...given.headers },
        ...(given.body === undefined ? {} : { payload: given.body }),
      });
    const signIn = (email: string, password: string) =>
      send("POST", "/api/auth/sign-in/email", { body: { email, password } });
    const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) =>
      answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
    const person = { name: "Grace", email: "Grace@Example.org", access: "write" };

    const added = await send("POST", "/v1/accounts", { headers: admin, body: person });
    const { account, link } = routes.postAccount.output.parse(added.json());
    expect(account).toMatchObject({ email: "grace@example.org", access: "write", state: "invited" });
    expect((await send("POST", "/v1/accounts", { headers: admin, body: person })).statusCode).toBe(409);

    const token = link.split("#")[1] ?? "";
    expect((await send("POST", "/v1/join/find", { body: { token } })).json()).toEqual({
      name: "Grace",
      email: "grace@example.org",
    });
    expect((await send("POST", "/v1/join", { body: { token, password: "short" } })).statusCode).toBe(400);
    const password = "a password of her own";
    expect((await send("POST", "/v1/join", { body: { token, password } })).statusCode).toBe(200);
    expect((await send("POST", "/v1/join", { body: { token, password } })).json().code).toBe("LINK_SPENT");

    const cookie = cookieOf(await signIn("grace@example.org", password));
    expect(await knock(routes.postAudience, { cookie })).toBe(400);
    expect(await knock(routes.getAccounts, { cookie })).toBe(403);
    await send("PATCH", `/v1/accounts/${account.id}`, { headers: admin, body: { access: "admin" } });
    const listed = await send("GET", "/v1/accounts", { headers: { cookie } });
    expect(routes.getAccounts.output.parse(listed.json()).accounts).toHaveLength(2);
    expect(listed.body).not.toContain(token);

    const disable = (disabled: boolean) =>
      send("PATCH", `/v1/accounts/${account.id}`, { headers: admin, body: { disabled } });
    expect((await disable(true)).json().state).toBe("disabled");
    expect(await knock(routes.getJobs, { cookie })).toBe(401);
    expect((await signIn("grace@example.org", password)).statusCode).toBe(403);
    expect((await send("POST", `/v1/accounts/${account.id}/link`, { headers: admin })).statusCode).toBe(409);
    expect((await disable(false)).json().state).toBe("active");

    const again = cookieOf(await signIn("grace@example.org", password));
    const own = await send("POST", `/v1/accounts/${account.id}/link`, { headers: { cookie: again } });
    expect(own.statusCode).toBe(409);
    const reset = await send("POST", `/v1/accounts/${account.id}/link`, { headers: admin });
    expect(await knock(routes.getJobs, { cookie: again })).toBe(401);
    expect((await signIn("grace@example.org", password)).statusCode).toBe(401);
    const next = { token: reset.json().link.split("#")[1], password: "another of her own" };
    await send("POST", "/v1/join", { body: next });
    const last = cookieOf(await signIn("grace@example.org", next.password));
    expect((await send("POST", "/v1/leave", { headers: { cookie: last } })).statusCode).toBe(200);
    expect(await knock(routes.getJobs, { cookie: last })).toBe(401);
  });

  test("the last administrator stays", async () => {
    const headers = { host: "parlance.test", authorization: `Bearer ${keys.get("admin")}` };
    const { accounts } = (await app.inject({ url: "/v1/accounts", headers })).json();
    const url = `/v1/accounts/${accounts[0].id}`;
    const change = (payload: object) => app.inject({ method: "PATCH", url, headers, payload });
    expect((await change({ access: "read" })).statusCode).toBe(409);
    expect((await change({ disabled: true })).statusCode).toBe(409);
    expect((await app.inject({ method: "DELETE", url, headers })).statusCode).toBe(409);
    expect((await change({ name: "Ada L." })).json()).toMatchObject({ access: "admin", state: "active" });
  });

  test("the key in the lock file is the owner's", async () => {
    const owned = await stores.open({ settings: { ...settings, ownerKey: "k".repeat(43) } });
    expect(await knock(routes.getApiKeys, { authorization: `Bearer ${"k".repeat(43)}` }, owned)).toBe(200);
    expect(await knock(routes.getApiKeys, { authorization: `Bearer ${"j".repeat(43)}` }, owned)).toBe(401);
  });

  test("API keys are made, listed without themselves, and revoked", async () => {
    const headers = { host: "parlance.test", authorization: `Bearer ${keys.get("admin")}` };
    const made = await app.inject({
      method: "POST",
      url: "/v1/api-keys",
      headers,
      payload: { name: "loader", access: "write" },
    });
    const { id, key } = routes.postApiKey.output.parse(made.json());
    const list = await app.inject({ url: "/v1/api-keys", headers });
    expect(routes.getApiKeys.output.parse(list.json()).apiKeys.map((entry) => entry.id)).toContain(id);
    expect(list.body).not.toContain(key);
    expect(await knock(routes.postConversations, { authorization: `Bearer ${key}` })).toBe(200);
    await app.inject({ method: "DELETE", url: `/v1/api-keys/${id}`, headers });
    expect(await knock(routes.postConversations, { authorization: `Bearer ${key}` })).toBe(401);
  });

  test("a server without a secret for sessions does not start", async () => {
    await expect(stores.open({ settings: { ...settings, authSecret: "short" } })).rejects.toMatchObject({
      code: "CONFIG_INVALID",
    });
  });
});

describe("on this machine alone", () => {
  test.each(all)("%s refuses a foreign host and a foreign page", async (_, route) => {
    expect(await knock(route, { host: "evil.example" }, local)).toBe(403);
    expect(await knock(route, { host: "localhost", origin: "https://evil.example" }, local)).toBe(403);
    expect(await knock(route, { host: "localhost", "sec-fetch-site": "cross-site" }, local)).toBe(403);
  });

  test("answers without a login, but only callers on this machine", async () => {
    expect(await knock(routes.getJobs, { host: "localhost:7080" }, local)).toBe(200);
    const from = (remoteAddress: string) =>
      local.inject({ url: "/v1/jobs", headers: { host: "localhost" }, remoteAddress });
    expect((await from("192.168.1.5")).statusCode).toBe(401);
    expect((await from("::ffff:127.0.0.1")).statusCode).toBe(200);
  });

  test.each(["0.0.0.0", "::", "192.168.1.5"])("does not start on %s", async (host) => {
    const open = stores.open({ settings: { ...stores.services.settings, host } });
    await expect(open).rejects.toMatchObject({ code: "CONFIG_INVALID" });
  });

  test("sends the headers that shut other sites out", async () => {
    const { headers } = await local.inject({ url: "/v1/health", headers: { host: "localhost" } });
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
    expect(headers).toMatchObject({ "x-frame-options": "DENY", "x-content-type-options": "nosniff" });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });
});
