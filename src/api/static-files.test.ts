import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveWorkbench } from "./static-files.ts";

let app: FastifyInstance;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parlance-web-"));
  const webDir = join(folder, "dist");
  await mkdir(join(webDir, "assets"), { recursive: true });
  await writeFile(join(webDir, "index.html"), "<title>page</title>");
  await writeFile(join(webDir, "assets", "app-1a2b.js"), "1");
  await writeFile(join(folder, "secret.txt"), "secret");
  app = fastify();
  await serveWorkbench(app, { mode: "local", host: "127.0.0.1", publicUrl: "", version: "1", webDir });
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

describe("the workbench's files", () => {
  test("with a hash in their name are kept, the page is asked for each time", async () => {
    const file = await app.inject("/assets/app-1a2b.js");
    expect([file.body, file.headers["cache-control"]]).toEqual(["1", "public, max-age=31536000, immutable"]);
    const page = await app.inject("/");
    expect([page.body, page.headers["cache-control"]]).toEqual(["<title>page</title>", "no-cache"]);
    expect(page.headers["content-type"]).toContain("text/html");
  });

  test.each(["/topics", "/conversations/1?view=x", "/a/b.c/d"])(
    "any other address is a page: %s",
    async (url) => {
      const response = await app.inject(url);
      expect([response.statusCode, response.body]).toEqual([200, "<title>page</title>"]);
    },
  );

  test.each(["/v1/x", "/api/x", "/v1"])("the API's addresses are never pages: %s", async (url) => {
    expect((await app.inject(url)).statusCode).not.toBe(200);
  });

  test.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/%00.js",
    "/%E0%A4%A",
  ])("nothing outside the folder is given: %s", async (url) => {
    expect((await app.inject(url)).body).not.toContain("secret");
  });

  test("a page cannot be sent to", async () => {
    expect((await app.inject({ method: "POST", url: "/topics" })).statusCode).not.toBe(200);
  });
});
