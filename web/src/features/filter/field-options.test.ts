import { describe, expect, it } from "vitest";
import type { Workspace } from "../../../../src/contract/workspace.ts";
import { conditionOf, type Dimension, editorOf, optionsOf } from "./field-options.ts";

function dimension(
  id: string,
  type: Dimension["type"] = "text",
  values: Dimension["values"] = null,
): Dimension {
  return { id, label: id, description: "", grain: "conversation", type, values, canFilter: true };
}

const workspace = {
  channels: [{ channel: "web", conversations: 5 }],
  sources: [{ name: "shop", conversations: 4 }],
  languages: [{ language: "de", conversations: 3 }],
  attributes: [
    {
      name: "plan",
      kind: "text",
      conversations: 9,
      values: [{ value: "pro", conversations: 2 }],
      lowest: null,
      highest: null,
    },
  ],
} as unknown as Workspace;

describe("values to choose from", () => {
  it("are what the workspace holds, with how often", () => {
    const channel = dimension("channel", "text", [{ value: "web", label: "Web" }]);
    expect(optionsOf(channel, workspace, [])).toEqual([{ value: "web", label: "Web", count: 5 }]);
    expect(optionsOf(dimension("source"), workspace, [])).toEqual([
      { value: "shop", label: "shop", count: 4 },
    ]);
    expect(optionsOf(dimension("language"), workspace, [])[0]?.value).toBe("de");
    expect(optionsOf(dimension("attribute.plan"), workspace, [])[0]).toEqual({
      value: "pro",
      label: "pro",
      count: 2,
    });
  });

  it("are topics by their names", () => {
    const topics = [{ id: 7, name: "Refund status", conversations: 12 }];
    expect(optionsOf(dimension("topic", "topic"), workspace, topics)).toEqual([
      { value: "7", label: "Refund status", count: 12 },
    ]);
  });

  it("give way to words or bounds where there are none", () => {
    expect(editorOf(dimension("text"), [])).toBe("words");
    expect(editorOf(dimension("message_count", "number"), [])).toBe("bounds");
    expect(
      editorOf(
        dimension("handed_over", "boolean"),
        optionsOf(dimension("handed_over", "boolean"), workspace, []),
      ),
    ).toBe("choose");
  });

  it("become a condition in the field's own type", () => {
    expect(conditionOf(dimension("topic", "topic"), ["7", "9"]).values).toEqual([7, 9]);
    expect(conditionOf(dimension("handed_over", "boolean"), ["true"]).values).toEqual([true]);
    expect(conditionOf(dimension("channel"), ["web"])).toEqual({
      op: "in",
      field: "channel",
      values: ["web"],
    });
  });
});
