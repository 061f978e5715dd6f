import { describe, expect, it } from "vitest";
import type { Topic, TopicList } from "../../../../src/contract/topics.ts";
import { renameIn } from "./rename-in.ts";

const topic = (id: number) => ({ id, name: `Name ${id}`, foundName: `Found ${id}`, named: true }) as Topic;

describe("renaming in what is shown", () => {
  it("changes the topic in lists and alone, and no other", () => {
    const list = { topics: [topic(1), topic(2)] } as TopicList;
    expect(renameIn(list, 2, "Refunds")?.topics.map(({ name }) => name)).toEqual(["Name 1", "Refunds"]);
    expect(renameIn(topic(1), 1, "Refunds")).toMatchObject({ name: "Refunds", named: true });
    expect(renameIn(topic(1), 2, "Refunds").name).toBe("Name 1");
    expect(renameIn(undefined, 1, "Refunds")).toBeUndefined();
  });

  it("goes back to the name that was found", () => {
    expect(renameIn(topic(1), 1, null)).toMatchObject({ name: "Found 1", named: false });
  });
});
