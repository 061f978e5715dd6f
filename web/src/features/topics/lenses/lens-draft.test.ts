import { describe, expect, it } from "vitest";
import { lensDefinitionSchema } from "../../../../../src/contract/lenses.ts";
import { definitionOf, EMPTY_DRAFT, type LensDraft, ruleOf } from "./lens-draft.ts";

const draft = (change: Partial<LensDraft>): LensDraft => ({ ...EMPTY_DRAFT, name: "Praise", ...change });

describe("the definition of a lens that somebody filled in", () => {
  it("needs a name and somebody who speaks", () => {
    expect(definitionOf(EMPTY_DRAFT, [])).toBeUndefined();
    expect(definitionOf(draft({ roles: [] }), [])).toBeUndefined();
  });

  it("has the conditions that were set and no others", () => {
    expect(ruleOf(draft({ wordsAtLeast: 1 }))).toEqual({ roles: ["customer"], any: [{}] });
    expect(
      ruleOf(draft({ acts: ["thanks"], mood: "good", bearsIntent: true, isUnanswered: true })).any,
    ).toEqual([
      { acts: ["thanks"], sentimentAtLeast: 0.5, bearsIntent: true, isAnswered: false, wordsAtLeast: 3 },
    ]);
    expect(ruleOf(draft({ mood: "bad" })).any).toEqual([{ sentimentAtMost: -0.5, wordsAtLeast: 3 }]);
  });

  it.each([
    ["Praise & thanks!", "praise-thanks"],
    ["Größe", "gro-e"],
    ["日本語", "lens"],
    ["x".repeat(90), "x".repeat(36)],
  ])("makes an id of %s that the server takes", (name, id) => {
    const definition = definitionOf(draft({ name: name.slice(0, 60) }), []);
    expect(definition?.id).toBe(id);
    expect(lensDefinitionSchema.safeParse(definition).success).toBe(true);
  });

  it("makes an id that is not taken", () => {
    expect(definitionOf(draft({}), ["praise", "praise-2"])?.id).toBe("praise-3");
  });
});
