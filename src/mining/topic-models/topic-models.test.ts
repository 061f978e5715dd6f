import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seededRandom } from "../topics/random.ts";
import { contentWords, countTerms, weighByRarity } from "./document-terms.ts";
import { fitGibbsLda } from "./gibbs-lda.ts";
import { heldOutPerplexity } from "./held-out-perplexity.ts";
import { fitNmf } from "./nmf.ts";
import { fitOnlineLda } from "./online-lda.ts";
import { heaviestTerms, heaviestTopics, type TopicModel } from "./topic-model.ts";

const SUBJECTS = [
  ["refund", "money", "return", "parcel", "receipt"],
  ["password", "login", "account", "reset", "locked"],
  ["flight", "seat", "gate", "luggage", "boarding"],
];

/** Documents of eight words, each of one subject, the subjects in turn. */
function plantedDocuments(count: number, seed: number): string[][] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, row) => {
    const subject = SUBJECTS[row % SUBJECTS.length] as string[];
    return Array.from({ length: 8 }, () => subject[Math.floor(random() * subject.length)] as string);
  });
}

const fits = {
  "online variational Bayes": (texts: string[][], seed: number) =>
    fitOnlineLda(countTerms(texts), { topicCount: 3, seed, batchSize: 32 }),
  "Gibbs sampling": (texts: string[][], seed: number) =>
    fitGibbsLda(countTerms(texts), { topicCount: 3, seed, sweeps: 120 }),
  "matrix factorisation": (texts: string[][], seed: number) =>
    fitNmf(weighByRarity(countTerms(texts)), { topicCount: 3, seed }),
};

function sumsToOne(values: Iterable<number>, width: number): boolean {
  const numbers = [...values];
  for (let start = 0; start < numbers.length; start += width) {
    const row = numbers.slice(start, start + width);
    const sum = row.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > 1e-4 || row.some((value) => value < 0)) return false;
  }
  return true;
}

describe.each(Object.entries(fits))("topics by %s", (_, fitTopics) => {
  const texts = plantedDocuments(300, 1);

  it("finds planted subjects and puts each document to its own", () => {
    const model = fitTopics(texts, 3);
    const { vocabulary } = countTerms(texts);
    const found = heaviestTerms(model, 5).map((terms) => terms.map((term) => vocabulary[term]).sort());
    expect(found.sort()).toEqual(SUBJECTS.map((words) => words.toSorted()).sort());
    const { topics } = heaviestTopics(model);
    const pairs = new Set(Array.from(topics, (topic, row) => `${row % 3}:${topic}`));
    expect(pairs.size).toBe(3);
  });

  it("gives the same for the same seed", () => {
    expect(fitTopics(texts, 5)).toEqual(fitTopics(texts, 5));
  });

  it("gives shares for any documents, empty ones too", () => {
    const word = fc.constantFrom("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 5 }), { minLength: 1, maxLength: 8 }), (documents) => {
        const model = fitTopics(documents, 1);
        expect(model.documentTopics.length).toBe(documents.length * 3);
        if (model.termCount > 0) expect(sumsToOne(model.topicTerms, model.termCount)).toBe(true);
        expect(sumsToOne(model.documentTopics, 3)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("stops when the signal aborts", () => {
    const documents = countTerms(texts);
    const signal = AbortSignal.abort(new Error("enough"));
    expect(() => fitOnlineLda(documents, { topicCount: 3, seed: 1, signal })).toThrow("enough");
    expect(() => fitGibbsLda(documents, { topicCount: 3, seed: 1, signal })).toThrow("enough");
    expect(() => fitNmf(documents, { topicCount: 3, seed: 1, signal })).toThrow("enough");
  });
});

describe("documents as bags of words", () => {
  it("leaves out stop words, tags and rare words, and counts repeats", () => {
    const documents = ["My card, my CARD is lost [NAME]", "the card is stuck", "lost the keys"].map(
      contentWords,
    );
    const { vocabulary, rowStarts, counts } = countTerms(documents, { largestShare: 1 });
    expect(vocabulary).toEqual(["card", "lost"]);
    expect([...rowStarts]).toEqual([0, 2, 3, 4]);
    expect([...counts]).toEqual([2, 1, 1, 1]);
  });

  it("weighs rare words more, in rows of length 1", () => {
    const weighed = weighByRarity(countTerms([["a", "b"], ["a", "b"], ["a"]], { largestShare: 1 }));
    const [a = 0, b = 0] = weighed.counts;
    expect(b).toBeGreaterThan(a);
    expect(a * a + b * b).toBeCloseTo(1, 5);
  });
});

describe("perplexity of held-out documents", () => {
  const train = countTerms(plantedDocuments(300, 1));
  const test = countTerms(plantedDocuments(90, 2));

  it("is near the size of a subject for the right topics and the vocabulary's for even ones", () => {
    const good = fitGibbsLda(train, { topicCount: 3, seed: 1, sweeps: 120 });
    const even: TopicModel = {
      ...good,
      topicTerms: new Float64Array(good.topicTerms.length).fill(1 / good.termCount),
    };
    expect(heldOutPerplexity(good, test, { seed: 1 })).toBeLessThan(6.5);
    expect(heldOutPerplexity(even, test, { seed: 1 })).toBeCloseTo(train.vocabulary.length, 3);
  });
});
