import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { discoverTopics } from "./discover-topics.ts";
import type { DiscoverResult, PreviousRun, TopicConstraints } from "./topic-types.ts";

const blobs = makeBlobs([40, 40, 40, 40, 40]);
const first = discoverTopics({ ...blobs, seed: 1 });
const idAt = (topic: number) => (topic < 0 ? 0 : topic + 101);
const before: PreviousRun = {
  topics: first.topics.map(({ name, centroid }, at) => ({ id: idAt(at), name, centroid })),
  assignment: Array.from(first.assignment, idAt),
};

function rerun(constraints: TopicConstraints, previous: PreviousRun = before): DiscoverResult {
  return discoverTopics({ ...blobs, seed: 2, previous: { ...previous, constraints } });
}

const topicOf = (result: DiscoverResult, row: number) => result.topics[result.assignment[row] ?? -1];

describe("people's decisions in a new run", () => {
  it("merges what continues one topic into another, again in every later run", () => {
    const merged: TopicConstraints = { merged: [[101, 102]] };
    const result = rerun(merged);
    expect(result.topics).toHaveLength(first.topics.length - 1);
    for (let row = 0; row < blobs.texts.length; row += 1) {
      const old = before.assignment?.[row];
      if ((old === 101 || old === 102) && (result.assignment[row] ?? -1) >= 0) {
        expect(topicOf(result, row)?.id).toBe(102);
      }
    }
    const ids = result.topics.map(({ id }) => id ?? 0);
    const after: PreviousRun = {
      topics: [
        ...before.topics.filter(({ id }) => id === 101),
        ...result.topics.map((topic) => ({ ...topic, id: topic.id ?? 0 })),
      ],
      assignment: Array.from(result.assignment, (topic) => ids[topic] ?? 0),
    };
    expect(
      rerun(merged, after)
        .topics.map(({ id }) => id)
        .toSorted(),
    ).toEqual(ids.toSorted());
  });

  it("keeps two topics apart that clustering would make one", () => {
    const half = Array.from(before.assignment ?? [], (id, row) => (id === 101 && row % 2 === 0 ? 999 : id));
    const previous: PreviousRun = {
      topics: [
        ...before.topics,
        { id: 999, name: "the even ones", centroid: before.topics[0]?.centroid ?? new Float32Array() },
      ],
      assignment: half,
    };
    const result = rerun({ apart: [[101, 999]] }, previous);
    const ids = result.topics.map(({ id }) => id);
    expect(ids).toContain(101);
    expect(ids).toContain(999);
    half.forEach((id, row) => {
      if (id === 999 && (result.assignment[row] ?? -1) >= 0) expect(topicOf(result, row)?.id).toBe(999);
    });
  });

  it("puts pinned texts where a person put them, even alone", () => {
    const lonely = { id: 500, name: "mine", centroid: new Float32Array(blobs.dimension) };
    const result = rerun(
      {
        pinned: [
          { row: 3, topic: idAt(first.assignment[199] ?? 0) },
          { row: 7, topic: 500 },
        ],
        names: [{ topic: 500, name: "Only mine!" }],
      },
      { ...before, topics: [...before.topics, lonely] },
    );
    expect(topicOf(result, 3)?.id).toBe(idAt(first.assignment[199] ?? 0));
    expect(topicOf(result, 7)).toMatchObject({ id: 500, name: "Only mine!" });
  });

  it("links and parts texts", () => {
    const result = rerun({ mustLink: [[0, 199]], cannotLink: [[10, 11]] });
    expect(result.assignment[0]).toBe(result.assignment[199]);
    expect(result.assignment[10]).not.toBe(result.assignment[11]);
  });

  it("keeps given names letter by letter and groups made by hand", () => {
    const result = rerun({
      names: [{ topic: 103, name: "Où est ma commande ?" }],
      groups: [{ id: 9, name: "Odd pair", topics: [101, 104] }],
    });
    expect(result.topics.find(({ id }) => id === 103)?.name).toBe("Où est ma commande ?");
    const pair = result.groups.find(({ id }) => id === 9);
    expect(pair?.name).toBe("Odd pair");
    expect(pair?.children.map((topic) => result.topics[topic]?.id).toSorted()).toEqual([101, 104]);
  });
});
