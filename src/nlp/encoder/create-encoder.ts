// The shipped encoder: tokens on the calling thread, the model in worker threads, each distinct text once.
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { AppError } from "../../core/errors.ts";
import { anyCaseTagPattern } from "../../core/redaction-tag.ts";
import { makeBatches, type TokenBatch } from "./batches.ts";
import type { EmbedOptions, Encoder, Reading } from "./encoder.ts";
import { readEncoderFiles } from "./manifest.ts";
import { createReadingCache } from "./reading-cache.ts";
import { createTokenizer } from "./word-piece-tokenizer.ts";
import { openWorkerPool } from "./worker-pool.ts";

/** `fast` reads several times as many texts a second and groups them a little less well (docs/models.md). */
export type EncoderModel = "accurate" | "fast";

export type EncoderSettings = {
  /** Which of the shipped models. Default: accurate. */
  readonly model?: EncoderModel;
  /** Another folder with `manifest.json`, `model.onnx` and `tokenizer.json`; goes before `model`. */
  readonly modelDir?: string;
  /** Worker threads, each with its own copy of the model (about 60 MB). Default: one a core, at most 8. */
  readonly threads?: number;
  /** Readings kept in memory, least recently used go first. Default 20,000 (about 70 MB with their texts). */
  readonly cacheSize?: number;
};

const SHIPPED_MODELS: Readonly<Record<EncoderModel, string>> = {
  accurate: fileURLToPath(new URL("../../../models/encoder", import.meta.url)),
  fast: fileURLToPath(new URL("../../../models/encoder-fast", import.meta.url)),
};
const DEFAULT_CACHE_SIZE = 20_000;
const MOST_THREADS = 8;
/** Texts tokenised and sorted by length at a time: enough for even batches, little enough to stop soon. */
const WINDOW = 2048;

/**
 * Opens the encoder, which takes about half a second. Throws AppError MODEL_MISSING when its files are absent or
 * damaged. Close it when done.
 */
export async function createEncoder(settings: EncoderSettings = {}): Promise<Encoder> {
  const threads = settings.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const files = await readEncoderFiles(settings.modelDir ?? SHIPPED_MODELS[settings.model ?? "accurate"]);
  const tokenizer = createTokenizer(files.tokenizer, files.maxTokens);
  const cache = createReadingCache(settings.cacheSize ?? DEFAULT_CACHE_SIZE);
  const pool = await openWorkerPool(files.modelPath, threads);

  async function read(texts: readonly string[], options: EmbedOptions = {}): Promise<Reading[]> {
    const placesOf = groupPlaces(texts);
    const readings = new Array<Reading>(texts.length);
    let done = 0;
    const deliver = (text: string, reading: Reading): void => {
      const places = placesOf.get(text) ?? [];
      for (const place of places) readings[place] = reading;
      done += places.length;
    };

    throwIfAborted(options.signal);
    const missing: string[] = [];
    for (const text of placesOf.keys()) {
      const known = cache.get(text);
      if (known === undefined) missing.push(text);
      else deliver(text, known);
    }
    if (done > 0) options.onProgress?.(done, texts.length);

    const embedBatch = async (batch: TokenBatch, window: readonly string[]): Promise<void> => {
      const { vectors, states } = await pool.run({
        ids: batch.ids,
        lengths: batch.lengths,
        width: batch.width,
      });
      const rowOf = (values: Float32Array, row: number): Float32Array => {
        const width = values.length / batch.places.length;
        return values.slice(row * width, (row + 1) * width);
      };
      for (const [row, place] of batch.places.entries()) {
        const text = window[place] ?? "";
        const reading = { vector: rowOf(vectors, row), state: rowOf(states, row) };
        cache.set(text, reading);
        deliver(text, reading);
      }
      options.onProgress?.(done, texts.length);
    };
    for (let start = 0; start < missing.length; start += WINDOW) {
      const window = missing.slice(start, start + WINDOW);
      const batches = makeBatches(window.map((text) => tokenizer.encode(withPlainTags(text)))).values();
      // Few batches of a call are under way at once, so that a short call need not wait for all of a long one.
      const lanes = Array.from({ length: 2 * threads }, async () => {
        for (const batch of batches) {
          throwIfAborted(options.signal);
          await embedBatch(batch, window);
        }
      });
      await allSettledOrThrow(lanes);
    }
    return readings;
  }

  async function embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]> {
    return (await read(texts, options)).map(({ vector }) => vector);
  }

  return {
    version: files.version,
    stateVersion: files.stateVersion,
    dimension: files.dimension,
    embed,
    read,
    close: pool.close,
  };
}

/** Redaction tags as the words that they stand for: `[PERSON:k3x7q2]` and `[person]` mean a person, whichever it is. */
function withPlainTags(text: string): string {
  if (!text.includes("[")) return text;
  return text.replace(anyCaseTagPattern(), (_, type: string) => type.toLowerCase().replace("_", " "));
}

function groupPlaces(texts: readonly string[]): Map<string, number[]> {
  const placesOf = new Map<string, number[]>();
  for (const [place, text] of texts.entries()) {
    const places = placesOf.get(text);
    if (places === undefined) placesOf.set(text, [place]);
    else places.push(place);
  }
  return placesOf;
}

/** Waits for all, so that nothing runs on after the call has ended, then throws the first error there was. */
async function allSettledOrThrow(work: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) {
    if (result.status === "rejected") throw result.reason;
  }
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError("CANCELLED", { what: "Embedding" });
}
