import { describe, expect, it } from "vitest";
import { conversationRegion } from "./conversation-region.ts";

const text = (value: string) => ({ kind: "text", value }) as const;

describe("the country of a conversation", () => {
  it.each([
    [{ country: text("DE") }, "DE"],
    [{ plan: text("xl"), Customer_Country: text("gb") }, "GB"],
    [{ country_code: text("uk") }, "GB"],
  ])("is read from %j", (attributes, region) => {
    expect(conversationRegion(attributes)).toBe(region);
  });

  it.each([
    [undefined],
    [{}],
    [{ country: text("Germany") }],
    [{ country: { kind: "number", value: 49 } as const }],
    [{ plan: text("DE"), country_of_origin_label: text("DE") }],
  ])("is not guessed from %j", (attributes) => {
    expect(conversationRegion(attributes)).toBeUndefined();
  });
});
