import { describe, expect, test } from "vitest";
import { routes } from "../contract/routes.ts";
import { apiMarkdown } from "./api-markdown.ts";
import { describeApi } from "./openapi.ts";

type Operation = {
  operationId: string;
  parameters: { name: string; in: string; required: boolean }[];
  requestBody?: { content: Record<string, object> };
  responses: Record<string, { content: Record<string, object> }>;
};
const paths = describeApi("1")["paths"] as Record<string, Record<string, Operation>>;

describe("the description of the API", () => {
  test("has every route once, under its name", () => {
    const names = Object.values(paths).flatMap((path) =>
      Object.values(path).map((entry) => entry.operationId),
    );
    expect(names.sort()).toEqual(Object.keys(routes).sort());
  });

  test("says what goes in and comes out", () => {
    const operation = paths["/v1/imports/{id}/rejects"]?.["get"];
    expect(operation?.parameters.map(({ name, in: place }) => [name, place])).toEqual([
      ["id", "path"],
      ["limit", "query"],
      ["after", "query"],
    ]);
    expect(Object.keys(paths["/v1/conversations"]?.["post"]?.requestBody?.content ?? {})).toContain(
      "application/x-ndjson",
    );
    expect(Object.keys(paths["/v1/export/{kind}"]?.["get"]?.responses["200"]?.content ?? {})).toContain(
      "text/csv",
    );
  });

  test("points only at schemas that stand in it", () => {
    const text = JSON.stringify(describeApi("1"));
    const document = JSON.parse(text) as Record<string, unknown>;
    const pointers = new Set([...text.matchAll(/"\$ref":"#([^"]+)"/g)].map((match) => match[1] ?? ""));
    for (const pointer of pointers) {
      const target = pointer
        .split("/")
        .slice(1)
        .reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], document);
      expect(target, pointer).toBeDefined();
    }
  });
});

test("the document for people has every route", () => {
  const text = apiMarkdown();
  for (const route of Object.values(routes)) expect(text).toContain(`\`${route.method} ${route.path}\``);
});
