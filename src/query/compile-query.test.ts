import { describe, expect, test } from "vitest";
import { queryCases } from "../../test/golden/query-cases.ts";
import { compileQuery, type QuerySpec } from "./compile-query.ts";
import type { Filter } from "./filter.ts";
import { toStatement } from "./sql.ts";

const spec = queryCases["filter-none"] as QuerySpec;

describe("compileQuery", () => {
  test.each(Object.entries(queryCases))("writes the SQL of %s as it is kept", async (name, given) => {
    const written = compileQuery(given)
      .map((statement) => {
        const { text, params } = toStatement(statement.sql);
        return `${text}\n${JSON.stringify(params)}\n`;
      })
      .join("\n");
    await expect(written).toMatchFileSnapshot(`../../test/golden/sql/${name}.sql`);
  });

  test.each(Object.entries(queryCases))("names the workspace in every read of %s", (_, given) => {
    for (const statement of compileQuery(given)) {
      const { text } = toStatement(statement.sql);
      const reads = text.match(/ FROM /g)?.length ?? 0;
      expect(text.match(/workspace = /g)).toHaveLength(reads);
    }
  });

  test("binds values and never splices them", () => {
    const evil = "'); DROP TABLE conversations; --";
    const filters: Filter[] = [
      { op: "in", field: "source", values: [evil] },
      { op: "contains", field: "text", text: evil },
      { op: "exists", field: `attribute.${evil}` },
    ];
    const [statement] = compileQuery({
      ...spec,
      filter: { op: "and", filters },
      dimensions: [`attribute.${evil}`],
      workspace: evil,
      calendar: { timeZone: evil, weekStart: 1 },
    });
    expect(statement && toStatement(statement.sql).text).not.toContain("DROP");
  });

  test.each<[string, Partial<QuerySpec>]>([
    ["an unknown measure", { measures: ["revenue"] }],
    ["an unknown dimension", { dimensions: ["colour"] }],
    ["a dimension that can only be filtered by", { dimensions: ["text"] }],
    ["conversations by what belongs to a message", { dimensions: ["role"] }],
    ["an order by something not asked for", { order: [{ by: "messages", direction: "asc" }] }],
    ["an unknown field in a filter", { filter: { op: "exists", field: "colour" } }],
    ["a topic that is no number", { filter: { op: "in", field: "topic", values: ["refund"] } }],
    ["a range over words", { filter: { op: "range", field: "source", from: 1 } }],
    ["words in a number", { filter: { op: "contains", field: "message_count", text: "1" } }],
    [
      "an attribute's range of mixed kinds",
      { filter: { op: "range", field: "attribute.a", from: 1, to: "x" } },
    ],
    ["an audience that was not put in place", { filter: { op: "audience", id: "a1" } }],
  ])("refuses %s", (_, change) => {
    expect(() => compileQuery({ ...spec, ...change })).toThrowError(
      expect.objectContaining({ code: "REQUEST_INVALID" }),
    );
  });
});
