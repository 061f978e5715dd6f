import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBlobs } from "../../../test/support/blobs.ts";
import { scoreClustering } from "../evaluate/clustering-scores.ts";
import { assignToTopics } from "./assign-to-topics.ts";
import { discoverTopics } from "./discover-topics.ts";
import { seededRandom, shuffledRange } from "./random.ts";
import type { DiscoverResult } from "./topic-types.ts";

const blobs = makeBlobs([60, 40, 30, 20, 20]);
const labels = [...blobs.labels];

function sizesOf(result: DiscoverResult): number[] {
  return result.topics.map((topic) => topic.size).sort((a, b) => b - a);
}

function unassignedOf(result: DiscoverResult): number {
  return result.assignment.filter((topic) => topic < 0).length;
}

describe("discoverTopics", () => {
  it("finds the planted topics, the heaviest first, and names them in the texts' words", () => {
    const result = discoverTopics({ ...blobs, seed: 1 });
    expect(scoreClustering(result.assignment, labels).nmi).toBeGreaterThan(0.95);
    expect(result.topics).toHaveLength(5);
    const names = ["refund", "parcel", "password", "seat", "screen"];
    for (const [place, topic] of result.topics.slice(0, 3).entries()) {
      expect(topic.name).toContain(names[place]);
      expect(topic.quotes.length).toBeGreaterThan(2);
      expect(topic.quotes.every((row) => result.assignment[row] === place)).toBe(true);
      expect(Math.hypot(...topic.centroid)).toBeCloseTo(1, 5);
    }
  });

  it("gives the same for the same input and seed", () => {
    expect(discoverTopics({ ...blobs, seed: 5 })).toEqual(discoverTopics({ ...blobs, seed: 5 }));
  });

  it("finds topics of the same sizes in whatever order the texts come", () => {
    const order = shuffledRange(labels.length, seededRandom(9));
    const vectors = new Float32Array(blobs.vectors.length);
    order.forEach((row, at) => {
      vectors.set(
        blobs.vectors.subarray(row * blobs.dimension, (row + 1) * blobs.dimension),
        at * blobs.dimension,
      );
    });
    const shuffled = discoverTopics({
      ...blobs,
      vectors,
      texts: [...order].map((row) => blobs.texts[row] ?? ""),
      seed: 1,
    });
    expect(sizesOf(shuffled)).toEqual(sizesOf(discoverTopics({ ...blobs, seed: 1 })));
  });

  it("accounts for every text, whatever the input", () => {
    const inputs = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 6 }),
      noise: fc.double({ min: 0, max: 3, noNaN: true }),
      seed: fc.integer({ min: 0, max: 1000 }),
      emptied: fc.integer({ min: 0, max: 20 }),
    });
    fc.assert(
      fc.property(inputs, ({ sizes, noise, seed, emptied }) => {
        const log = makeBlobs(sizes, { noise, seed });
        const texts = log.texts.map((text, row) => (row < emptied ? "" : text));
        const result = discoverTopics({ ...log, texts, seed });
        const reasons = Object.values(result.unassignedReasons).reduce((sum, count) => sum + count, 0);
        expect(reasons).toBe(unassignedOf(result));
        expect(result.topics.reduce((sum, topic) => sum + topic.size, 0) + reasons).toBe(texts.length);
        expect(result.confidence.every((value) => value >= 0 && value <= 1)).toBe(true);
        expect(new Set(result.topics.map((topic) => topic.name)).size).toBe(result.topics.length);
      }),
      { numRuns: 40 },
    );
  });

  it("gives exactly k topics when asked", () => {
    for (const k of [1, 3, 5, 12]) {
      expect(discoverTopics({ ...blobs, k, seed: 1, keepUnassigned: false }).topics).toHaveLength(k);
    }
  });

  it("is calm about nothing at all, one text and texts that say nothing", () => {
    expect(discoverTopics({ vectors: new Float32Array(), dimension: 3, texts: [], seed: 1 }).topics).toEqual(
      [],
    );
    const one = { vectors: Float32Array.of(1, 0), dimension: 2, texts: ["where is my parcel"], seed: 1 };
    expect(discoverTopics(one)).toMatchObject({ topics: [], unassignedReasons: { small_group: 1 } });
    const zero = { vectors: new Float32Array(8), dimension: 2, texts: ["a b", "c d", "ok", ""], seed: 1 };
    expect(unassignedOf(discoverTopics(zero))).toBe(4);
  });

  it("leaves texts of a language that hardly occurs aside, and says so", () => {
    const languages = labels.map((_, row) => (row < 5 ? "de" : "en"));
    const result = discoverTopics({ ...blobs, languages, seed: 1 });
    expect(result.unassignedReasons.other_language).toBe(5);
    expect([...result.assignment.subarray(0, 5)]).toEqual([-1, -1, -1, -1, -1]);
  });

  it("keeps ids and names over a run with more data, and says which topics are gone", () => {
    const half = discoverTopics({ ...makeBlobs([30, 20, 15, 0, 0]), seed: 1 });
    const previous = {
      topics: half.topics.map((topic, place) => ({
        id: 10 + place,
        name: topic.name,
        centroid: topic.centroid,
      })),
    };
    const gone = {
      id: 99,
      name: "fax machine",
      centroid: Float32Array.from({ length: 32 }, (_, at) => (at === 0 ? 1 : 0)),
    };
    const whole = discoverTopics({
      ...makeBlobs([60, 40, 30, 0, 0]),
      seed: 2,
      previous: { topics: [...previous.topics, gone] },
    });
    for (const old of previous.topics) {
      expect(whole.topics.find((topic) => topic.id === old.id)?.name).toBe(old.name);
    }
    expect(whole.retired).toEqual([99]);
  });

  it("refuses vectors that don't fit the texts, and stops when told to", () => {
    expect(() => discoverTopics({ ...blobs, texts: ["one"], seed: 1 })).toThrow(RangeError);
    expect(() => discoverTopics({ ...blobs, seed: 1, signal: AbortSignal.abort() })).toThrow();
  });

  it("reports progress that only grows, from 0 to 1", () => {
    const shares: number[] = [];
    discoverTopics({ ...blobs, seed: 1, onProgress: ({ share }) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });
});

describe("assignToTopics", () => {
  const found = discoverTopics({ ...blobs, seed: 1 });

  it("puts the texts of a run where the run put them", () => {
    const again = assignToTopics({ ...blobs, topics: found.topics });
    const same = again.assignment.filter((topic, row) => topic === found.assignment[row]).length;
    expect(same / labels.length).toBeGreaterThan(0.97);
  });

  it("leaves what is like no topic unassigned", () => {
    const opposite = found.topics[0]?.centroid.map((value) => -value) ?? new Float32Array();
    const { assignment, confidence } = assignToTopics({
      vectors: opposite,
      dimension: blobs.dimension,
      topics: found.topics,
    });
    expect([...assignment]).toEqual([-1]);
    expect([...confidence]).toEqual([0]);
    expect(assignToTopics({ vectors: opposite, dimension: blobs.dimension, topics: [] }).assignment).toEqual(
      Int32Array.of(-1),
    );
  });
});
