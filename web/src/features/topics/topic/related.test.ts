import { describe, expect, it } from "vitest";
import { relatedTopics } from "./related.ts";

const OWN = { id: 1, conversations: 100 };
const counted = (id: number, conversations: number) => ({ id, name: `Topic ${id}`, conversations });

describe("relatedTopics", () => {
  it("keeps what comes up together more than elsewhere, the most frequent first", () => {
    const everywhere = new Map([
      [2, 50],
      [3, 600],
      [4, 200],
    ]);
    const found = relatedTopics(OWN, [counted(2, 20), counted(3, 50), counted(4, 40)], everywhere, 1000);
    expect(found.map(({ id }) => id)).toEqual([4, 2]);
    expect(found[1]).toMatchObject({ together: 20, share: 0.2, lift: 4 });
  });
  it("leaves out the topic itself, what has no topic and what is too little to tell", () => {
    const everywhere = new Map([
      [1, 100],
      [0, 10],
      [5, 4],
    ]);
    expect(relatedTopics(OWN, [counted(1, 100), counted(0, 90), counted(5, 4)], everywhere, 1000)).toEqual(
      [],
    );
  });
  it("knows nothing of an empty window", () => {
    expect(relatedTopics({ id: 1, conversations: 0 }, [counted(2, 20)], new Map(), 0)).toEqual([]);
  });
});
