import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { cutDendrogram } from "../../core/dendrogram.ts";
import { discoverTopics } from "./discover-topics.ts";
import { countGroups } from "./group-topics.ts";

const blobs = makeBlobs([40, 60, 30, 30, 30, 30, 80, 30]);
const result = discoverTopics({ ...blobs, seed: 1 });

describe("the tree of topics", () => {
  it("gives every topic a group, and each group its topics", () => {
    const children = result.groups.flatMap((group) => group.children);
    expect(children.toSorted((a, b) => a - b)).toEqual([...result.topics.keys()]);
    result.groups.forEach((group, at) => {
      for (const topic of group.children) expect(result.topics[topic]?.group).toBe(at);
      const weight = group.children.reduce((sum, topic) => sum + (result.topics[topic]?.weight ?? 0), 0);
      expect(group.weight).toBe(weight);
    });
  });

  it("puts each text with a topic into a subtopic of that topic", () => {
    result.subtopicAssignment.forEach((subtopic, row) => {
      expect(result.subtopics[subtopic]?.topic ?? -1).toBe(result.assignment[row]);
    });
    const sizes = result.subtopics.reduce((sum, { size }) => sum + size, 0);
    expect(sizes).toBe(result.assignment.filter((topic) => topic >= 0).length);
  });

  it("is one dendrogram of which topics and groups are cuts, the names at their nodes", () => {
    const { dendrogram, subtopics, topics, groups } = result;
    expect(dendrogram.leaves).toBe(subtopics.length);
    const atTopics = cutDendrogram(dendrogram, topics.length);
    subtopics.forEach(({ topic }, leaf) => {
      const peers = subtopics.flatMap((other, at) => (other.topic === topic ? [at] : []));
      for (const peer of peers) expect(atTopics.clusterOf[peer]).toBe(atTopics.clusterOf[leaf]);
    });
    const nameOf = (node: number) =>
      node < dendrogram.leaves ? subtopics[node]?.name : dendrogram.merges[node - dendrogram.leaves]?.name;
    expect(atTopics.nodes.map(nameOf).toSorted()).toEqual(topics.map(({ name }) => name).toSorted());
    const atGroups = cutDendrogram(dendrogram, groups.length);
    expect(atGroups.nodes.map(nameOf).toSorted()).toEqual(groups.map(({ name }) => name).toSorted());
  });

  it("has heights that never fall", () => {
    const heights = result.dendrogram.merges.map(({ height }) => height);
    expect(heights).toEqual(heights.toSorted((a, b) => a - b));
  });

  it("is empty or a single leaf where there is nothing to join", () => {
    const empty = discoverTopics({ vectors: new Float32Array(0), dimension: 4, texts: [], seed: 1 });
    expect(empty).toMatchObject({ groups: [], subtopics: [], dendrogram: { leaves: 0, merges: [] } });
    const one = discoverTopics({ ...makeBlobs([12]), seed: 1, k: 1 });
    expect(one.groups).toHaveLength(1);
    expect(one.groups[0]?.name).toBe(one.topics[0]?.name);
  });
});

describe("countGroups", () => {
  it.each([
    [0, 0],
    [1, 1],
    [3, 1],
    [8, 4],
    [20, 7],
    [40, 10],
    [500, 15],
  ])("asks for a handful: %i topics, %i groups", (topics, groups) => {
    expect(countGroups(topics)).toBe(groups);
  });
});
