import { AppError } from "../../core/errors.ts";
import { decodeIntentModel } from "../../mining/intents/encode-model.ts";
import type { IntentModel } from "../../mining/intents/intent-types.ts";
import { createEncoder, type EncoderModel } from "../../nlp/encoder/create-encoder.ts";
import type { Encoder } from "../../nlp/encoder/encoder.ts";
import type { CommandContext } from "../command.ts";
import { readWhole } from "../files.ts";

export const ENCODERS: readonly EncoderModel[] = ["accurate", "fast"];

/**
 * A model file and that of the shipped encoders whose vectors it was trained on. Throws INTENT_MODEL_INVALID when none is
 * of its version.
 */
export async function loadModel(
  name: string,
  context: CommandContext,
): Promise<{ readonly model: IntentModel; readonly encoder: Encoder }> {
  const model = decodeIntentModel(await readWhole(name, context), name);
  const versions: string[] = [];
  for (const one of ENCODERS) {
    const encoder = await openShipped(one);
    if (encoder === undefined) continue;
    if (encoder.version === model.encoderVersion) return { model, encoder };
    versions.push(encoder.version);
    await encoder.close();
  }
  throw new AppError("INTENT_MODEL_INVALID", {
    file: name,
    problem: `it was trained on vectors of ${model.encoderVersion}, and this Parlance makes those of ${versions.join(" and ")}`,
  });
}

/** Undefined when it is not installed. */
async function openShipped(model: EncoderModel): Promise<Encoder | undefined> {
  try {
    return await createEncoder({ model, cacheSize: 0 });
  } catch (error) {
    if (error instanceof AppError && error.code === "MODEL_MISSING") return undefined;
    throw error;
  }
}
