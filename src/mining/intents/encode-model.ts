// An intent model as one JSON value, and back. Numbers of the weights are 32-bit floats, those of the examples bytes, both in
// base64, so that a model of 77 intents takes 1 to 6 MB.
import { z } from "zod";
import { AppError } from "../../core/errors.ts";
import { unitRows } from "../topics/rows.ts";
import type { ExampleRows, IntentModel, TrainingReport } from "./intent-types.ts";
import { SCOPE_SIGNS } from "./scope-judge.ts";

const FORMAT = "parlance-intents-1";
const HIGHEST_BYTE = 127;

const numbers = z.array(z.number());
const modelShape = z.object({
  format: z.literal(FORMAT),
  encoderVersion: z.string(),
  dimension: z.int().positive(),
  intents: z.array(z.string()).min(2),
  vocabulary: z.object({ terms: z.array(z.string()), weights: z.string() }),
  words: z.object({ texts: z.int(), counts: z.array(z.tuple([z.string(), z.int()])) }),
  weights: z.string(),
  examples: z.object({ vectors: z.string(), labels: z.array(z.int().nonnegative()) }),
  mix: z.object({ linear: z.number(), nearest: z.number(), closeness: z.number() }),
  scope: z.object({
    means: numbers.length(SCOPE_SIGNS),
    scales: numbers.length(SCOPE_SIGNS),
    weights: numbers.length(SCOPE_SIGNS),
    bias: z.number(),
    threshold: z.number(),
  }),
});

/** The model and its training report as JSON text. */
export function encodeIntentModel(model: IntentModel, report: TrainingReport): string {
  const { vocabulary, words, weights, examples, scope } = model;
  return JSON.stringify({
    format: FORMAT,
    encoderVersion: model.encoderVersion,
    dimension: model.dimension,
    intents: model.intents,
    report,
    mix: model.mix,
    scope: {
      ...scope,
      means: [...scope.means],
      scales: [...scope.scales],
      weights: [...scope.weights],
    },
    words: { texts: words.texts, counts: [...words.counts] },
    vocabulary: { terms: vocabulary.terms, weights: fromFloats(vocabulary.weights) },
    weights: fromFloats(weights.values),
    examples: {
      labels: [...examples.labels],
      vectors: toBytes(examples).toString("base64"),
    },
  });
}

/** Reads what `encodeIntentModel` wrote. Throws AppError INTENT_MODEL_INVALID, naming `file`, when it is anything else. */
export function decodeIntentModel(json: string, file: string): IntentModel {
  const fail = (problem: string, cause?: unknown) =>
    new AppError("INTENT_MODEL_INVALID", { file, problem }, { cause });
  let given: unknown;
  try {
    given = JSON.parse(json);
  } catch (cause) {
    throw fail("it is not JSON", cause);
  }
  const parsed = modelShape.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw fail(`${issue?.path.join(".") || "it"} is not as expected`, parsed.error);
  }
  const { intents, dimension, vocabulary, words, examples, scope, ...rest } = parsed.data;
  const classes = intents.length;
  const terms = vocabulary.terms.length;
  const values = toFloats(rest.weights);
  const bytes = new Int8Array(Buffer.from(examples.vectors, "base64"));
  if (values.length !== classes * (dimension + terms + 1)) throw fail("its weights are not whole");
  if (bytes.length !== examples.labels.length * dimension) throw fail("its examples are not whole");
  if (examples.labels.some((label) => label >= classes)) throw fail("an example has no intent");
  return {
    encoderVersion: rest.encoderVersion,
    dimension,
    intents,
    vocabulary: { terms: vocabulary.terms, weights: toFloats(vocabulary.weights) },
    words: { texts: words.texts, counts: new Map(words.counts) },
    weights: { values, classes, dimension, terms },
    examples: {
      vectors: unitRows(Float32Array.from(bytes), dimension).values,
      dimension,
      labels: Int32Array.from(examples.labels),
    },
    mix: rest.mix,
    scope: {
      means: Float64Array.from(scope.means),
      scales: Float64Array.from(scope.scales),
      weights: Float64Array.from(scope.weights),
      bias: scope.bias,
      threshold: scope.threshold,
    },
  };
}

/** Each row scaled so that its largest number is 127; reading scales it back to length 1. */
function toBytes({ vectors, dimension }: ExampleRows): Buffer {
  const bytes = new Int8Array(vectors.length);
  for (let start = 0; start < vectors.length; start += dimension) {
    const row = vectors.subarray(start, start + dimension);
    const largest = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    if (largest === 0) continue;
    for (const [at, value] of row.entries()) bytes[start + at] = Math.round((value * HIGHEST_BYTE) / largest);
  }
  return Buffer.from(bytes.buffer);
}

function fromFloats(values: Float64Array): string {
  return Buffer.from(Float32Array.from(values).buffer).toString("base64");
}

function toFloats(base64: string): Float64Array {
  const bytes = Uint8Array.from(Buffer.from(base64, "base64"));
  return Float64Array.from(new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4)));
}
