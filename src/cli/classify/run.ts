// `parlance classify run`: rows in, the same rows with intent, confidence, outOfScope and runnerUp out.
import { createIntentClassifier } from "../../mining/intents/classify-texts.ts";
import type { IntentPrediction } from "../../mining/intents/intent-types.ts";
import { type CommandContext, EXIT } from "../command.ts";
import { openInput, openOutput } from "../files.ts";
import { startProgress } from "../progress.ts";
import { createSetAside } from "../set-aside.ts";
import { embedFlat } from "./embed-flat.ts";
import { loadModel } from "./load-model.ts";
import { openRows } from "./table-rows.ts";
import { textBatches } from "./text-rows.ts";

export type RunRequest = {
  readonly model: string;
  readonly input: string;
  readonly text: string;
  readonly output: string;
};

const BATCH = 2048;
/** From here on a prediction counts as covered. */
const SURE = 0.5;
const FIELDS = ["intent", "confidence", "outOfScope", "runnerUp", "runnerUpConfidence"];

export async function runModelCommand(request: RunRequest, context: CommandContext): Promise<number> {
  const { model, encoder } = await loadModel(request.model, context);
  const classify = createIntentClassifier(model);
  const setAside = createSetAside(context);
  const progress = startProgress("Classifying", context);
  const counts = { rows: 0, outOfScope: 0, sure: 0 };
  try {
    const file = openRows(await openInput(request.input, context), request.input);
    const output = await openOutput(request.output, context);
    try {
      for await (const batch of textBatches(file, request.text, BATCH, setAside.add)) {
        const header = counts.rows === 0 ? file.header(FIELDS) : undefined;
        if (header !== undefined) await output.write(`${header}\n`);
        const vectors = await embedFlat(
          encoder,
          batch.map(({ text }) => text),
          {
            signal: context.signal,
            onProgress: (done) => progress.update(counts.rows + done, undefined, "texts"),
          },
        );
        const predictions = classify(vectors);
        const lines = batch.map(({ row }, at) => {
          const prediction = predictions[at] as IntentPrediction;
          if (prediction.outOfScope) counts.outOfScope += 1;
          else if (prediction.confidence >= SURE) counts.sure += 1;
          return `${file.extend(row, toFields(prediction))}\n`;
        });
        await output.write(lines.join(""));
        counts.rows += batch.length;
      }
      await output.finish();
    } finally {
      await output.discard();
    }
  } finally {
    progress.stop();
    await encoder.close();
  }
  const share = (count: number) => `${((100 * count) / Math.max(1, counts.rows)).toFixed(1)} %`;
  context.stderr.write(
    `${counts.rows} classified, ${setAside.count()} set aside. ${share(counts.sure)} have an intent with a confidence of ${SURE} or more; ${share(counts.outOfScope)} are out of scope.\n`,
  );
  return setAside.count() > 0 ? EXIT.setAside : EXIT.ok;
}

function toFields({ intent, confidence, outOfScope, runnerUp }: IntentPrediction) {
  return {
    intent,
    confidence: round(confidence),
    outOfScope,
    runnerUp: runnerUp.intent,
    runnerUpConfidence: round(runnerUp.confidence),
  };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
