import { describe, expect, it } from "vitest";
import { previewInput } from "./preview.ts";

const csv =
  "conversation_id,sent_at,role,text\nc-1,2026-03-05T14:30:00Z,customer,hello there\nc-1,2026-03-05T14:31:00Z,agent,good day\n";

describe("previewInput", () => {
  it("shows format, mapping and the first conversations", async () => {
    const preview = await previewInput(Buffer.from(csv), "chat.csv", { isWhole: true });
    expect(preview).toMatchObject({
      format: "csv",
      isMapped: true,
      rejects: [],
      mapping: { mapping: { fields: { text: "text" } } },
    });
    expect(preview.conversations.map(({ messages }) => messages.length)).toEqual([2]);
  });

  it("uses a mapping that was corrected by hand", async () => {
    const { mapping } = await previewInput(Buffer.from(csv), "chat.csv", { isWhole: true });
    const corrected = mapping && { ...mapping.mapping, roles: { customer: "bot" as const } };
    const preview = await previewInput(Buffer.from(csv), "chat.csv", {
      isWhole: true,
      ...(corrected && { mapping: corrected }),
    });
    expect(preview.mapping).toBeUndefined();
    expect(preview.conversations[0]?.messages[0]?.participant.role).toBe("bot");
  });

  it("does not show the cut-off end of the sample as a reject", async () => {
    const preview = await previewInput(Buffer.from(csv.slice(0, -30)), "chat.csv");
    expect(preview.rejects).toEqual([]);
    expect(preview.conversations[0]?.messages.length).toBe(1);
  });

  it("says that a format is not known", async () => {
    await expect(previewInput(Buffer.from("no format at all"), "x")).rejects.toMatchObject({
      code: "FORMAT_UNKNOWN",
    });
  });
});
