import { AppError } from "../../core/errors.ts";
import { decodeIntentModel } from "../../mining/intents/encode-model.ts";
import type { IntentModel } from "../../mining/intents/intent-types.ts";
import { createEncoder } from "../../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import type { CommandContext } from "../command.ts";
import { readWhole } from "./files.ts";

/** A model file and the encoder that it needs. Throws INTENT_MODEL_INVALID when the shipped encoder is another. */
export async function loadModel(
  name: string,
  context: CommandContext,
): Promise<{ readonly model: IntentModel; readonly encoder: Encoder }> {
  const model = decodeIntentModel(await readWhole(name, context), name);
  const encoder = await createEncoder({ cacheSize: 0 });
  if (encoder.version === model.encoderVersion) return { model, encoder };
  await encoder.close();
  throw new AppError("INTENT_MODEL_INVALID", {
    file: name,
    problem: `it was trained on vectors of ${model.encoderVersion}, and this Parlance makes those of ${encoder.version}`,
  });
}
