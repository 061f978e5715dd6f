import type { Encoder } from "./encoder.ts";

export type EncoderSettings = {
  /** Folder with `manifest.json`, `model.onnx` and `tokenizer.json`. Default: the shipped `models/encoder`. */
  readonly modelDir?: string;
  /** Worker threads. Default: the number of cores that this process may use. */
  readonly threads?: number;
  /** Vectors kept in memory, least recently used go first. Default 20,000 (about 40 MB with their texts). */
  readonly cacheSize?: number;
};

export type CreateEncoder = (settings?: EncoderSettings) => Promise<Encoder>;
