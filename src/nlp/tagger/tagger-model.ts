// The shipped tagger's weights, read from one file without parsing. training/tagger/export.py writes it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AppError } from "../../core/errors.ts";

export type TaggerModel = {
  /** `O`, `B-PERSON`, `I-PERSON` … */
  readonly tags: readonly string[];
  readonly version: string;
  readonly buckets: number;
  /** Numbers in a word's vector, and in the hidden layer. */
  readonly width: number;
  readonly hidden: number;
  /** How many tokens to either side are seen. */
  readonly reach: number;
  /** A letter for each gazetteer, in the order of the bits in `tableFlags`. */
  readonly flags: string;
  readonly tableHashes: Uint32Array;
  readonly tableFlags: Uint8Array;
  /** By bucket: `width` numbers of 8 bits, and what they are multiplied by. */
  readonly rows: Int8Array;
  readonly scales: Float32Array;
  /** By place in the window, width, hidden. */
  readonly window: Float32Array;
  readonly bias: Float32Array;
  /** By tag, hidden. */
  readonly out: Float32Array;
  readonly outBias: Float32Array;
  /** From tag (the last row is the start of a text) to tag. */
  readonly moves: Float32Array;
};

type Header = Pick<TaggerModel, "tags" | "version" | "buckets" | "width" | "hidden" | "reach" | "flags"> & {
  readonly format: number;
  readonly table: number;
};

const SHIPPED = fileURLToPath(new URL("../../../models/tagger/tagger.bin", import.meta.url));
let shipped: TaggerModel | undefined;

/** The model that ships with Parlance; read once a thread. Throws AppError MODEL_MISSING. */
export function shippedTaggerModel(): TaggerModel {
  shipped ??= readTaggerModel(SHIPPED);
  return shipped;
}

/** Reads a model's file. Throws AppError MODEL_MISSING when it is absent, cut short or of another format. */
export function readTaggerModel(path: string): TaggerModel {
  try {
    return parse(readFileSync(path));
  } catch (cause) {
    throw new AppError("MODEL_MISSING", { model: "tagger", path }, { cause });
  }
}

function parse(file: Buffer): TaggerModel {
  if (file.toString("latin1", 0, 4) !== "PTAG") throw new Error("not a tagger's file");
  const headerEnd = 8 + file.readUInt32LE(4);
  const header = JSON.parse(file.toString("utf8", 8, headerEnd)) as Header;
  if (header.format !== 1) throw new Error(`format ${header.format}`);
  const { buckets, width, hidden, reach, tags, table } = header;
  // A copy of its own, so that every column begins at a multiple of eight.
  const bytes = Uint8Array.from(file.subarray(headerEnd)).buffer;
  let offset = 0;
  const take = <T>(
    Column: new (buffer: ArrayBuffer, offset: number, length: number) => T,
    size: number,
    length: number,
  ): T => {
    const column = new Column(bytes, offset, length);
    offset += Math.ceil((length * size) / 8) * 8;
    return column;
  };
  const floats = (length: number): Float32Array => take(Float32Array, 4, length);
  const tableHashes = take(Uint32Array, 4, table);
  const scales = floats(buckets);
  const window = floats((2 * reach + 1) * width * hidden);
  const bias = floats(hidden);
  const out = floats(tags.length * hidden);
  const outBias = floats(tags.length);
  const moves = floats((tags.length + 1) * tags.length);
  const rows = take(Int8Array, 1, buckets * width);
  const tableFlags = take(Uint8Array, 1, table);
  const { version, flags } = header;
  return {
    tags,
    version,
    buckets,
    width,
    hidden,
    reach,
    flags,
    tableHashes,
    tableFlags,
    rows,
    scales,
    window,
    bias,
    out,
    outBias,
    moves,
  };
}
