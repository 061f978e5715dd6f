// What lies in a model's folder, and the proof that it is whole.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../../core/errors.ts";

const manifestFile = z.object({
  version: z.string().min(1),
  dimension: z.number().int().positive(),
  pooling: z.literal("cls"),
  /** Names the branch behind the output `state`, if the model has one. */
  state: z.string().min(1).optional(),
  maxTokens: z.number().int().min(2),
  sha256: z.object({ "model.onnx": z.string(), "tokenizer.json": z.string() }),
});

export type EncoderFiles = {
  readonly version: string;
  readonly dimension: number;
  readonly stateVersion: string | undefined;
  readonly maxTokens: number;
  readonly modelPath: string;
  /** The parsed `tokenizer.json`. */
  readonly tokenizer: unknown;
};

/** Reads and checks the folder of an encoder. Throws AppError MODEL_MISSING when a file is absent or damaged. */
export async function readEncoderFiles(modelDir: string): Promise<EncoderFiles> {
  try {
    const manifest = manifestFile.parse(JSON.parse(await readFile(join(modelDir, "manifest.json"), "utf8")));
    const modelPath = join(modelDir, "model.onnx");
    await readChecked(modelPath, manifest.sha256["model.onnx"]);
    const tokenizer = await readChecked(join(modelDir, "tokenizer.json"), manifest.sha256["tokenizer.json"]);
    const { version, dimension, maxTokens, state: stateVersion } = manifest;
    return {
      version,
      dimension,
      stateVersion,
      maxTokens,
      modelPath,
      tokenizer: JSON.parse(tokenizer.toString("utf8")),
    };
  } catch (cause) {
    throw new AppError("MODEL_MISSING", { model: "encoder", path: modelDir }, { cause });
  }
}

async function readChecked(path: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(path);
  if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new Error(`${path} is not the file that its manifest names.`);
}
