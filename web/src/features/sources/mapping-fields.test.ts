import { describe, expect, it } from "vitest";
import {
  CONVERSATION_FIELDS,
  MAPPING_SHAPES,
  MESSAGE_FIELDS,
  parseMapping,
} from "../../../../src/ingest/mapping/mapping.ts";
import {
  attributesOf,
  columnOf,
  MAPPING_FIELDS,
  SHAPES,
  unusedColumns,
  withAttribute,
  withColumn,
} from "./mapping-fields.ts";

const mapping = {
  version: 1,
  shape: "message-per-row",
  fields: { text: "body", time: "sent" },
  attributes: [{ column: "customer.plan", name: "plan", type: "text" }],
};

describe("the mapping as it is edited", () => {
  it("offers every field and shape that the reader knows", () => {
    expect(MAPPING_FIELDS.map(({ id }) => id).toSorted()).toEqual(
      [...CONVERSATION_FIELDS, ...MESSAGE_FIELDS].toSorted(),
    );
    expect(SHAPES.map(({ value }) => value)).toEqual([...MAPPING_SHAPES]);
  });

  it("moves a field to another column, and stays a mapping that the reader takes", () => {
    const changed = withColumn(mapping, "role", "author");
    expect(columnOf(changed, "role")).toBe("author");
    expect(columnOf(withColumn(changed, "role", ""), "role")).toBe("");
    expect(parseMapping(changed).fields.role).toBe("author");
  });

  it("does not read a column both as a field and as an attribute", () => {
    expect(attributesOf(withColumn(mapping, "customerId", "customer.plan"))).toEqual([]);
  });

  it("keeps columns as attributes, and says which are left out", () => {
    const columns = ["body", "sent", "customer.plan", "customer.region", "note"];
    expect(unusedColumns(mapping, columns)).toEqual(["customer.region", "note"]);
    const more = withAttribute(mapping, "customer.region", true);
    expect(attributesOf(more).map(({ name }) => name)).toEqual(["plan", "region"]);
    expect(unusedColumns(withAttribute(more, "customer.plan", false), columns)).toEqual([
      "customer.plan",
      "note",
    ]);
    expect(parseMapping(more).attributes).toHaveLength(2);
  });

  it("holds for mappings that lack parts", () => {
    expect(columnOf({}, "text")).toBe("");
    expect(attributesOf({ attributes: [null, 3, { column: "a" }] })).toEqual([]);
  });
});
