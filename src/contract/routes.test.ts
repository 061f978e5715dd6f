import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Endpoint, isStream } from "./endpoint.ts";
import { routes } from "./routes.ts";

const all: [string, Endpoint][] = Object.entries(routes);

describe("routes", () => {
  test("have each a method and path of their own", () => {
    const places = all.map(([, route]) => `${route.method} ${route.path}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test.each(all)("%s can be described as JSON Schema", (_, route) => {
    const { params, query, body } = route.input;
    for (const schema of [params, query, ...(route.rawBody || body.def.type === "undefined" ? [] : [body])]) {
      expect(z.toJSONSchema(schema, { io: "input" })).toHaveProperty("$schema");
    }
    if (!isStream(route.output)) expect(z.toJSONSchema(route.output)).toHaveProperty("$schema");
  });

  test.each(all)("%s takes exactly the parameters that its path names", (_, route) => {
    const named = [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const params = z.toJSONSchema(route.input.params, { io: "input" }).properties ?? {};
    expect(Object.keys(params)).toEqual(named);
  });

  test("are public only where a stranger may see the answer", () => {
    const open = all.filter(([, route]) => route.access === "public").map(([name]) => name);
    expect(open).toEqual(["getHealth", "getReady", "getSession", "postSetup", "findJoin", "join"]);
  });

  test("that change something ask for more than reading", () => {
    const reads = new Set(["postQuery", "searchConversations", "searchTopics", "measureLens"]);
    const onesOwn = new Set(["leave"]);
    const changing = all.filter(
      ([name, route]) => route.method !== "GET" && !reads.has(name) && !onesOwn.has(name),
    );
    expect(changing.filter(([, route]) => route.access === "read")).toEqual([]);
  });
});

test("the contract and the filter run in a browser: they import nothing of Node", () => {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  for (const file of files) expect(readFileSync(new URL(file, folder), "utf8")).not.toContain('"node:');
});
