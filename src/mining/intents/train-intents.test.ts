import { describe, expect, it } from "vitest";
import { seededRandom } from "../topics/random.ts";
import { createIntentClassifier } from "./classify-texts.ts";
import { decodeIntentModel, encodeIntentModel } from "./encode-model.ts";
import type { LabelledTexts } from "./intent-types.ts";
import { trainIntents } from "./train-intents.ts";

const DIMENSION = 12;
const INTENTS = ["cancel", "delivery", "login", "refund"];
const WORDS = ["cancel my contract", "where is the parcel", "cannot sign in", "money back please"];

/** Points around one direction an intent; `spread` 1 is as far apart as the directions are. */
function makeTexts(each: number, spread: number, seed: number, directions = INTENTS.length): LabelledTexts {
  const random = seededRandom(seed);
  const rows = Array.from({ length: each * directions }, (_, row) => row % directions);
  const vectors = Float32Array.from(
    rows.flatMap((intent) =>
      Array.from({ length: DIMENSION }, (_, at) => (at === intent ? 1 : 0) + spread * (random() - 0.5)),
    ),
  );
  return {
    texts: rows.map((intent, row) => `${WORDS[intent] ?? "the weather is nice"} ${row}`),
    intents: rows.map((intent) => INTENTS[intent] ?? "other"),
    vectors,
    dimension: DIMENSION,
  };
}

const train = makeTexts(12, 0.6, 1);
const { model, report } = trainIntents(train, { encoderVersion: "test-1" });
const classify = createIntentClassifier(model);

describe("trainIntents", () => {
  it("finds the intents of texts that it has not seen", () => {
    const test = makeTexts(20, 0.6, 2);
    const right = classify(test).filter(({ intent }, row) => intent === test.intents[row]).length;
    expect(right / test.texts.length).toBeGreaterThan(0.95);
  });

  it("reports accuracy with an interval around it, over all examples that were held out", () => {
    const { accuracy, heldOut, right, folds } = report;
    expect({ heldOut, folds }).toEqual({ heldOut: 48, folds: 5 });
    expect(accuracy.value).toBe(right / heldOut);
    expect(accuracy.low).toBeLessThan(accuracy.value);
    expect(accuracy.high).toBeGreaterThanOrEqual(accuracy.value);
  });

  it("gives confidences that add up and a runner-up that is another intent", () => {
    for (const { intent, confidence, runnerUp } of classify(train)) {
      expect(confidence).toBeGreaterThanOrEqual(runnerUp.confidence);
      expect(confidence + runnerUp.confidence).toBeLessThanOrEqual(1 + 1e-9);
      expect(runnerUp.intent).not.toBe(intent);
    }
  });

  it("judges texts of another direction with other words as out of scope, and its own as in scope", () => {
    const all = makeTexts(10, 0.6, 3, 8);
    const judged = classify(all);
    const share = (isOutside: boolean) => {
      const rows = judged.filter((_, row) => (all.intents[row] === "other") === isOutside);
      return rows.filter(({ outOfScope }) => outOfScope).length / rows.length;
    };
    expect(share(true)).toBeGreaterThan(0.8);
    expect(share(false)).toBeLessThan(0.2);
  });

  it("names the pairs of intents that are confused", () => {
    const twins = makeTexts(12, 0.6, 4);
    const blurred = {
      ...twins,
      intents: twins.intents.map((intent, row) => (intent === "cancel" && row % 8 === 0 ? "refund" : intent)),
    };
    const { confusingPairs } = trainIntents(blurred, { encoderVersion: "test-1" }).report;
    expect([confusingPairs[0]?.intent, confusingPairs[0]?.takenFor].sort()).toEqual(["cancel", "refund"]);
  });

  it("is the same for the same examples and seed", () => {
    const again = trainIntents(train, { encoderVersion: "test-1" });
    expect(encodeIntentModel(again.model, again.report)).toBe(encodeIntentModel(model, report));
  });

  it("learns from intents of one example beside others", () => {
    const some = makeTexts(3, 0.2, 5);
    const rows = some.intents.flatMap((intent, row) => (intent === "login" && row > 4 ? [] : [row]));
    const given: LabelledTexts = {
      texts: rows.map((row) => some.texts[row] ?? ""),
      intents: rows.map((row) => some.intents[row] ?? ""),
      vectors: Float32Array.from(
        rows.flatMap((row) => [...some.vectors.subarray(row * DIMENSION, (row + 1) * DIMENSION)]),
      ),
      dimension: DIMENSION,
    };
    const { report: few } = trainIntents(given, { encoderVersion: "test-1" });
    expect(few.byIntent.find(({ intent }) => intent === "login")).toEqual({
      intent: "login",
      examples: 1,
      right: 0,
    });
  });

  it.each([[["a", "a", "a"]], [["a", "b", "c"]]])("refuses %j", (intents) => {
    const given = {
      texts: intents,
      intents,
      vectors: new Float32Array(3 * DIMENSION).fill(1),
      dimension: DIMENSION,
    };
    expect(() => trainIntents(given, { encoderVersion: "x" })).toThrow(/too few/);
  });
});

describe("a model file", () => {
  it("gives the same predictions as the model that it was made of", () => {
    const read = createIntentClassifier(decodeIntentModel(encodeIntentModel(model, report), "m.json"));
    const test = makeTexts(5, 0.6, 6);
    for (const [row, { intent, confidence }] of read(test).entries()) {
      expect(intent).toBe(classify(test)[row]?.intent);
      expect(confidence).toBeCloseTo(classify(test)[row]?.confidence ?? 0, 1);
    }
  });

  it.each([
    ["no json", "it is not JSON"],
    ["{}", "format is not as expected"],
    [encodeIntentModel(model, report).replace(/"labels":\[0,/, '"labels":[99,'), "an example has no intent"],
    [encodeIntentModel(model, report).replace('"cancel",', ""), "its weights are not whole"],
  ])("says what is wrong with a damaged one", (json, problem) => {
    expect(() => decodeIntentModel(json, "m.json")).toThrow(problem);
  });
});
