import { describe, expect, it } from "vitest";
import { conversationSearchSchema } from "../../../../src/contract/conversations.ts";
import { SORTS, sortOf } from "./sorts.ts";

describe("the order of conversations", () => {
  it("is one the server knows", () => {
    for (const { value } of SORTS)
      expect(conversationSearchSchema.safeParse({ sort: value }).success).toBe(true);
  });

  it("is the server's own unless one is chosen", () => {
    expect(sortOf(undefined, undefined)).toEqual({
      id: "newest",
      value: undefined,
      shown: { by: "started", direction: "desc" },
    });
    expect(sortOf(undefined, "semantic")).toMatchObject({ id: "relevance", value: undefined });
    expect(sortOf({ by: "shoe size", direction: "asc" }, "exact").id).toBe("newest");
  });

  it("is what the URL says; relevance only for a search", () => {
    expect(sortOf({ by: "sentiment", direction: "asc" }, undefined).id).toBe("negative");
    expect(sortOf({ by: "relevance", direction: "desc" }, undefined).id).toBe("newest");
  });
});
