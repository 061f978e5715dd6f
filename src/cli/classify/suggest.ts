// `parlance classify suggest`: which texts of a log are worth labelling next, and how much of it the model covers.
import { createIntentClassifier } from "../../mining/intents/classify-texts.ts";
import type { IntentPrediction } from "../../mining/intents/intent-types.ts";
import { suggestTexts } from "../../mining/intents/suggest-texts.ts";
import { type CommandContext, EXIT } from "../command.ts";
import { openInput, openOutput } from "../files.ts";
import { startProgress } from "../progress.ts";
import { createSetAside } from "../set-aside.ts";
import { embedFlat } from "./embed-flat.ts";
import { loadModel } from "./load-model.ts";
import { openRows } from "./table-rows.ts";
import { textBatches } from "./text-rows.ts";

export type SuggestRequest = {
  readonly model: string;
  readonly input: string;
  readonly text: string;
  readonly output: string;
  readonly count: number;
};

const BATCH = 2048;

export async function suggestCommand(request: SuggestRequest, context: CommandContext): Promise<number> {
  const { model, encoder } = await loadModel(request.model, context);
  const setAside = createSetAside(context);
  const progress = startProgress("Reading", context);
  try {
    const file = openRows(await openInput(request.input, context), request.input);
    const times = new Map<string, number>();
    for await (const batch of textBatches(file, request.text, BATCH, setAside.add)) {
      for (const { text } of batch) times.set(text, (times.get(text) ?? 0) + 1);
    }
    const pool = await embedFlat(encoder, [...times.keys()], {
      signal: context.signal,
      onProgress: (done, total) => progress.update(done, total, "texts"),
    });
    const predictions = createIntentClassifier(model)(pool);
    const output = await openOutput(request.output, context);
    try {
      for (const { row, reason, worth } of suggestTexts(pool, predictions, request.count)) {
        const text = pool.texts[row] ?? "";
        const { intent, confidence, runnerUp } = predictions[row] as IntentPrediction;
        await output.write(
          `${JSON.stringify({
            text,
            times: times.get(text),
            reason,
            worth: Math.round(worth * 1000) / 1000,
            intent,
            confidence: Math.round(confidence * 1000) / 1000,
            runnerUp: runnerUp.intent,
          })}\n`,
        );
      }
      await output.finish();
    } finally {
      await output.discard();
    }
    progress.stop();
    const covered = predictions.filter(
      ({ outOfScope, confidence }) => !outOfScope && confidence >= 0.5,
    ).length;
    context.stderr.write(
      `The model covers ${covered} of ${predictions.length} distinct texts (in scope, confidence 0.5 or more). ${setAside.count()} set aside.\n`,
    );
    return setAside.count() > 0 ? EXIT.setAside : EXIT.ok;
  } finally {
    progress.stop();
    await encoder.close();
  }
}
