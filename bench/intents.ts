// Intents by example on public sets: trained on a few or all examples of their training parts, measured on their test parts.
// Nothing of the classifier was tuned on the test parts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { createIntentClassifier } from "../src/mining/intents/classify-texts.ts";
import { auroc, calibrationError } from "../src/mining/intents/describe-training.ts";
import type { LabelledTexts } from "../src/mining/intents/intent-types.ts";
import { trainIntents } from "../src/mining/intents/train-intents.ts";
import { seededRandom, shuffledRange } from "../src/mining/topics/random.ts";
import { takeRows } from "../src/mining/topics/rows.ts";
import { createEncoder } from "../src/nlp/encoder/create-encoder.ts";
import type { Encoder } from "../src/nlp/encoder/encoder.ts";
import type { Bench, BenchContext, BenchRow } from "./bench.ts";
import { cachedVectors } from "./support/cached-vectors.ts";

type Labelled = readonly (readonly [text: string, intent: string])[];
type Outside = { readonly name: string; readonly texts: LabelledTexts; readonly least?: number };
type Task = {
  readonly name: string;
  readonly train: LabelledTexts;
  readonly test: LabelledTexts;
  readonly outside: readonly Outside[];
  /** Least accuracy in percent. */
  readonly least?: number;
  /** Examples of each intent; all when left out. */
  readonly shots?: number;
};

const SHOTS = 10;
/** Draws of the few examples. */
const SEEDS = [1, 2, 3];

export const bench: Bench = {
  name: "intents",
  summary: "Intents by example: accuracy with 10 examples and with all, rejection of what is out of scope",
  async run(context) {
    const { datasets } = context;
    if (datasets === undefined) throw new Error("Set PARLANCE_DATASETS to the folder of the data sets.");
    const encoder = await createEncoder({ cacheSize: 0 });
    let tasks: Task[];
    try {
      tasks = await readTasks(datasets, encoder, context);
    } finally {
      await encoder.close();
    }
    return tasks.flatMap((task) => {
      context.write(`intents: ${task.name}`);
      return rateTask(task, encoder.version);
    });
  },
};

async function readTasks(datasets: string, encoder: Encoder, { write }: BenchContext): Promise<Task[]> {
  const embed = async (rows: Labelled): Promise<LabelledTexts> => {
    write(`intents: vectors of ${rows.length} texts`);
    const texts = rows.map(([text]) => text);
    const vectors = await cachedVectors(encoder, texts);
    return { texts, intents: rows.map(([, intent]) => intent), vectors, dimension: encoder.dimension };
  };
  const bankingPart = (part: string): Labelled => {
    const file = readFileSync(join(datasets, "banking77", `${part}.csv`));
    const rows = parse(file, { columns: true }) as { text: string; category: string }[];
    return rows.map(({ text, category }) => [text, category]);
  };
  const clinc = JSON.parse(readFileSync(join(datasets, "clinc150", "data_full.json"), "utf8")) as Record<
    string,
    Labelled
  >;
  const pair = (folder: string): Labelled => {
    const lines = (name: string) =>
      readFileSync(join(datasets, "banking77-oos", folder, name), "utf8")
        .trimEnd()
        .split("\n");
    const labels = lines("label");
    return lines("seq.in").map((text, row) => [text, labels[row] ?? ""]);
  };
  const [bankingTrain, bankingTest] = [await embed(bankingPart("train")), await embed(bankingPart("test"))];
  const [clincTrain, clincTest] = [await embed(clinc["train"] ?? []), await embed(clinc["test"] ?? [])];
  const clincOutside = await embed(clinc["oos_test"] ?? []);
  const fiftyTrain = await embed(pair("train"));
  const fiftyTest = await embed(pair("test"));
  const fiftyOutside = [
    { name: "other banking intents", texts: await embed(pair("id-oos/test")) },
    { name: "other domains", texts: await embed(pair("ood-oos/test")) },
  ];
  return [
    {
      name: "BANKING77, 10 examples",
      train: bankingTrain,
      test: bankingTest,
      outside: [],
      least: 87,
      shots: SHOTS,
    },
    { name: "BANKING77, all", train: bankingTrain, test: bankingTest, outside: [], least: 93.5 },
    {
      name: "CLINC150, 10 examples",
      train: clincTrain,
      test: clincTest,
      outside: [{ name: "its out-of-scope test", texts: clincOutside }],
      least: 94,
      shots: SHOTS,
    },
    {
      name: "CLINC150, all",
      train: clincTrain,
      test: clincTest,
      outside: [{ name: "its out-of-scope test", texts: clincOutside, least: 0.96 }],
    },
    { name: "banking77-oos, 50 intents, all", train: fiftyTrain, test: fiftyTest, outside: fiftyOutside },
  ];
}

function rateTask({ name, train, test, outside, least, shots }: Task, encoderVersion: string): BenchRow[] {
  const runs = (shots === undefined ? [1] : SEEDS).map((seed) => {
    const before = process.cpuUsage();
    const input = shots === undefined ? train : drawExamples(train, shots, seed);
    const { model } = trainIntents(input, { encoderVersion });
    const { user, system } = process.cpuUsage(before);
    const classify = createIntentClassifier(model);
    const found = classify(test);
    const judged = found.map((prediction, row) => ({
      confidence: prediction.confidence,
      isRight: prediction.intent === test.intents[row],
    }));
    const scores = found.map((prediction) => prediction.outOfScopeScore);
    return {
      accuracy: judged.filter(({ isRight }) => isRight).length / judged.length,
      calibration: calibrationError(judged),
      seconds: (user + system) / 1e6,
      rejected: found.filter((prediction) => prediction.outOfScope).length / found.length,
      outside: outside.map(({ texts }) => {
        const others = classify(texts);
        return {
          auroc: auroc(
            scores,
            others.map((prediction) => prediction.outOfScopeScore),
          ),
          caught: others.filter((prediction) => prediction.outOfScope).length / others.length,
        };
      }),
    };
  });
  const mean = (read: (run: (typeof runs)[number]) => number) =>
    runs.reduce((sum, run) => sum + read(run), 0) / runs.length;
  const accuracy = 100 * mean((run) => run.accuracy);
  const percent = (what: string, value: number): BenchRow => ({
    what: `${name}: ${what}`,
    value: 100 * value,
    unit: "%",
  });
  return [
    {
      what: `${name}: accuracy${shots === undefined ? "" : `, mean of ${SEEDS.length} draws`}`,
      value: accuracy,
      unit: "%",
      ...(least !== undefined && { limit: { text: `≥ ${least}`, met: accuracy >= least } }),
    },
    percent(
      "calibration error",
      mean((run) => run.calibration),
    ),
    { what: `${name}: processor time of training`, value: mean((run) => run.seconds), unit: "s" },
    ...(outside.length > 0
      ? [
          percent(
            "wrongly rejected",
            mean((run) => run.rejected),
          ),
        ]
      : []),
    ...outside.flatMap((one, place): BenchRow[] => {
      const value = mean((run) => run.outside[place]?.auroc ?? 0);
      return [
        {
          what: `${name}: AUROC, ${one.name}`,
          value,
          unit: "",
          ...(one.least !== undefined && {
            limit: { text: `≥ ${one.least}`, met: value >= one.least },
          }),
        },
        percent(
          `rightly rejected of ${one.name}`,
          mean((run) => run.outside[place]?.caught ?? 0),
        ),
      ];
    }),
  ];
}

/** A few examples of each intent, in the order of the set. */
function drawExamples(set: LabelledTexts, shots: number, seed: number): LabelledTexts {
  const taken = new Map<string, number>();
  const rows = [...shuffledRange(set.texts.length, seededRandom(seed))]
    .filter((row) => {
      const intent = set.intents[row] ?? "";
      const count = taken.get(intent) ?? 0;
      taken.set(intent, count + 1);
      return count < shots;
    })
    .sort((a, b) => a - b);
  const { values } = takeRows(
    { values: set.vectors, count: set.texts.length, dimension: set.dimension },
    rows,
  );
  return {
    texts: rows.map((row) => set.texts[row] ?? ""),
    intents: rows.map((row) => set.intents[row] ?? ""),
    vectors: values,
    dimension: set.dimension,
  };
}
