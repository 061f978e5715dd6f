import { describe, expect, it } from "vitest";
import { judgeModel, scoreTree } from "./compare-with-tree.ts";

const TEXTS = [
  ...Array.from({ length: 12 }, (_, n) => `refund money payment card ${n % 2 === 0 ? "late" : "missing"}`),
  ...Array.from({ length: 12 }, (_, n) => `parcel courier delivery street ${n % 2 === 0 ? "late" : "lost"}`),
];
const TREE = TEXTS.map((_, row) => (row < 12 ? 5 : 9));
const VOCABULARY = ["refund", "money", "payment", "card", "parcel", "courier", "delivery", "street"];

/** Two topics of four words each, and which of them each text is of. */
function modelOf(topicOf: (row: number) => number) {
  const half = VOCABULARY.length / 2;
  return {
    vocabulary: VOCABULARY,
    model: {
      topicCount: 2,
      termCount: VOCABULARY.length,
      topicTerms: Float64Array.from({ length: 2 * VOCABULARY.length }, (_, at) => {
        const [topic, term] = [Math.floor(at / VOCABULARY.length), at % VOCABULARY.length];
        return Math.floor(term / half) === topic ? 1 / half : 0;
      }),
      documentTopics: Float32Array.from({ length: 2 * TEXTS.length }, (_, at) =>
        topicOf(Math.floor(at / 2)) === at % 2 ? 0.9 : 0.1,
      ),
    },
  };
}

describe("a classical model beside the tree", () => {
  it("agrees wholly where both part the texts alike, and not where it parts them by chance", () => {
    const alike = judgeModel(
      "lda",
      TEXTS,
      modelOf((row) => (row < 12 ? 0 : 1)),
      TREE,
    );
    expect(alike.agreement).toBeCloseTo(1);
    expect(alike.description.topics.map(({ texts }) => texts)).toEqual([12, 12]);
    const other = judgeModel(
      "lda",
      TEXTS,
      modelOf((row) => row % 2),
      TREE,
    );
    expect(other.agreement).toBeLessThan(0.05);
  });

  it("leaves texts without a topic in the tree out of the comparison", () => {
    const few = TREE.map((topic, row) => (row % 3 === 0 ? 0 : topic));
    const judged = judgeModel(
      "lda",
      TEXTS,
      modelOf((row) => (row < 12 ? 0 : 1)),
      few,
    );
    expect(judged.agreement).toBeCloseTo(1);
    expect(judged.known.every((one) => one === 1)).toBe(true);
    const none = judgeModel(
      "lda",
      TEXTS,
      modelOf(() => 0),
      TREE.map(() => 0),
    );
    expect(none.agreement).toBe(0);
    expect(none.tree.topics).toBe(0);
  });

  it("judges the tree by the words that set its topics apart", () => {
    const whole = scoreTree(TEXTS, TREE);
    expect(whole).toMatchObject({ topics: 2 });
    expect(whole.npmi).toBeGreaterThan(
      scoreTree(
        TEXTS,
        TEXTS.map((_, row) => 1 + (row % 2)),
      ).npmi,
    );
  });
});
