// `parlance classify train`: examples in, a model file and what cross-validation says about it out.
import { AppError } from "../../core/errors.ts";
import { encodeIntentModel } from "../../mining/intents/encode-model.ts";
import { trainIntentsInWorker } from "../../mining/worker/train-intents-in-worker.ts";
import { createEncoder, type EncoderModel } from "../../nlp/encoder/create-encoder.ts";
import { type CommandContext, EXIT } from "../command.ts";
import { openInput, openOutput } from "../files.ts";
import { startProgress } from "../progress.ts";
import { createSetAside } from "../set-aside.ts";
import { embedFlat } from "./embed-flat.ts";
import { openRows } from "./table-rows.ts";
import { textBatches, textOf } from "./text-rows.ts";
import { trainingSummary } from "./training-summary.ts";

export type TrainRequest = {
  readonly input: string;
  readonly text: string;
  readonly label: string;
  readonly output: string;
  readonly encoder: EncoderModel;
  readonly seed: number;
  readonly json: boolean;
};

const BATCH = 2048;

export async function trainCommand(request: TrainRequest, context: CommandContext): Promise<number> {
  const setAside = createSetAside(context);
  const examples = await readExamples(request, context, setAside.add);
  const progress = startProgress("Training", context, { formatAmount: (share) => `${Math.round(share)} %` });
  const encoder = await createEncoder({ model: request.encoder, cacheSize: 0 });
  try {
    const { signal } = context;
    const vectors = await embedFlat(
      encoder,
      examples.map(({ text }) => text),
      { signal, onProgress: (done, total) => progress.update((50 * done) / total, 100, "encoding texts") },
    );
    const { model, report } = await trainIntentsInWorker(
      { ...vectors, intents: examples.map(({ intent }) => intent) },
      {
        encoderVersion: encoder.version,
        seed: request.seed,
        signal,
        onProgress: (share) => progress.update(50 + 50 * share, 100, "cross-validating"),
      },
    );
    const output = await openOutput(request.output, context);
    try {
      await output.write(encodeIntentModel(model, report));
      await output.finish();
    } finally {
      await output.discard();
    }
    progress.stop();
    if (request.json) {
      context.stdout.write(`${JSON.stringify({ ...report, setAside: setAside.count() })}\n`);
    } else context.stderr.write(trainingSummary(report));
    return setAside.count() > 0 ? EXIT.setAside : EXIT.ok;
  } finally {
    progress.stop();
    await encoder.close();
  }
}

type Example = { readonly text: string; readonly intent: string };

/** Distinct examples; a text that is given twice with one intent counts once. */
async function readExamples(
  request: TrainRequest,
  context: CommandContext,
  onBad: (bad: { line: number; problem: string }) => void,
): Promise<Example[]> {
  const file = openRows(await openInput(request.input, context), request.input);
  const examples = new Map<string, Example>();
  for await (const batch of textBatches(file, request.text, BATCH, onBad)) {
    if (context.signal.aborted) throw new AppError("CANCELLED", { what: "Training" });
    for (const { row, text } of batch) {
      const intent = textOf(row, request.label);
      if (typeof intent !== "string") onBad(intent);
      else examples.set(JSON.stringify([text, intent.trim()]), { text, intent: intent.trim() });
    }
  }
  if (examples.size === 0) {
    throw new AppError("INPUT_UNREADABLE", {
      file: request.input,
      problem: `no row has a text in ${request.text} and an intent in ${request.label}`,
    });
  }
  return [...examples.values()];
}
