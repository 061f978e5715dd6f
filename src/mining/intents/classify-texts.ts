// The intents of texts by a trained model. Confidence and scope are apart: the one says which intent, the other whether any.
import { unitRows } from "../topics/rows.ts";
import { gatherEvidence, mixScores } from "./evidence.ts";
import type { IntentModel, IntentPrediction, TextVectors } from "./intent-types.ts";
import { measureNovelty } from "./known-words.ts";
import { createLexicalReader } from "./lexical-features.ts";
import { judgeScope, readSigns, SCOPE_SIGNS } from "./scope-judge.ts";
import { toProbabilities } from "./softmax-regression.ts";

export type IntentClassifier = (texts: TextVectors) => IntentPrediction[];

/** A function from texts with their vectors, made by the encoder version of the model, to one prediction a text. */
export function createIntentClassifier(model: IntentModel): IntentClassifier {
  const read = createLexicalReader(model.vocabulary);
  const classes = model.intents.length;
  return ({ texts, vectors, dimension }) => {
    const features = {
      dense: Float64Array.from(unitRows(vectors, dimension).values),
      dimension,
      sparse: texts.map(read),
      terms: model.vocabulary.terms.length,
    };
    const evidence = gatherEvidence(features, model.weights, model.examples);
    const scores = mixScores(evidence, model.mix);
    const signs = new Float64Array(SCOPE_SIGNS);
    return texts.map((text, row) => {
      readSigns({ evidence, scores, row, novelty: measureNovelty(text, model.words), without: -1 }, signs, 0);
      const outOfScopeScore = judgeScope(model.scope, signs);
      const shares = scores.slice(row * classes, (row + 1) * classes);
      toProbabilities(shares);
      const [best, second] = twoHighest(shares);
      return {
        intent: model.intents[best] ?? "",
        confidence: shares[best] as number,
        runnerUp: { intent: model.intents[second] ?? "", confidence: shares[second] as number },
        outOfScope: outOfScopeScore > model.scope.threshold,
        outOfScopeScore,
      };
    });
  };
}

function twoHighest(values: Float64Array): [number, number] {
  let [best, second] = (values[1] as number) > (values[0] as number) ? [1, 0] : [0, 1];
  for (let at = 2; at < values.length; at += 1) {
    if ((values[at] as number) > (values[best] as number)) [best, second] = [at, best];
    else if ((values[at] as number) > (values[second] as number)) second = at;
  }
  return [best, second];
}
