// What lies in models/heads: the heads' weights, the names of their labels and how their scores become probabilities.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ACTS } from "../../core/domain.ts";
import { AppError } from "../../core/errors.ts";
import { EVIDENCE } from "../conversation/evidence.ts";
import { FINE_EMOTIONS } from "../emotion/emotion.ts";
import { SIGNALS } from "../signal/signal.ts";
import type { Dense } from "./dense.ts";

export const SHIPPED_HEADS = fileURLToPath(new URL("../../../models/heads", import.meta.url));

/** A logit is scaled and shifted before the sigmoid; at `threshold` or above, the label holds. */
const calibration = z.object({ scale: z.number(), shift: z.number(), threshold: z.number() });
const calibrations = <Name extends string>(names: readonly Name[]) =>
  z.record(z.enum(names as readonly [Name, ...Name[]]), calibration);
/** See `ConversationModel`. */
const weights = z.object({ base: z.number(), weights: z.partialRecord(z.enum(EVIDENCE), z.number()) });
const LAYERS = ["sentiment", "emotionHidden", "emotion", "signal", "turn", "act", "bears"] as const;

const manifestFile = z.object({
  version: z.string().min(1),
  /** Names the branch of the encoder whose states these heads read. */
  state: z.string().min(1),
  layers: z.record(
    z.enum(LAYERS),
    z.object({
      inputs: z.number().int().positive(),
      outputs: z.number().int().positive(),
      offset: z.number().int().min(0),
    }),
  ),
  sentimentTemperature: z.number().positive(),
  emotion: calibrations(FINE_EMOTIONS),
  signal: calibrations(SIGNALS),
  act: calibrations(ACTS),
  bears: calibration,
  conversation: z.object({ satisfaction: weights, effort: weights }),
  sha256: z.object({ "weights.bin": z.string() }),
});

export type Calibration = z.infer<typeof calibration>;
export type HeadsFile = Omit<z.infer<typeof manifestFile>, "layers"> & {
  readonly layers: Readonly<Record<(typeof LAYERS)[number], Dense>>;
};

/** Reads and checks the folder of the heads. Throws AppError MODEL_MISSING when a file is absent, damaged or does not fit. */
export async function readHeadsFile(modelDir: string): Promise<HeadsFile> {
  try {
    const manifest = manifestFile.parse(JSON.parse(await readFile(join(modelDir, "manifest.json"), "utf8")));
    const bytes = await readFile(join(modelDir, "weights.bin"));
    if (createHash("sha256").update(bytes).digest("hex") !== manifest.sha256["weights.bin"]) {
      throw new Error("weights.bin is not the file that its manifest names.");
    }
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const layers = Object.fromEntries(
      LAYERS.map((name) => {
        const { inputs, outputs, offset } = manifest.layers[name];
        const biasAt = offset + inputs * outputs;
        if (biasAt + outputs > values.length)
          throw new Error(`weights.bin ends before the layer ${name} does.`);
        const weights = values.subarray(offset, biasAt);
        return [name, { inputs, outputs, weights, bias: values.subarray(biasAt, biasAt + outputs) }];
      }),
    ) as Record<(typeof LAYERS)[number], Dense>;
    return { ...manifest, layers };
  } catch (cause) {
    throw new AppError("MODEL_MISSING", { model: "heads", path: modelDir }, { cause });
  }
}
