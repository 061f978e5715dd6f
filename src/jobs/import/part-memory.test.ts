import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPartMemory } from "./part-memory.ts";

const name = (value: string) => ({ type: "PERSON" as const, value });

describe("createPartMemory", () => {
  it("gives back what the newest part of a conversation left", () => {
    const memory = createPartMemory();
    memory.remember("c", { known: [name("Ana")], firstPosition: 3 });
    memory.remember("c", { known: [name("Ana"), name("Ben")], firstPosition: 5 });
    expect(memory.recall("c")).toEqual({ known: [name("Ana"), name("Ben")], firstPosition: 5 });
    expect(memory.recall("d")).toBeUndefined();
    expect(memory.size()).toBe(3);
  });

  it("forgets the conversation untouched longest first", () => {
    const memory = createPartMemory(3);
    for (const id of ["a", "b", "c", "a", "d"]) memory.remember(id, { firstPosition: 1 });
    expect(memory.recall("b")).toBeUndefined();
    expect(["c", "a", "d"].map((id) => memory.recall(id)?.firstPosition)).toEqual([1, 1, 1]);
  });

  it("keeps the conversation at hand, however much it holds", () => {
    const memory = createPartMemory(2);
    memory.remember("old", {});
    memory.remember("big", { known: [name("Ana"), name("Ben"), name("Cleo")] });
    expect(memory.recall("old")).toBeUndefined();
    expect(memory.recall("big")?.known).toHaveLength(3);
  });

  it("never holds more than its limit and the conversation at hand", () => {
    const part = fc.record({ id: fc.integer({ max: 30, min: 0 }), values: fc.integer({ max: 6, min: 0 }) });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), fc.integer({ max: 20, min: 1 }), (given, limit) => {
        const memory = createPartMemory(limit);
        for (const { id, values } of given) {
          memory.remember(String(id), { known: Array.from({ length: values }, () => name("x")) });
          expect(memory.size()).toBeLessThanOrEqual(Math.max(limit, values + 1));
        }
      }),
      { numRuns: 50 },
    );
  });
});
